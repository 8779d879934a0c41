using Microsoft.AspNetCore.Http;
using SayNo.Content.Publishing;

namespace SayNo.Web.Admin;

/// <summary>Who is signed in with a request. The module Accounts sets it, with the grants as the database has them at that moment.</summary>
public sealed record SignedIn(Editor Editor)
{
    /// <summary>The editor of a request; null if nobody is signed in.</summary>
    public static Editor? Find(HttpContext context) => context.Features.Get<SignedIn>()?.Editor;

    /// <exception cref="InvalidOperationException">Nobody is signed in, which the way to every admin screen rules out.</exception>
    public static Editor Get(HttpContext context) =>
        Find(context) ?? throw new InvalidOperationException("An admin screen was reached without signing in.");

    public static void Set(HttpContext context, Editor editor) => context.Features.Set(new SignedIn(editor));
}
