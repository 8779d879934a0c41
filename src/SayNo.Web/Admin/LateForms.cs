using Microsoft.AspNetCore.Http;
using SayNo.Content.Publishing;

namespace SayNo.Web.Admin;

/// <summary>
/// Keeps what somebody wrote in a form that arrives after their session ran out, so that it is there after signing in again.
/// A module that has such forms registers its own; the module Accounts asks all of them.
/// </summary>
public abstract class LateForms
{
    /// <summary>Keeps the form if it is one of the module's; its token has been found good.</summary>
    /// <returns>Whether it was kept.</returns>
    public abstract Task<bool> KeepAsync(HttpContext context, IFormCollection form, Editor by, CancellationToken ct);
}
