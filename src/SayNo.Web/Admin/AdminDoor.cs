using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SayNo.Web.Media;
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
            return own.IsHost(context.Request) ? isForAdmin || IsForPreviews(context.Request.Path) : own.IsShared && !isForAdmin;
        }

        return !isForAdmin;
    }

    // Previews are public pages within the admin's, and want the files of the theme, pictures and films.
    private bool IsForPreviews(PathString path) => theme.Files.ContainsKey(path.Value ?? "") || path.StartsWithSegments(MediaFolder.Root);
}
