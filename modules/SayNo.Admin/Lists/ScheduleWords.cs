using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Lists;

/// <summary>Says what will happen by itself, and what did not.</summary>
public static class ScheduleWords
{
    public static string Of(ScheduledAct act, string scope, PoLocalizer l)
    {
        var due = Moments.Text(act.DueAt, scope, l);

        return (act.Kind, act.State) switch
        {
            (ScheduledKind.Publish, ScheduledState.Failed) => l["It should have been published on {0}, and was not: {1}", due, l[act.Problem ?? ""].Value].Value,
            (ScheduledKind.Unpublish, ScheduledState.Failed) => l["It should have been taken from the public on {0}, and was not: {1}", due, l[act.Problem ?? ""].Value].Value,
            (ScheduledKind.Publish, _) => l["It will be published on {0}.", due].Value,
            _ => l["It will be taken from the public on {0}.", due].Value,
        };
    }
}
