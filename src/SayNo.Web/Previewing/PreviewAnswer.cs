using Microsoft.AspNetCore.Http;
using SayNo.Content.Published;

namespace SayNo.Web.Previewing;

/// <summary>
/// What an endpoint asks for that shows a preview: the page of a public address, drawn exactly as visitors get it, but of another picture.
/// </summary>
/// <param name="Picture">What is shown.</param>
/// <param name="Path">The public address, such as <c>/at/de</c>.</param>
public sealed record PreviewAnswer(Picture Picture, string Path)
{
    // These have nothing to preview, and rules of their own for who may see them.
    private static readonly PathString[] NotPublic = ["/admin", "/api", "/preview"];

    /// <summary>True if screens of the admin may show it in a frame.</summary>
    public bool IsFramed { get; init; }

    /// <summary>Answers a request with the preview, once the endpoint has returned without writing anything.</summary>
    public void Answer(HttpContext context)
    {
        if (!Path.StartsWith('/') || Array.Exists(NotPublic, start => new PathString(Path).StartsWithSegments(start)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        context.Features.Set(this);
    }

    /// <summary>Whether a request is being answered with a preview.</summary>
    public static PreviewAnswer? Find(HttpContext context) => context.Features.Get<PreviewAnswer>();
}
