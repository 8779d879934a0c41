using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SayNo.Web.Caching;

/// <summary>Reads Accept (RFC 9110, 12.5.1).</summary>
public static class AcceptedTypes
{
    /// <summary>Whether the client takes a media type. One that says nothing takes all; what cannot be read is taken for nothing said.</summary>
    /// <param name="accept">The header.</param>
    /// <param name="mediaType">In small letters, without parameters.</param>
    public static bool Include(StringValues accept, string mediaType)
    {
        // Nearly all requests end here; reading the header properly would cost more than the rest of an answer from the cache.
        if (accept.Count == 0 || (accept.Count == 1 && IsPlain(accept[0]!, mediaType)))
        {
            return true;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return true;
        }

        var asked = new MediaTypeHeaderValue(mediaType);
        var best = ranges.Where(range => asked.IsSubsetOf(Bare(range))).OrderByDescending(Precision).FirstOrDefault();

        return best is not null && best.Quality is not 0;
    }

    private static bool IsPlain(string accept, string mediaType) =>
        accept is "*/*" || accept.Equals(mediaType, StringComparison.Ordinal)
        || (accept.Length > mediaType.Length && accept[mediaType.Length] == ',' && accept.StartsWith(mediaType, StringComparison.Ordinal));

    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue range) => new(range.MediaType);

    private static int Precision(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
}
