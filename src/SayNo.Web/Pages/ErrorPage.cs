using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Pages;

/// <summary>What the theme's view "Error" is drawn from.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record ErrorPage(int Status)
{
    /// <summary>True if the address is wrong, false if we are.</summary>
    public bool IsMistakenAddress => Status < 500;

    /// <summary>True for a preview whose link has run out or was revoked.</summary>
    public bool IsOver => Status == StatusCodes.Status410Gone;
}
