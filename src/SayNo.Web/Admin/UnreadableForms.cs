using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Admin;

/// <summary>Answers 400 to a form that no browser would send. Screens that check the form's token themselves would fail of it.</summary>
internal sealed class UnreadableForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (IsUnreadable(exception) && context.Request.HasFormContentType && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is AntiforgeryValidationException or InvalidDataException;
}
