using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Api;

/// <summary>A kind of refusal (RFC 9457), with the page that explains it.</summary>
/// <param name="Name">Last part of the address of the page.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="Title">The same at each occurrence.</param>
/// <param name="Meaning">What has happened, for developers.</param>
/// <param name="Remedy">What they can do.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Meaning, string Remedy)
{
    public static readonly ProblemType UnknownParameter = new(
        "unknown-parameter", StatusCodes.Status400BadRequest, "Unknown query parameter",
        "The address carries a query parameter that this resource does not have, or carries one twice. It is refused rather than ignored, "
        + "because a misspelt filter that is ignored looks like one that works.",
        "Compare the name with errors[].allowed. Names are written in small letters.");

    public static readonly ProblemType InvalidParameter = new(
        "invalid-parameter", StatusCodes.Status400BadRequest, "Invalid value of a query parameter",
        "A query parameter has a value that it cannot have, such as a language or a country that the campaign does not have.",
        "Take one of the values in errors[].allowed.");

    public static readonly ProblemType MalformedCursor = new(
        "malformed-cursor", StatusCodes.Status400BadRequest, "Malformed cursor",
        "The cursor is none that this API has written. Cursors are opaque: they are copied from links.next and links.prev, not made.",
        "Start again without a cursor, and follow links.next.");

    public static readonly ProblemType NotFound = new(
        "not-found", StatusCodes.Status404NotFound, "Not found",
        "There is nothing public at this address: the country, language, type or id does not exist, is not published, or not in this language.",
        "errors[] says which part of the address was not found, and what there is.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed, "Method not allowed",
        "The Content API is for reading.",
        "Use one of the methods in the Allow header.");

    public static readonly ProblemType NotAcceptable = new(
        "not-acceptable", StatusCodes.Status406NotAcceptable, "Not acceptable",
        "The Accept header leaves out the only media type that the resource has.",
        "Send Accept: application/json, or no Accept header.");

    public static readonly ProblemType UriTooLong = new(
        "uri-too-long", StatusCodes.Status414UriTooLong, "Address too long",
        "No address of this API is longer than 2,000 characters.",
        "Leave out what does not belong into the address.");

    public static readonly ProblemType BadRequest = new(
        "bad-request", StatusCodes.Status400BadRequest, "Bad request",
        "The request could not be read, so nothing was looked for.",
        "Send a plain GET request without a body.");

    public static readonly ProblemType InternalError = new(
        "internal-error", StatusCodes.Status500InternalServerError, "Internal error",
        "Something went wrong on our side. It is in our log under the traceId.",
        "Show what you last received, and try again in a minute. If it stays, report the traceId.");

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
        [UnknownParameter, InvalidParameter, MalformedCursor, NotFound, MethodNotAllowed, NotAcceptable, UriTooLong, BadRequest, InternalError];

    /// <summary>The member <c>type</c>: the same on every host, and an address that explains the problem.</summary>
    public string Address => "/api/problems/" + Name;
}
