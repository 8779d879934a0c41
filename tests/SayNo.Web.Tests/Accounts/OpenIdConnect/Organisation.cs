using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SayNo.Web.Tests.Accounts.OpenIdConnect;

/// <summary>An organisation that signs people in, as small as OpenID Connect lets one be. Whoever asks is signed in as <see cref="Says"/>.</summary>
internal sealed class Organisation : IAsyncDisposable
{
    public const string ClientId = "say-no";

    public const string ClientSecret = "a secret between two programs";

    // Making keys is slow; all organisations of a test run have the same ones.
    private static readonly RSA Key = RSA.Create(2048);

    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private Organisation(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>What it says about whoever signs in.</summary>
    public Dictionary<string, object?> Says { get; } = new() { ["sub"] = "4711", ["email"] = Colleague.Email, ["email_verified"] = true };

    /// <summary>What its page about the user says; nothing more than the token, unless a test adds it.</summary>
    public Dictionary<string, object?> SaysOnThePage { get; } = [];

    /// <summary>How often a code was changed for a token.</summary>
    public int Tokens { get; private set; }

    /// <summary>What it was asked last.</summary>
    public IQueryCollection Asked { get; private set; } = QueryCollection.Empty;

    /// <summary>Signs with a key that it does not publish.</summary>
    public bool IsForged { get; set; }

    public static async Task<Organisation> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var organisation = new Organisation(app);
        app.MapGet("/.well-known/openid-configuration", organisation.Discover);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", organisation.Authorize);
        app.MapPost("/token", organisation.TokenAsync);
        app.MapGet("/user", () => Results.Json(organisation.SaysOnThePage.Append(new("sub", organisation.Says["sub"])).ToDictionary()));
        await app.StartAsync();

        return organisation;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Discover()
    {
        var root = Address.OriginalString.TrimEnd('/');

        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = root,
            ["authorization_endpoint"] = $"{root}/authorize",
            ["token_endpoint"] = $"{root}/token",
            ["userinfo_endpoint"] = $"{root}/user",
            ["jwks_uri"] = $"{root}/keys",
        });
    }

    private static IResult Keys()
    {
        var parameters = Key.ExportParameters(false);
        var key = new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "one",
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };

        return Results.Json(new Dictionary<string, object> { ["keys"] = new[] { key } });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = request.Query;

        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));

        // A code works once, for whom it was made, at the address that it was sent to.
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked["code_challenge"] != challenge || asked["code_challenge_method"] != "S256"
            || asked["redirect_uri"] != form["redirect_uri"] || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new Dictionary<string, string> { ["error"] = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        Tokens++;

        return Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = "for the user's page",
            ["token_type"] = "Bearer",
            ["expires_in"] = 60,
            ["id_token"] = Sign(asked["nonce"].ToString()),
        });
    }

    private string Sign(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Address.OriginalString.TrimEnd('/'),
            ["aud"] = ClientId,
            ["iat"] = now,
            ["exp"] = now + 60,
            ["nonce"] = nonce,
        };

        foreach (var (name, value) in Says)
        {
            claims[name] = value;
        }

        var text = Part(new Dictionary<string, object?> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "one" }) + "." + Part(claims);
        var signature = (IsForged ? OtherKey : Key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(Dictionary<string, object?> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));
}
