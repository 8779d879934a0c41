using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SayNo.Web.Admin;

namespace SayNo.Accounts.OpenIdConnect;

/// <summary>
/// Asks the organisation who somebody is, and checks its answer: the framework's handler, with a code and PKCE, and no token kept.
/// It is made by hand, because what is registered as usual would be loaded by every site, and few have such an organisation.
/// </summary>
internal sealed class OpenIdHandshake
{
    private const string Scheme = "OpenIdConnect";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(15);

    private readonly AdminAddress _address;
    private readonly IOptionsMonitor<OpenIdConnectOptions> _options;

    public OpenIdHandshake(IOptions<OpenIdSettings> settings, IDataProtectionProvider protection, AdminAddress address, TimeProvider time)
    {
        _address = address;
        var options = OptionsOf(settings.Value);
        options.TimeProvider = time;
        options.Events = new()
        {
            OnRedirectToIdentityProvider = AskWithOwnAddress,
            OnTicketReceived = OpenIdAnswers.AcceptAsync,
            OnRemoteFailure = OpenIdAnswers.FailAsync,
        };
        new OpenIdConnectPostConfigureOptions(protection).PostConfigure(Scheme, options);
        options.Validate(Scheme);
        _options = new FixedOptions<OpenIdConnectOptions>(options);
    }

    /// <summary>Sends a browser to the organisation.</summary>
    /// <param name="context">The browser's request.</param>
    /// <param name="target">The page to go on to.</param>
    /// <param name="isAgain">Whether the person must prove anew who they are, also if the organisation knows them still.</param>
    public async Task AskAsync(HttpContext context, string target, bool isAgain) =>
        await (await HandlerAsync(context)).ChallengeAsync(new OpenIdConnectChallengeProperties { RedirectUri = target, MaxAge = isAgain ? TimeSpan.Zero : null });

    /// <summary>Reads the organisation's answer, and answers itself by <see cref="OpenIdAnswers"/>.</summary>
    public async Task<bool> AnswerAsync(HttpContext context) => await (await HandlerAsync(context)).HandleRequestAsync();

    private async Task<IAuthenticationRequestHandler> HandlerAsync(HttpContext context)
    {
        var handler = new OpenIdConnectHandler(_options, context.RequestServices.GetRequiredService<ILoggerFactory>(), HtmlEncoder.Default, UrlEncoder.Default);
        await handler.InitializeAsync(new(Scheme, null, typeof(OpenIdConnectHandler)), context);

        return handler;
    }

    // Never by the request, whose host anybody can make up.
    private Task AskWithOwnAddress(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = _address.Of(OpenIdEndpoints.Answer);

        return Task.CompletedTask;
    }

    private static OpenIdConnectOptions OptionsOf(OpenIdSettings settings)
    {
        var options = new OpenIdConnectOptions
        {
            Authority = settings.Authority,
            ClientId = settings.ClientId,
            ClientSecret = settings.ClientSecret,
            RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback,
            ResponseType = OpenIdConnectResponseType.Code,
            // With a form the answer would come as a request of the other site, to which no browser gives our cookies.
            ResponseMode = OpenIdConnectResponseMode.Query,
            CallbackPath = OpenIdEndpoints.Answer,
            RemoteSignOutPath = default,
            SignedOutCallbackPath = default,
            GetClaimsFromUserInfoEndpoint = true,
            MapInboundClaims = false,
            DisableTelemetry = true,
            RemoteAuthenticationTimeout = AnswerWithin,
            BackchannelTimeout = TimeSpan.FromSeconds(10),
            CorrelationCookie = new AdminCookie("sn-asked-") { SameSite = SameSiteMode.Lax, Expiration = AnswerWithin },
            NonceCookie = new AdminCookie("sn-nonce-") { SameSite = SameSiteMode.Lax, Expiration = AnswerWithin },
        };
        AddWhatIsAsked(options, settings);

        return options;
    }

    private static void AddWhatIsAsked(OpenIdConnectOptions options, OpenIdSettings settings)
    {
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        // Everything that the token says is looked at; of the user's page nothing but the address, which some tell only there.
        options.ClaimActions.Clear();
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");

        if (settings.Acr.Length > 0)
        {
            options.AdditionalAuthorizationParameters["acr_values"] = settings.Acr;
        }
    }

    // Open to any type, as the framework looks at every class of a module: one that names the handler's would load it.
    private sealed class FixedOptions<TOptions>(TOptions options) : IOptionsMonitor<TOptions>
    {
        public TOptions CurrentValue => options;

        public TOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<TOptions, string?> listener) => null;
    }
}
