using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Campaign.Contacts;

/// <summary>The contacts that somebody should look after, for the first screen.</summary>
public sealed class ContactTasks(ContactBoard board) : EditorTasks
{
    private const int Shown = 5;

    private static readonly (string Key, Urgency Urgency, ContactNeed[] Needs)[] Groups =
    [
        ("contacts-not-working", Urgency.Overdue, [ContactNeed.NotWorking, ContactNeed.BrokenLink]),
        ("contacts-overdue", Urgency.Overdue, [ContactNeed.Red, ContactNeed.NeverChecked]),
        ("contacts-due", Urgency.Due, [ContactNeed.Amber]),
    ];

    public override async Task<IReadOnlyList<TaskGroup>> OfAsync(TasksAsked asked, CancellationToken ct)
    {
        var entries = await board.OfAsync(asked.Scope, asked.By, ct);

        // A contact stands in one group, that of its most urgent need, so that nothing is counted twice.
        return [.. Groups.Select(group => Of(group.Key, group.Urgency, [.. entries.Where(entry => entry.IsDue && group.Needs.Contains(entry.Needs[0]))], asked))];
    }

    public override async Task<IReadOnlyList<TaskColumn>> CountsAsync(Editor by, PoLocalizer l, CancellationToken ct)
    {
        var due = await board.DueAsync(by, ct);

        return [new(l["Contacts due for a check"], due.GroupBy(entry => entry.Scope).ToDictionary(group => group.Key, group => group.Count()))];
    }

    private static TaskGroup Of(string key, Urgency urgency, IReadOnlyList<ContactEntry> entries, TasksAsked asked)
    {
        var mayCheck = Rights.May(asked.By, Right.Verify, asked.Scope, Variant.Neutral);
        var list = $"/admin/contacts?scope={asked.Scope}";

        return new()
        {
            Key = key,
            Title = Title(key, asked.L),
            Urgency = urgency,
            Total = entries.Count,
            MorePath = list,
            WhenEmpty = key == "contacts-overdue" ? asked.L["No contact waits for its check."].Value : null,
            Tasks =
            [
                .. entries.OrderBy(entry => entry.Urgency).ThenBy(entry => entry.CheckedOn).Take(Shown).Select(entry => new EditorTask
                {
                    Text = entry.Organisation,
                    Path = mayCheck && entry.Ways.Count > 0 ? $"/admin/contacts/{entry.ItemId}/check" : $"{list}#contact-{entry.ItemId}",
                    Note = string.Join(", ", entry.Needs.Select(need => ContactWords.Need(need, asked.L))),
                    IsTheirs = mayCheck,
                    Quote = entry.Ways.FirstOrDefault(way => way.IsReported)?.Last?.Note,
                }),
            ],
        };
    }

    private static string Title(string key, PoLocalizer l) => key switch
    {
        "contacts-not-working" => l["Contacts that do not work"],
        "contacts-overdue" => l["Contacts to check now"],
        _ => l["Contacts to check soon"],
    };
}
