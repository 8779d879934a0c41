using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Web.Admin;

namespace SayNo.Admin.Auditing;

/// <summary>Which entries of the audit log a screen shows, as its address says it.</summary>
public sealed record AuditQuery
{
    public const string Path = "/admin/audit";

    public string? Actor { get; init; }

    public string? Act { get; init; }

    public string? Target { get; init; }

    public string? Scope { get; init; }

    public string? Locale { get; init; }

    public bool IsRefusedOnly { get; init; }

    /// <summary>The first day, by the clock of the campaign.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, by the clock of the campaign.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The number of the last entry on the page before; none on the first page.</summary>
    public long? Before { get; init; }

    public bool IsNarrowed => this with { Before = null } != new AuditQuery();

    /// <summary>Reads the address; what it says wrongly counts as not said.</summary>
    public static AuditQuery Read(IQueryCollection query) => new()
    {
        Actor = QueryText.Of(query, "who"),
        Act = QueryText.Of(query, "act"),
        Target = QueryText.Of(query, "item"),
        Scope = QueryText.Of(query, "scope"),
        Locale = QueryText.Of(query, "locale") is { } locale ? LocaleInAddress.Read(locale) : null,
        IsRefusedOnly = query["refused"] == "yes",
        From = DayOf(query["from"]),
        To = DayOf(query["to"]),
        Before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    public AuditFilter ToFilter() => new()
    {
        Actor = Actor,
        Act = Act,
        Target = Target,
        Scope = Scope,
        Locale = Locale,
        IsRefused = IsRefusedOnly ? true : null,
        From = From is { } from ? StartOf(from) : null,
        Until = To is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1)) : null,
        Before = Before,
    };

    /// <summary>The address of the screen.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "who", Actor);
        Add(query, "act", Act);
        Add(query, "item", Target);
        Add(query, "scope", Scope);
        Add(query, "locale", Locale is null ? null : LocaleInAddress.Of(Locale));
        Add(query, "refused", IsRefusedOnly ? "yes" : null);
        Add(query, "from", TextOf(From));
        Add(query, "to", TextOf(To));
        Add(query, "before", Before?.ToString(CultureInfo.InvariantCulture));

        return Path + query.ToQueryString();
    }

    /// <summary>As browsers want a day in a form.</summary>
    public static string? TextOf(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTime StartOf(DateOnly day) => TimeZones.StartOf(Scopes.Campaign, day);

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1 ? day : null;

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(name, value);
        }
    }
}
