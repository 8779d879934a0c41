namespace SayNo.Content;

/// <summary>Who can own an item: the campaign, or one country.</summary>
public static class Scopes
{
    public const string Campaign = "EU";

    public static bool IsValid(string? scope) => scope is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    public static bool IsCountry(string? scope) => IsValid(scope) && scope != Campaign;
}
