using System.Text.Encodings.Web;
using System.Text.Json;
using SayNo.Content;

namespace SayNo.Campaign.RedButton;

/// <summary>How far a press of the red button has come.</summary>
public enum RedAlertState
{
    /// <summary>Waits for a second person.</summary>
    Waiting = 0,

    /// <summary>Visitors see it until its end; in a drill, previews do.</summary>
    Shown = 1,

    /// <summary>Somebody has taken it down.</summary>
    Ended = 2,

    /// <summary>Nobody has confirmed it, and nobody will.</summary>
    Dropped = 3,
}

/// <summary>One press of the red button: an alert that one person has prepared and another confirms, in all languages that it concerns.</summary>
public sealed class RedAlert
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Also the id of the item that visitors see.</summary>
    public required string Id { get; init; }

    /// <summary>Their codes with blanks between them; empty for every country.</summary>
    public required string Countries { get; init; }

    /// <summary>What it says, by locale, as it was when it was prepared: the second person confirms just that.</summary>
    public required string Texts { get; init; }

    public required DateTime EndsAt { get; set; }

    /// <summary>True if it is an exercise: it never reaches visitors.</summary>
    public required bool IsDrill { get; init; }

    public RedAlertState State { get; set; }

    public required string AskedById { get; init; }

    public required string AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public string? ConfirmedById { get; set; }

    public string? ConfirmedBy { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public string? EndedBy { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The countries; empty for every one.</summary>
    public IReadOnlyList<string> CountryList => Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Who owns what visitors see: the one country that it is for, else the campaign.</summary>
    public string Scope => CountryList is [var only] ? only : Scopes.Campaign;

    public IReadOnlyDictionary<string, RedAlertText> TextsByLocale => JsonSerializer.Deserialize<SortedDictionary<string, RedAlertText>>(Texts) ?? [];

    public static string Write(IReadOnlyDictionary<string, RedAlertText> texts) => JsonSerializer.Serialize(texts, Form);

    /// <summary>Whether visitors, or in a drill previews, show it at a moment.</summary>
    public bool IsOn(DateTime now) => State == RedAlertState.Shown && now < EndsAt;

    /// <summary>Whether a second person can still confirm it.</summary>
    public bool CanBeConfirmed(DateTime now) => State == RedAlertState.Waiting && now < EndsAt;
}

/// <summary>What an alert says in one language.</summary>
/// <param name="Title">The line above every page.</param>
/// <param name="Body">What to do, in Markdown.</param>
/// <param name="IsOwn">True if the person at the button wrote it; else it comes from the template.</param>
/// <param name="IsReviewed">False while nobody but its translator has read it.</param>
public sealed record RedAlertText(string Title, string Body, bool IsOwn, bool IsReviewed);

/// <summary>What somebody wants to tell everybody.</summary>
public sealed record NewRedAlert
{
    /// <summary>The template that says it in all languages.</summary>
    public required string TemplateId { get; init; }

    /// <summary>Empty for every country.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>How long it is shown, from the moment of asking.</summary>
    public required TimeSpan Lasts { get; init; }

    public bool IsDrill { get; init; }

    /// <summary>Own words in the languages at hand, in the place of the template's.</summary>
    public IReadOnlyList<OwnWords> Own { get; init; } = [];
}

/// <summary>Own words in one language.</summary>
public sealed record OwnWords(string Locale, string Title, string Body);
