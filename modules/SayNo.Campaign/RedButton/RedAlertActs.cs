using System.Text.Json;
using SayNo.Content.Auditing;

namespace SayNo.Campaign.RedButton;

/// <summary>What the audit log keeps of the red button; an exercise says that it is one.</summary>
internal static class RedAlertActs
{
    public const string Ask = Acts.AskForAlert;
    public const string Show = Acts.ShowAlert;
    public const string Extend = Acts.ExtendAlert;
    public const string End = Acts.EndAlert;

    public static AuditedAct Of(string act, RedAlert alert) => new()
    {
        Act = act,
        Target = alert.Id,
        Scope = alert.Scope,
        After = JsonSerializer.Serialize(new
        {
            countries = alert.Countries,
            endsAt = alert.EndsAt,
            askedBy = alert.AskedBy,
            drill = alert.IsDrill,
            texts = alert.TextsByLocale.Count,
            own = alert.TextsByLocale.Where(text => text.Value.IsOwn).Select(text => text.Key),
        }),
        Note = alert.IsDrill ? $"{RedAlertPicture.DrillMark}: {Title(alert)}" : Title(alert),
    };

    private static string Title(RedAlert alert) =>
        (alert.TextsByLocale.GetValueOrDefault("en") ?? alert.TextsByLocale.Values.FirstOrDefault())?.Title ?? "";
}
