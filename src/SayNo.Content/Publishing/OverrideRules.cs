using SayNo.Content.Fields;

namespace SayNo.Content.Publishing;

/// <summary>What an override may be: a country's own wording of a campaign item of the same type.</summary>
internal static class OverrideRules
{
    /// <summary>Why it may not be; none if it may.</summary>
    public static Sentence? Against(string originalType, string originalScope, string? originalOverrides, string type, string scope)
    {
        if (originalOverrides is not null)
        {
            return "What it replaces is itself a country's wording. Replace the campaign's item instead.";
        }

        if (originalScope != Scopes.Campaign)
        {
            return $"What it replaces belongs to {originalScope}. Only items of the campaign can be replaced.";
        }

        if (originalType != type)
        {
            return $"It is a {type} and cannot replace a {originalType}.";
        }

        return Scopes.IsCountry(scope) ? null : "Only a country can have its own wording of a campaign item.";
    }
}
