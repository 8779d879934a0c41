using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Admin;
using SayNo.Web.Previewing;

namespace SayNo.Campaign.RedButton;

/// <summary>Shows public pages with an alert above them that visitors do not see, or not yet.</summary>
internal static class RedButtonEndpoints
{
    public static void MapRedButton(this IEndpointRouteBuilder site) =>
        site.MapMethods("/admin/alert/{id}/page/{**path}", [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    private static async Task Show(HttpContext context, string id, string? path, RedButtonDesk desk, PublishedContent published, CancellationToken ct)
    {
        // What is over is not shown again as if it were not.
        if (await desk.FindAsync(id, SignedIn.Get(context), ct) is not { State: RedAlertState.Waiting or RedAlertState.Shown } alert)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        new PreviewAnswer(RedAlertPicture.Of(published.Public, alert), "/" + path) { IsFramed = true }.Answer(context);
    }
}
