using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Reviewing;

/// <summary>Says what became of a plan that has ended.</summary>
public static class PastPlanWords
{
    public static string Of(ScheduledAct act, string scope, PoLocalizer l)
    {
        var (due, ended) = (Moments.Text(act.DueAt, scope, l), Moments.Text(act.EndedAt ?? act.DueAt, scope, l));

        return (act.Kind, act.State) switch
        {
            (ScheduledKind.Publish, ScheduledState.Done) => l["Planned by {0} for {1}; published on {2}.", act.By, due, ended],
            (ScheduledKind.Publish, _) => l["A publication, planned by {0} for {1}, was called off on {2}.", act.By, due, ended],
            (_, ScheduledState.Done) => l["Planned by {0} for {1}; taken from the public on {2}.", act.By, due, ended],
            _ => l["The end, planned by {0} for {1}, was called off on {2}.", act.By, due, ended],
        };
    }
}
