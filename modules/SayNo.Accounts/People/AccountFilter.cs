using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Accounts.People;

/// <summary>Which accounts a list shows, as its address says it.</summary>
public sealed record AccountFilter
{
    public const string Path = "/admin/accounts";

    public string Search { get; init; } = "";

    public Role? Role { get; init; }

    public string? Scope { get; init; }

    public AccountState State { get; init; }

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    public bool IsNarrowed => this with { Page = 1 } != new AccountFilter();

    /// <summary>Reads the address; what it says wrongly counts as not said.</summary>
    public static AccountFilter Read(IQueryCollection query) => new()
    {
        Search = QueryText.Of(query, "q") ?? "",
        Role = Enum.TryParse<Role>(query["role"], out var role) && Enum.IsDefined(role) ? role : null,
        Scope = QueryText.Of(query, "scope"),
        State = Enum.TryParse<AccountState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : AccountState.Any,
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "q", Search);
        Add(query, "role", Role?.ToString());
        Add(query, "scope", Scope);
        Add(query, "state", State == AccountState.Any ? null : State.ToString());
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

/// <summary>What a list of accounts can be narrowed to.</summary>
public enum AccountState
{
    Any,
    Locked,

    /// <summary>Never signed in.</summary>
    Never,

    /// <summary>Nothing beside the password yet.</summary>
    OneFactor,
    TwoFactors,
}
