using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Security;

/// <summary>Gives every answer its security headers.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next, SecurityHeaders headers)
{
    public Task InvokeAsync(HttpContext context)
    {
        headers.AddTo(context);

        return next(context);
    }
}
