using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Accounts.OpenIdConnect;

/// <summary>What becomes of a browser that comes back from the organisation.</summary>
internal static class OpenIdAnswers
{
    /// <summary>The answer is good: a session begins, if there is an account.</summary>
    public static async Task AcceptAsync(TicketReceivedContext context)
    {
        var target = SignInAddress.TargetOf(context.ReturnUri);
        context.HandleResponse();

        try
        {
            context.Response.Redirect(await NextAsync(context, target));
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(context.HttpContext, fault);
            context.Response.Redirect(SignInAddress.Returning(target, OpenIdEndpoints.Later));
        }
    }

    /// <summary>The answer is a forgery, too late, or says that nobody signed in.</summary>
    public static async Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        Log(context.HttpContext, context.Failure);

        try
        {
            await Desk(context.HttpContext).RefuseAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            Log(context.HttpContext, fault);
        }

        context.Response.Redirect(SignInAddress.Returning(SignInAddress.TargetOf(context.Properties?.RedirectUri), OpenIdEndpoints.Failed));
    }

    private static async Task<string> NextAsync(TicketReceivedContext context, string target)
    {
        var services = context.HttpContext.RequestServices;
        var acr = services.GetRequiredService<IOptions<OpenIdSettings>>().Value.Acr;

        if (context.Principal is not { } claims || OpenIdPerson.Of(claims, acr) is not { } person)
        {
            return SignInAddress.Returning(target, OpenIdEndpoints.Failed);
        }

        var visit = Visit.Of(context.HttpContext, services.GetRequiredService<AdminTexts>());
        var step = await Desk(context.HttpContext).SignInAsync(person, visit, context.HttpContext.RequestAborted);

        if (step.Key is not { } key)
        {
            return SignInAddress.Returning(target, OpenIdEndpoints.Unknown);
        }

        SessionCookie.Write(context.HttpContext, key);

        return person.HasSecondFactor ? target : SignInAddress.NextStep(step.HasSecondFactor, target);
    }

    private static OpenIdDesk Desk(HttpContext context) => context.RequestServices.GetRequiredService<OpenIdDesk>();

    private static void Log(HttpContext context, Exception? fault) => context.RequestServices.GetRequiredService<ILogger<OpenIdDesk>>()
        .LogWarning("A sign-in through OpenID Connect failed: {Reason}", fault?.GetBaseException().Message);
}
