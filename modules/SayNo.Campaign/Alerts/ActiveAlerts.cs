using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Alerts;

/// <summary>What everybody should know at one moment, and when that changes.</summary>
/// <param name="Alerts">In the order of the scopes that were asked for: the country's before the campaign's.</param>
/// <param name="Turns">The moments at which an alert begins or ends, UTC.</param>
public sealed record ActiveAlerts(IReadOnlyList<Alert> Alerts, IReadOnlyList<DateTime> Turns)
{
    /// <summary>Name of the content type it is made of, for the response cache.</summary>
    public const string Type = "Alert";

    /// <summary>Where a page has the text of its alerts.</summary>
    public const string Anchor = "#alert";

    /// <summary>Those of the campaign, for pages outside of a country.</summary>
    public static ActiveAlerts Find(Picture picture, string locale, DateTime now) => Find(picture, locale, now, Scopes.Campaign);

    public static ActiveAlerts Find(Picture picture, string locale, DateTime now, params IReadOnlyList<string> scopes)
    {
        var alerts = scopes.SelectMany(scope => picture.OfType(Type, scope))
            .Select(item => Resolver.Resolve(picture, item, locale)).OfType<ResolvedContent>().Select(Alert.Of)
            .Where(alert => alert.IsFor(scopes)).ToList();

        return new([.. alerts.Where(alert => alert.IsActive(now))], [.. alerts.SelectMany(alert => alert.Turns())]);
    }

    /// <summary>When it last changed by the passing of time alone, UTC.</summary>
    public DateTime? ChangedAt(DateTime now) => Turns.Where(turn => turn <= now).Select(turn => (DateTime?)turn).Max();

    /// <summary>When it will next do so, UTC.</summary>
    public DateTime? ValidUntil(DateTime now) => Turns.Where(turn => turn > now).Select(turn => (DateTime?)turn).Min();

    /// <summary>The lines above a page.</summary>
    /// <param name="page">The page that has the texts; empty for the page itself.</param>
    public IReadOnlyList<PageAlert> Lines(string page) => Lines(Alerts, page);

    public static IReadOnlyList<PageAlert> Lines(IEnumerable<Alert> alerts, string page) =>
        [.. alerts.Select(alert => new PageAlert(alert.Title, alert.HasMore ? page + Anchor : null))];
}
