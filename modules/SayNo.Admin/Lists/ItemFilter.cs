using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Lists;

/// <summary>What a list shows and in which order, as its address says it.</summary>
public sealed record ItemFilter
{
    public const string Path = "/admin/content";

    public string? Type { get; init; }

    public string? Scope { get; init; }

    public string? Locale { get; init; }

    public StateFilter State { get; init; }

    public bool IsWaiting { get; init; }

    public string Search { get; init; } = "";

    public ItemSort Sort { get; init; } = ItemSort.Changed;

    public bool IsDescending { get; init; } = true;

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowed => Type is not null || Scope is not null || Locale is not null || State != StateFilter.Any || IsWaiting || Search.Length > 0;

    /// <summary>Reads the address; what it says wrongly counts as not said.</summary>
    public static ItemFilter Read(IQueryCollection query)
    {
        var sort = Enum.TryParse<ItemSort>(query["sort"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : ItemSort.Changed;

        return new()
        {
            Type = QueryText.Of(query, "type"),
            Scope = QueryText.Of(query, "scope"),
            Locale = QueryText.Of(query, "locale") is { } locale ? LocaleInAddress.Read(locale) : null,
            State = StateFilters.Read(query["state"]),
            IsWaiting = query["waiting"] == "yes",
            Search = QueryText.Of(query, "q") ?? "",
            Sort = sort,
            IsDescending = QueryText.Of(query, "dir") is { } direction ? direction == "desc" : sort == ItemSort.Changed,
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };
    }

    /// <summary>The address of the list.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "q", Search);
        Add(query, "type", Type);
        Add(query, "scope", Scope);
        Add(query, "locale", Locale is null ? null : LocaleInAddress.Of(Locale));
        Add(query, "state", State == StateFilter.Any ? null : State.Name());
        Add(query, "waiting", IsWaiting ? "yes" : null);

        if (Sort != ItemSort.Changed || !IsDescending)
        {
            query.Add("sort", Sort.Name());
            query.Add("dir", IsDescending ? "desc" : "asc");
        }

        Add(query, "page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));

        return Path + query.ToQueryString();
    }

    /// <summary>The same list by a column; the other way round if it is in the order of that column already.</summary>
    public ItemFilter By(ItemSort sort) => this with { Sort = sort, IsDescending = sort == Sort ? !IsDescending : sort == ItemSort.Changed, Page = 1 };

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(name, value);
        }
    }
}

/// <summary>The columns that a list can be ordered by.</summary>
public enum ItemSort
{
    Title,
    Type,
    Scope,
    Changed,
}

/// <summary>Which states a list shows.</summary>
public enum StateFilter
{
    /// <summary>All but what was put away.</summary>
    Any,
    Draft,
    InReview,
    Approved,

    /// <summary>Public, be there something newer beside it or not.</summary>
    Published,

    /// <summary>Without a public text in the language that the list is about, where there should be one.</summary>
    Missing,
    Archived,
}

/// <summary>The words of the list's address.</summary>
public static class StateFilters
{
    private static readonly IReadOnlyDictionary<StateFilter, string> Names = new Dictionary<StateFilter, string>
    {
        [StateFilter.Draft] = "draft",
        [StateFilter.InReview] = "in-review",
        [StateFilter.Approved] = "approved",
        [StateFilter.Published] = "published",
        [StateFilter.Missing] = "missing",
        [StateFilter.Archived] = "archived",
    };

    public static string Name(this StateFilter state) => Names.GetValueOrDefault(state, "");

    public static string Name(this ItemSort sort) => sort switch
    {
        ItemSort.Title => "title",
        ItemSort.Type => "type",
        ItemSort.Scope => "scope",
        _ => "changed",
    };

    public static StateFilter Read(string? name) => Names.FirstOrDefault(pair => pair.Value == name).Key;

    /// <summary>Whether a variant is in a state.</summary>
    public static bool Holds(this StateFilter state, VariantRow variant) => state switch
    {
        StateFilter.Any => variant.State != VariantState.Archived,
        StateFilter.Draft => variant.State is VariantState.Draft,
        StateFilter.InReview => variant.State is VariantState.InReview,
        StateFilter.Approved => variant.State is VariantState.Approved,
        StateFilter.Published => variant.IsPublic,
        StateFilter.Archived => variant.State is VariantState.Archived,
        _ => false,
    };
}
