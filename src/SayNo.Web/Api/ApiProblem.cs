using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Api;

/// <summary>One refusal, written as problem details (RFC 9457).</summary>
/// <param name="Type">Which kind it is.</param>
/// <param name="Detail">What is wrong here and what would be right, in a sentence.</param>
public sealed record ApiProblem(ProblemType Type, string Detail)
{
    public const string MediaType = "application/problem+json";

    public IReadOnlyList<ProblemPlace> Errors { get; init; } = [];

    /// <summary>A part of the path that leads nowhere.</summary>
    public static ApiProblem NotFound(string detail, string parameter, IReadOnlyList<string>? allowed = null) =>
        new(ProblemType.NotFound, detail) { Errors = [new("path", parameter, detail, allowed ?? [])] };

    /// <summary>What there is to say where only the status code is known.</summary>
    public static ApiProblem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(ProblemType.NotFound, "There is nothing at this address. /api/v1/openapi.json lists all there is."),
        StatusCodes.Status405MethodNotAllowed => new(ProblemType.MethodNotAllowed, "This API is for reading: use GET, HEAD or OPTIONS."),
        < StatusCodes.Status500InternalServerError => new(ProblemType.BadRequest, "The request is no valid HTTP request.") { Status = status },
        _ => new(ProblemType.InternalError, "Something went wrong on our side. Please try again in a minute.") { Status = status },
    };

    /// <summary>The HTTP status code.</summary>
    public int Status { get; init; } = Type.Status;

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers[Envelope.AllowOrigin.Key] = Envelope.AllowOrigin.Value;
        response.Headers[Envelope.ExposeHeaders.Key] = Envelope.ExposeHeaders.Value;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        var body = ApiJson.Bytes(json => Write(json, context));
        response.ContentLength = body.Length;

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private void Write(Utf8JsonWriter json, HttpContext context)
    {
        json.WriteStartObject();
        json.WriteString("type", Type.Address);
        json.WriteString("title", Type.Title);
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
        json.WriteString("instance", context.Request.Path.ToUriComponent());
        json.WriteString("traceId", Activity.Current?.Id ?? context.TraceIdentifier);
        json.WriteStartArray("errors");

        foreach (var place in Errors)
        {
            json.WriteStartObject();
            json.WriteString("in", place.In);
            json.WriteString("parameter", place.Parameter);
            json.WriteString("detail", place.Detail);
            ApiJson.WriteTexts(json, "allowed", place.Allowed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>Where in the request the problem lies.</summary>
/// <param name="In">path, query or header.</param>
/// <param name="Parameter">Name of the part.</param>
/// <param name="Detail">What is wrong with it.</param>
/// <param name="Allowed">What it may be; empty if that cannot be listed.</param>
public sealed record ProblemPlace(string In, string Parameter, string Detail, IReadOnlyList<string> Allowed);
