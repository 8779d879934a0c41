using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>Reads members of kinds that content items have.</summary>
internal static class RecipeMembers
{
    public static string? IdOf(this RecipeReading reading, JsonObject node, string member, bool required)
    {
        var id = required ? reading.RequiredTextOf(node, member) : reading.TextOf(node, member);

        if (id is not null && !ContentId.IsValid(id))
        {
            reading.Refuse(node, member, $"\"{id}\" is no id: {ContentId.Length} characters of 0 to 9 and a to z without i, l, o and u.");
        }

        return id;
    }

    public static bool? FlagOf(this RecipeReading reading, JsonObject node, string member)
    {
        if (node[member] is not (null or JsonValue) || node[member]?.GetValueKind() is not (null or JsonValueKind.True or JsonValueKind.False))
        {
            reading.Refuse(node, member, $"\"{member}\" must be true or false.");

            return null;
        }

        return (bool?)node[member];
    }

    public static DateTime? MomentOf(this RecipeReading reading, JsonObject item, string member)
    {
        if (reading.TextOf(item, member) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

        if (DateTime.TryParseExact(text, RecipeJson.MomentForms, CultureInfo.InvariantCulture, Utc, out var moment))
        {
            return moment;
        }

        reading.Refuse(item, member, $"\"{text}\" is no moment. Write it as in 2026-11-22T07:53:24Z.");

        return null;
    }
}
