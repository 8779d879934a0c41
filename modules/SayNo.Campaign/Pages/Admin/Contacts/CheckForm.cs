using System.Globalization;
using SayNo.Campaign.Contacts;
using SayNo.Content.Fields;

namespace SayNo.Campaign.Pages.Admin.Contacts;

/// <summary>The form in which somebody records a check: what was typed, and what is wrong with it.</summary>
public sealed record CheckForm
{
    private const string DateFormat = "yyyy-MM-dd";

    public required ContactEntry Entry { get; init; }

    /// <summary>The day that it is in the country.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The field and the value of the way that was tried, with a colon between them.</summary>
    public string Tried { get; init; } = "";

    public string On { get; init; } = "";

    /// <summary>"yes", "no", or empty.</summary>
    public string Works { get; init; } = "";

    public string Note { get; init; } = "";

    public IReadOnlyList<CheckRefusal> Refusals { get; init; } = [];

    /// <summary>Why the contact could not take the date, in sentences of the content's rules.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool IsRefused => Refusals.Count > 0 || Problems.Count > 0;

    public string FirstDay => Text(Today.AddYears(-1));

    public string LastDay => Text(Today);

    /// <summary>An empty form, of today.</summary>
    public static CheckForm Of(ContactEntry entry, DateOnly today) => new()
    {
        Entry = entry,
        Today = today,
        On = Text(today),
        Tried = entry.Ways is [var only] ? TriedOf(only) : "",
    };

    public static string TriedOf(ContactWay way) => $"{way.Channel.Field}:{way.Value}";

    /// <summary>The id of an input, which is not the same for two contacts on one page.</summary>
    public string IdOf(string field) => $"{field}-{Entry.ItemId}";

    public IEnumerable<CheckRefusal> RefusalsOf(string field) => Refusals.Where(refusal => ContactWords.FieldOf(refusal) == field);

    /// <summary>What the form says; null if it does not say enough, which <paramref name="refusals"/> tells.</summary>
    public NewContactCheck? Read(out IReadOnlyList<CheckRefusal> refusals)
    {
        var isDate = DateOnly.TryParseExact(On.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        refusals =
        [
            .. Tried.Contains(':', StringComparison.Ordinal) ? Array.Empty<CheckRefusal>() : [CheckRefusal.NothingTried],
            .. isDate ? Array.Empty<CheckRefusal>() : [CheckRefusal.NoDate],
            .. Works is "yes" or "no" ? Array.Empty<CheckRefusal>() : [CheckRefusal.NoOutcome],
        ];

        if (refusals.Count > 0)
        {
            return null;
        }

        var parts = Tried.Split(':', 2);

        return new() { ItemId = Entry.ItemId, Field = parts[0], What = parts[1], On = on, Works = Works == "yes", Note = Note };
    }

    private static string Text(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);
}
