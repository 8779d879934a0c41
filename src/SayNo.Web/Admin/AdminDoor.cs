using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SayNo.Web.Pages;

namespace SayNo.Web.Admin;

/// <summary>
/// Keeps the admin on an address of its own, if the settings give it one: there is nothing else there, and no admin anywhere else.
/// It stands before the response cache, which knows addresses by their paths alone.
/// </summary>
internal sealed class AdminDoor(RequestDelegate next, Theme theme, IConfiguration settings)
{
    private static readonly PathString Admin = "/admin";

    private readonly OwnAddress? _own = OwnAddress.Read(settings);

    public Task InvokeAsync(HttpContext context)
    {
        if (_own is not { } own || IsOpen(own, context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return ErrorPages.WriteAsync(context);
    }

    private bool IsOpen(OwnAddress own, HttpContext context)
    {
        var isForAdmin = context.Request.Path.StartsWithSegments(Admin) || context.Request.Path == AdminAddress.ChangePassword;

        if (own.ListensAt(context.Connection.LocalPort))
        {
            // Previews are public pages within the admin's, and want the files of the theme.
            return own.IsHost(context.Request) ? isForAdmin || theme.Files.ContainsKey(context.Request.Path.Value ?? "") : own.IsShared && !isForAdmin;
        }

        return !isForAdmin;
    }
}
