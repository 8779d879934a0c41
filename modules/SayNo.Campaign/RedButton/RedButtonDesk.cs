using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Alerts;
using SayNo.Campaign.Storage;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.RedButton;

/// <summary>The red button: one person prepares an alert, another confirms it, and one is enough to take it down.</summary>
public sealed class RedButtonDesk(
    CampaignDb db, RedAlertTemplates templates, RedAlertPublisher publisher, PublishedContent published, WriteTurns turns, Rights rights, AuditLog audit,
    TimeProvider time)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    /// <summary>Nothing that frightens stands above all pages for longer without somebody deciding so again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int LongestTitle = 120;
    private const int LongestBody = 600;
    private const int MostListed = 30;

    private static readonly Sentence Gone = "This alert does not exist any more.";

    public DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    /// <summary>The last presses of the button that somebody may read, what waits and what is shown first.</summary>
    public async Task<IReadOnlyList<RedAlert>> ListAsync(Editor by, CancellationToken ct)
    {
        var recent = await db.RedAlerts.AsNoTracking().OrderByDescending(alert => alert.AskedAt).ThenBy(alert => alert.Id).Take(MostListed).ToListAsync(ct);
        var reach = Rights.Reach(by, Right.Read);

        return
        [
            .. recent.Where(alert => reach.Holds(alert.Scope) || RedAlertPlaces.MayAsk(published.Public, by, alert.CountryList))
                .OrderBy(alert => !alert.CanBeConfirmed(Now)).ThenBy(alert => !alert.IsOn(Now)),
        ];
    }

    public async Task<RedAlert?> FindAsync(string id, Editor by, CancellationToken ct)
    {
        if (await db.RedAlerts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } alert)
        {
            return null;
        }

        rights.DemandReading(published.Public, by, alert);

        return alert;
    }

    /// <summary>What would be asked for; nothing is stored.</summary>
    public RedAlertResult Look(NewRedAlert wanted, Editor by)
    {
        var picture = published.Public;
        rights.DemandAsking(picture, by, wanted.Countries);

        if (Against(wanted, picture) is { Count: > 0 } problems)
        {
            return RedAlertResult.Refused(problems);
        }

        var template = templates.Find(wanted.TemplateId) ?? throw new InvalidOperationException("The template was there a moment ago.");

        return RedAlertResult.Done(new()
        {
            Id = ContentId.New(),
            Countries = string.Join(' ', wanted.Countries.Order(StringComparer.Ordinal)),
            Texts = RedAlert.Write(templates.TextsOf(template, RedAlertPlaces.LocalesOf(picture, wanted.Countries), wanted.Own)),
            EndsAt = UtcMoment.Stored(Now + wanted.Lasts),
            IsDrill = wanted.IsDrill,
            AskedById = by.Id,
            AskedBy = by.Name,
            AskedAt = Now,
        });
    }

    /// <summary>Keeps it for a second person.</summary>
    public async Task<RedAlertResult> AskAsync(NewRedAlert wanted, Editor by, CancellationToken ct)
    {
        if (Look(wanted, by) is not { Alert: { } alert } looked)
        {
            return Look(wanted, by);
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        db.RedAlerts.Add(alert);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, RedAlertActs.Of(RedAlertActs.Ask, alert), by, ct);
        await transaction.CommitAsync(ct);

        return looked;
    }

    /// <summary>Makes it public in one transaction; in a drill, on previews alone. Whoever has prepared it cannot.</summary>
    public async Task<RedAlertResult> ConfirmAsync(string id, Editor by, CancellationToken ct)
    {
        if (await db.RedAlerts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } alert)
        {
            return RedAlertResult.Refused(Gone);
        }

        rights.DemandConfirming(published.Public, by, alert.CountryList);

        return alert switch
        {
            _ when alert.AskedById == by.Id => RedAlertResult.Refused("You have prepared it yourself. Another person must confirm it."),
            { State: RedAlertState.Shown } => RedAlertResult.Refused("Somebody has confirmed it already."),
            { State: not RedAlertState.Waiting } => RedAlertResult.Refused("It was called off."),
            _ when alert.EndsAt <= Now => RedAlertResult.Refused("Its end has passed. Prepare it anew."),
            _ => await publisher.ShowAsync(alert, by, ct),
        };
    }

    /// <summary>Takes it down, or calls off what waits. One person is enough: less on a page frightens nobody.</summary>
    public async Task<RedAlertResult> EndAsync(string id, Editor by, CancellationToken ct)
    {
        if (await db.RedAlerts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } alert)
        {
            return RedAlertResult.Refused(Gone);
        }

        rights.DemandAsking(published.Public, by, alert.CountryList);

        return alert.State is RedAlertState.Waiting or RedAlertState.Shown
            ? await publisher.EndAsync(alert, by, ct)
            : RedAlertResult.Refused("It is over already.");
    }

    /// <summary>Lets it stand longer, counted from now. It takes the right to publish, and not two people: both have seen the text.</summary>
    public async Task<RedAlertResult> ExtendAsync(string id, TimeSpan lasts, Editor by, CancellationToken ct)
    {
        if (await db.RedAlerts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } alert)
        {
            return RedAlertResult.Refused(Gone);
        }

        rights.DemandConfirming(published.Public, by, alert.CountryList);

        return AgainstTime(lasts) is { } sentence ? RedAlertResult.Refused(sentence)
            : alert.IsOn(Now) ? await publisher.ExtendAsync(alert, UtcMoment.Stored(Now + lasts), by, ct)
            : RedAlertResult.Refused("It is over already.");
    }

    private static Sentence? AgainstTime(TimeSpan lasts) => lasts >= Shortest && lasts <= Longest
        ? null
        : $"An alert can stand from {Shortest.TotalMinutes:0} minutes to {Longest.TotalDays:0} days.";

    private List<Problem> Against(NewRedAlert wanted, Picture picture)
    {
        List<Problem> problems = [.. wanted.Own.SelectMany(words => Against(words, picture, wanted))];

        if (templates.Find(wanted.TemplateId) is null)
        {
            problems.Insert(0, new("Template", "Choose what has happened."));
        }

        if (wanted.Countries.Except(RedAlertPlaces.CountriesOf(picture)).FirstOrDefault() is { } unknown)
        {
            problems.Add(new("Where", $"{unknown} has no page."));
        }

        if (AgainstTime(wanted.Lasts) is { } sentence)
        {
            problems.Add(new("Hours", sentence));
        }

        if (wanted.Countries.Count > 1 && picture.Types.GetValueOrDefault(ActiveAlerts.Type)?["Countries"] is null)
        {
            problems.Add(new("Where", "This site is older than its program: an alert can go to one country or to all. Tell whoever runs the site."));
        }

        return problems;
    }

    private static IEnumerable<Problem> Against(OwnWords words, Picture picture, NewRedAlert wanted)
    {
        if (!RedAlertPlaces.LocalesOf(picture, wanted.Countries).Contains(words.Locale))
        {
            yield return new("Own", "Own words are in a language that none of the countries has.");
        }

        if (words.Title.Length is 0 or > LongestTitle || words.Body.Length is 0 or > LongestBody)
        {
            yield return new("Own", $"Own words need a title of at most {LongestTitle} signs and a text of at most {LongestBody}.");
        }

        if (wanted.Own.Count(other => other.Locale == words.Locale) > 1)
        {
            yield return new("Own", "Own words are there twice in one language.");
        }
    }
}

/// <summary>What became of an act with the red button.</summary>
public sealed record RedAlertResult
{
    private RedAlertResult()
    {
    }

    /// <summary>The alert; none if nothing was done.</summary>
    public RedAlert? Alert { get; private init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The number of the last change that the public sees; 0 if it sees none.</summary>
    public long Sequence { get; private init; }

    public bool IsDone => Alert is not null;

    internal static RedAlertResult Done(RedAlert alert, long sequence = 0) => new() { Alert = alert, Problems = [], Sequence = sequence };

    internal static RedAlertResult Refused(IReadOnlyList<Problem> problems) => new() { Problems = problems };

    internal static RedAlertResult Refused(Sentence sentence) => Refused([new Problem("", sentence)]);
}
