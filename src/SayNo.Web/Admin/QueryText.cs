using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Admin;

/// <summary>Reads a text of a list's address.</summary>
public static class QueryText
{
    /// <summary>The text; none if it says nothing, is too long, or holds the one sign that PostgreSQL takes in no text.</summary>
    public static string? Of(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= 200 } text && !text.Contains('\0') ? text : null;
}
