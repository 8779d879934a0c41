using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Admin;

/// <summary>Answers 403 to whoever tried what they have no right to, and keeps the attempt in the audit log.</summary>
internal sealed class Refusals(RequestDelegate next)
{
    private const int LongestName = 64;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RightDeniedException refused) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await RecordAsync(context, refused);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    // What was asked for can be anything, of any length; ids, scopes and locales are short and have no such signs.
    private static string Plain(string asked) =>
        TextSigns.Clean(asked.Length > LongestName ? asked[..LongestName] : asked).ReplaceLineEndings(" ");

    // In a scope and a transaction of its own: those of the act are rolled back by now.
    private static async Task RecordAsync(HttpContext context, RightDeniedException refused)
    {
        if (context.RequestServices.GetService<IDbContextFactory<CmsDb>>() is not { } factory)
        {
            return;
        }

        var turns = context.RequestServices.GetRequiredService<WriteTurns>();
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await turns.BeginAsync(db, CancellationToken.None);
        var act = new AuditedAct
        {
            Act = $"refused.{refused.Right}",
            Target = Plain(context.Request.RouteValues["id"] as string ?? ""),
            Scope = Plain(refused.Scope),
            Locale = Plain(refused.Locale),
            IsRefused = true,
        };
        await context.RequestServices.GetRequiredService<AuditLog>().RecordAsync(db, act, refused.By, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
