using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Caching;

/// <summary>Writes the answer to what somebody typed: it is kept nowhere, neither here nor on the way nor by the browser.</summary>
public static class UnkeptAnswer
{
    /// <summary>For a program that may keep an answer for itself, as it knows already what was typed.</summary>
    public static readonly KeyValuePair<string, string> ForWhoAsked = new("Cache-Control", "private, max-age=60, stale-if-error=86400");

    public static Task WriteAsync(HttpContext context, Answer answer)
    {
        var coding = AcceptEncoding.Best(context.Request.Headers.AcceptEncoding.ToString());
        var body = coding == ContentCoding.Identity ? Representation.Identity(answer.Body) : Representation.Of(answer.Body, coding, CompressionLevel.Fastest);
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";

        foreach (var (name, value) in answer.Headers)
        {
            headers[name] = value;
        }

        headers.CacheControl = "no-store";
        headers.ContentType = answer.ContentType;
        headers.ContentEncoding = body.Coding;
        headers.ContentLength = body.Body.Length;

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.BodyWriter.WriteAsync(body.Body, context.RequestAborted).AsTask();
    }
}
