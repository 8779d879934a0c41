namespace SayNo.Accounts.OpenIdConnect;

/// <summary>The organisation through which people may sign in; the settings under <c>SayNo:OpenIdConnect</c>.</summary>
public sealed class OpenIdSettings
{
    public const string Section = "SayNo:OpenIdConnect";

    /// <summary>Who vouches for people, such as <c>https://login.example.org/police</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>As what this site is known there.</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the sign-in page calls it; by default the host of <see cref="Authority"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Values of <c>acr</c>, separated by spaces, that stand there for a second factor. They are asked for.</summary>
    public string Acr { get; set; } = "";

    /// <summary>Whether the settings are there at all.</summary>
    public bool IsOn => Authority.Length + ClientId.Length + ClientSecret.Length > 0;

    public string ShownName => Name.Length > 0 ? Name : new Uri(Authority).Host;

    /// <exception cref="InvalidOperationException">They say only half: better no start than a sign-in that fails later, or in clear text.</exception>
    public void Check()
    {
        if (IsOn && (ClientId.Length == 0 || ClientSecret.Length == 0 || !IsSafe(Authority)))
        {
            throw new InvalidOperationException($"The settings {Section}:Authority (an address with https), :ClientId and :ClientSecret are needed together.");
        }
    }

    // On the same machine, where developers and tests have one, nobody listens in.
    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
