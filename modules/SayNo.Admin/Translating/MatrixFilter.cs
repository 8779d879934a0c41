using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Content;
using SayNo.Web.Admin;

namespace SayNo.Admin.Translating;

/// <summary>Which part of the matrix of translations is shown and in which order, as its address says it.</summary>
public sealed record MatrixFilter
{
    public const string Path = "/admin/translation";

    public string? Scope { get; init; }

    public string? Type { get; init; }

    public string? Locale { get; init; }

    /// <summary>The state whose texts are listed; null for what is to be done.</summary>
    public MatrixState? State { get; init; }

    /// <summary>Leaves out the rows in which nothing is outdated or missing.</summary>
    public bool IsOpenOnly { get; init; }

    /// <summary>What has waited longest comes first, not the countries in their order.</summary>
    public bool IsByWaiting { get; init; }

    public bool IsNarrowed => Scope is not null || Type is not null || Locale is not null || State is not null || IsOpenOnly;

    /// <summary>Whether single texts are listed: numbers of everything would hide them.</summary>
    public bool ListsTexts => Scope is not null || Locale is not null || State is not null;

    /// <summary>Reads the address; what it says wrongly counts as not said.</summary>
    public static MatrixFilter Read(IQueryCollection query) => new()
    {
        Scope = QueryText.Of(query, "scope") is { } scope && Scopes.IsValid(scope) ? scope : null,
        Type = QueryText.Of(query, "type"),
        Locale = QueryText.Of(query, "locale"),
        State = MatrixStates.Read(query["state"]),
        IsOpenOnly = query["open"] == "yes",
        IsByWaiting = query["sort"] == "waiting",
    };

    /// <summary>The address of the matrix.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "scope", Scope);
        Add(query, "type", Type);
        Add(query, "locale", Locale);
        Add(query, "state", State?.Name());
        Add(query, "open", IsOpenOnly ? "yes" : null);
        Add(query, "sort", IsByWaiting ? "waiting" : null);

        return Path + query.ToQueryString();
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
