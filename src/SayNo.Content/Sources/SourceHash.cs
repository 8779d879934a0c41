using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Sources;

/// <summary>The hash by which the text of one field is known again.</summary>
public static class SourceHash
{
    private const int Bytes = 16;

    /// <summary>The same for what says the same: blanks around a text and the spelling of line ends count for nothing.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }

    /// <summary>The hashes of all fields of a version.</summary>
    public static IReadOnlyDictionary<string, string> Of(ContentValues values) =>
        values.All.ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal);

    /// <summary>What a text made from a version just now remembers of it.</summary>
    public static MadeFrom Of(ContentVersion source) => new(source.Id, Of(ContentValues.Parse(source.Data)));

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(value.GetString()?.ReplaceLineEndings("\n").Trim()));
                break;
            case JsonValueKind.Array:
                text.Append('[');
                value.EnumerateArray().ToList().ForEach(one => Write(one, text.Append(',')));
                text.Append(']');
                break;
            case JsonValueKind.Object:
                text.Append('{');

                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    Write(member.Value, text.Append(member.Name).Append(':'));
                }

                text.Append('}');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
