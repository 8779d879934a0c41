using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Web.Admin;

namespace SayNo.Media.Library;

/// <summary>Which files a list shows, as its address says it.</summary>
public sealed record MediaFilter
{
    public const string Path = "/admin/media";

    public string Search { get; init; } = "";

    public MediaGroup Group { get; init; }

    public string? Scope { get; init; }

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    public bool IsNarrowed => this with { Page = 1 } != new MediaFilter();

    /// <summary>Reads the address; what it says wrongly counts as not said.</summary>
    public static MediaFilter Read(IQueryCollection query) => new()
    {
        Search = QueryText.Of(query, "q") ?? "",
        Group = Enum.TryParse<MediaGroup>(query["kind"], ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : MediaGroup.Any,
        Scope = QueryText.Of(query, "scope"),
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "q", Search);
        Add(query, "kind", Group == MediaGroup.Any ? null : Group.ToString().ToLowerInvariant());
        Add(query, "scope", Scope);
        Add(query, "page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));

        return Path + query.ToQueryString();
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(name, value);
        }
    }
}

/// <summary>What a list of files can be narrowed to.</summary>
public enum MediaGroup
{
    Any,
    Pictures,
    Films,
    Captions,
}
