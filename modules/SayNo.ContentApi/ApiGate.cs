using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SayNo.Content.Published;
using SayNo.Web.Api;
using SayNo.Web.Caching;

namespace SayNo.ContentApi;

/// <summary>What holds for every request to the API before its endpoint is called: who may ask, in which form, and with which parameters.</summary>
internal sealed class ApiGate(RequestDelegate next, PublishedContent published)
{
    private const int MostCharacters = 2000;

    private static readonly StringValues Methods = "GET, HEAD, OPTIONS";
    private static readonly StringValues OneDay = "86400";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;

        if (!request.Path.StartsWithSegments("/api"))
        {
            return next(context);
        }

        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > MostCharacters)
        {
            return new ApiProblem(ProblemType.UriTooLong, $"The address has more than {MostCharacters} characters.").WriteAsync(context);
        }

        if (context.GetEndpoint() is not { } endpoint)
        {
            return next(context);
        }

        if (HttpMethods.IsOptions(request.Method))
        {
            return AnswerOptions(context.Response);
        }

        return endpoint.Metadata.GetMetadata<ApiOperation>() is { } operation ? CheckAsync(context, operation) : next(context);
    }

    private Task CheckAsync(HttpContext context, ApiOperation operation)
    {
        if (!AcceptedTypes.Include(context.Request.Headers.Accept, "application/json"))
        {
            var detail = "This resource comes as application/json only, which the Accept header leaves out.";

            return new ApiProblem(ProblemType.NotAcceptable, detail) { Errors = [new("header", "Accept", detail, ["application/json"])] }.WriteAsync(context);
        }

        var (request, problem) = new QueryReader(context, published.Current, operation).Read();

        if (problem is not null)
        {
            return problem.WriteAsync(context);
        }

        context.Features.Set(request);

        return next(context);
    }

    /// <summary>Any site may read from a browser (Fetch standard, CORS preflight): nothing here is secret, and nothing can be changed.</summary>
    private static Task AnswerOptions(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = Methods;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = OneDay;
        response.Headers.CacheControl = "no-store";

        return Task.CompletedTask;
    }
}
