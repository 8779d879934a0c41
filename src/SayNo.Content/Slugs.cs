using System.Text.RegularExpressions;

namespace SayNo.Content;

/// <summary>Names of items in addresses: small letters and digits, in words joined by hyphens.</summary>
public static partial class Slugs
{
    public const int MaxLength = 100;

    public static bool IsValid(string? slug) => slug is { Length: > 0 and <= MaxLength } && Form().IsMatch(slug);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
