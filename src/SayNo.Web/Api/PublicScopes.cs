using System.Runtime.CompilerServices;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>The scopes that own something public.</summary>
public static class PublicScopes
{
    private static readonly ConditionalWeakTable<Picture, IReadOnlyList<string>> Known = [];

    /// <summary>In ordinal order.</summary>
    public static IReadOnlyList<string> Of(Picture picture) => Known.GetValue(
        picture, static one => [.. one.All.Select(item => item.Scope).Append(Scopes.Campaign).Distinct().Order(StringComparer.Ordinal)]);
}
