using System.Globalization;
using System.Security.Claims;

namespace SayNo.Accounts.OpenIdConnect;

/// <summary>Somebody as the organisation that they signed in with vouches for them.</summary>
public sealed record OpenIdPerson
{
    private const string SeveralFactors = "mfa";

    private const int LongestSubject = 255;

    /// <summary>Who vouches.</summary>
    public required string Issuer { get; init; }

    /// <summary>As whom the person is known there, whatever becomes of name and address.</summary>
    public required string Subject { get; init; }

    /// <summary>Null unless the organisation says that it is the person's own.</summary>
    public required string? VerifiedEmail { get; init; }

    public required bool HasSecondFactor { get; init; }

    /// <summary>When they proved there who they are; null if that is not said.</summary>
    public required DateTime? ProvenAt { get; init; }

    /// <summary>Reads the claims of a token that was found good; null if they name nobody.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="acr">Values of <c>acr</c> that stand for a second factor.</param>
    public static OpenIdPerson? Of(ClaimsPrincipal claims, string acr)
    {
        if (Only(claims, "iss") is not { } issuer || Only(claims, "sub") is not { Length: <= LongestSubject } subject)
        {
            return null;
        }

        var strong = acr.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return new()
        {
            Issuer = issuer,
            Subject = subject,
            VerifiedEmail = string.Equals(Only(claims, "email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? Only(claims, "email") : null,
            HasSecondFactor = claims.HasClaim("amr", SeveralFactors) || strong.Contains(Only(claims, "acr"), StringComparer.Ordinal),
            ProvenAt = long.TryParse(Only(claims, "auth_time"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < uint.MaxValue
                ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
                : null,
        };
    }

    // The token and the user's page at the organisation may both say it; if they differ, neither is believed.
    private static string? Only(ClaimsPrincipal claims, string type) =>
        claims.FindAll(type).Select(claim => claim.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [{ Length: > 0 } one] ? one : null;
}
