using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SayNo.Accounts.SignIn;

namespace SayNo.Accounts.OpenIdConnect;

/// <summary>The way to the organisation that vouches for people, and the way back. Without its settings there is neither.</summary>
public static class OpenIdEndpoints
{
    public const string Ask = "/admin/sign-in/openid";

    /// <summary>Where the organisation sends people back to; it must know this address.</summary>
    public const string Answer = "/admin/sign-in/openid/answer";

    // What the sign-in page is told to say.
    public const string Failed = "openid-failed";
    public const string Unknown = "openid-unknown";
    public const string Away = "openid-away";
    public const string Later = "openid-later";

    // Asking for the head alone is answered as on every other screen.
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOpenId(this IEndpointRouteBuilder site)
    {
        var settings = site.ServiceProvider.GetRequiredService<IOptions<OpenIdSettings>>().Value;
        settings.Check();

        if (!settings.IsOn)
        {
            return;
        }

        site.MapMethods(Ask, Methods, AskAsync).WithMetadata(new AllowAnonymousAttribute()).ExcludeFromDescription();
        site.MapMethods(Answer, Methods, AnswerAsync).WithMetadata(new AllowAnonymousAttribute()).ExcludeFromDescription();
    }

    /// <summary>The link on the sign-in page.</summary>
    public static string AskFor(string target, bool isAgain) =>
        $"{Ask}?{SignInAddress.Parameter}={Uri.EscapeDataString(SignInAddress.TargetOf(target))}{(isAgain ? "&again=true" : "")}";

    private static async Task AskAsync(HttpContext context, OpenIdHandshake handshake, ILogger<OpenIdDesk> logger)
    {
        var target = SignInAddress.TargetOf(context.Request.Query[SignInAddress.Parameter]);

        try
        {
            await handshake.AskAsync(context, target, context.Request.Query["again"] == "true");
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or IOException && !context.Response.HasStarted)
        {
            // The organisation's own page about itself could not be read.
            logger.LogError("The organisation that people sign in through does not answer: {Reason}", fault.GetBaseException().Message);
            context.Response.Redirect(SignInAddress.Returning(target, Away));
        }
    }

    private static async Task AnswerAsync(HttpContext context, OpenIdHandshake handshake)
    {
        if (!await handshake.AnswerAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
