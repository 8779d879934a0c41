using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SayNo.Accounts.SignIn;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Sessions;

/// <summary>Stands before every address of the admin: finds out who is signed in, and sends to the sign-in whoever is not.</summary>
internal sealed class SessionGate(RequestDelegate next, RecentSessions recent, ILogger<SessionGate> logger)
{
    private static readonly PathString Assets = AdminAssets.Path.TrimEnd('/');

    public async Task InvokeAsync(HttpContext context, SessionBook sessions)
    {
        if (context.Request.Path.StartsWithSegments(Assets))
        {
            await next(context);

            return;
        }

        var (state, session) = await FindAsync(context, sessions);

        if (session is not null)
        {
            SignInTo(context, session, state);
        }

        if (MayPass(context.GetEndpoint(), state))
        {
            await SeeAsync(context, sessions, state, session);
            await next(context);

            return;
        }

        var isKept = state == SessionState.TimedOut && session is not null && await KeepAsync(context, session.Editor);
        TurnAway(context, state, session, isKept);
    }

    private static async Task<bool> KeepAsync(HttpContext context, Editor by)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            return false;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);

            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) && await KeepAsync(context, form, by);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            // Longer than any form may be.
            return false;
        }
    }

    private static async Task<bool> KeepAsync(HttpContext context, IFormCollection form, Editor by)
    {
        var isKept = false;

        foreach (var forms in context.RequestServices.GetServices<LateForms>())
        {
            isKept |= await forms.KeepAsync(context, form, by, context.RequestAborted);
        }

        return isKept;
    }

    private async Task<(SessionState? State, CurrentSession? Session)> FindAsync(HttpContext context, SessionBook sessions)
    {
        if (SessionCookie.Read(context) is not { } key)
        {
            return (null, null);
        }

        try
        {
            var found = await sessions.FindAsync(key, context.RequestAborted);
            recent.Remember(key, found);

            return found is var (state, session) ? (state, session) : (null, null);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault) && (recent.Find(key) is not null || IsOpenToAll(context.GetEndpoint())))
        {
            // The screens say by themselves that the database is away, and bring back what was typed.
            logger.LogError("A session could not be looked up: {Reason}", fault.GetBaseException().Message);

            return recent.Find(key) is var (state, session) ? (state, session) : (null, null);
        }
    }

    private static void SignInTo(HttpContext context, CurrentSession session, SessionState? state)
    {
        if (state is SessionState.Open or SessionState.Half or SessionState.TimedOut)
        {
            // The tokens of forms are bound to this: a form of one session is worthless in another.
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Convert.ToHexStringLower(session.Session.Id))], "Session"));
        }

        if (state is SessionState.Open or SessionState.Half)
        {
            context.Features.Set(session);
        }

        if (state == SessionState.Open)
        {
            SignedIn.Set(context, session.Editor);
        }
    }

    private static bool MayPass(Endpoint? endpoint, SessionState? state) =>
        state == SessionState.Open
        || IsOpenToAll(endpoint)
        || (state == SessionState.Half && endpoint?.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is not null);

    private static bool IsOpenToAll(Endpoint? endpoint) => endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private async Task SeeAsync(HttpContext context, SessionBook sessions, SessionState? state, CurrentSession? session)
    {
        if (state != SessionState.Open || session is null)
        {
            return;
        }

        try
        {
            await sessions.SeeAsync(session.Session, context.RequestAborted);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            // Somebody else keeps the database busy; the next request notes it.
            logger.LogWarning("The use of a session could not be noted: {Reason}", fault.GetBaseException().Message);
        }
    }

    private static void TurnAway(HttpContext context, SessionState? state, CurrentSession? session, bool isKept)
    {
        // A script cannot show the sign-in page; it says to its user that signing in is needed.
        if (context.Request.Headers["Sec-Fetch-Mode"].ToString() is not ("" or "navigate"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;

            return;
        }

        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var target = context.Request.Path + (isGet ? context.Request.QueryString.Value : "");
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = state == SessionState.Half && session is not null
            ? SignInAddress.NextStep(session.HasSecondFactor, target)
            : SignInAddress.Returning(target, isKept ? "kept" : null);
    }
}
