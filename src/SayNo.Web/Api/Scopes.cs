using System.Runtime.CompilerServices;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>The scopes that own something public.</summary>
public static class Scopes
{
    /// <summary>The scope of what belongs to no single country.</summary>
    public const string Campaign = "EU";

    private static readonly ConditionalWeakTable<Picture, IReadOnlyList<string>> Known = [];

    /// <summary>In ordinal order.</summary>
    public static IReadOnlyList<string> Of(Picture picture) => Known.GetValue(
        picture, static one => [.. one.All.Select(item => item.Scope).Append(Campaign).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>The site's own spelling of a scope, such as <c>DE</c> for <c>de</c>; none if it owns nothing.</summary>
    public static string? Find(Picture picture, string code) =>
        Of(picture).FirstOrDefault(scope => scope.Equals(code, StringComparison.OrdinalIgnoreCase));
}
