using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SayNo.Web.Caching;

/// <summary>Decides whether the client already has what it asks for (RFC 9110, 13.2.2).</summary>
internal static class Preconditions
{
    /// <param name="request">The headers of the client.</param>
    /// <param name="tag">The strong entity tag of what would be sent.</param>
    /// <param name="modifiedAt">When that was last modified, in whole seconds, UTC.</param>
    public static bool IsNotModified(IHeaderDictionary request, string tag, DateTime modifiedAt)
    {
        var ifNoneMatch = request.IfNoneMatch;

        // If-Modified-Since must not be looked at when If-None-Match is there.
        return ifNoneMatch.Count > 0 ? Matches(ifNoneMatch, tag) : IsUnmodifiedSince(request.IfModifiedSince, modifiedAt);
    }

    private static bool Matches(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 1 && string.Equals(ifNoneMatch[0], tag, StringComparison.Ordinal))
        {
            return true;
        }

        return EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
            && tags.Any(one => one.Tag == "*" || one.Tag.Equals(tag, StringComparison.Ordinal));
    }

    private static bool IsUnmodifiedSince(StringValues ifModifiedSince, DateTime modifiedAt) =>
        ifModifiedSince.Count == 1
        && DateTime.TryParseExact(
            ifModifiedSince[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since)
        && modifiedAt <= since;
}
