using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Content.Tests.Publishing;

/// <summary>Several editors of several roles who do things in no order at all, with and without the right to.</summary>
internal sealed class RandomDesk(TestSite site, Random random)
{
    public static readonly string[] Locales = ["", "de", "el", "en", "fr"];

    private static readonly string[] Types = ["Step", "Contact", "Leaflet"];

    private static readonly string[] Everything = [Grant.All];

    private static readonly Editor[] Editors =
    [
        Person("Lea", ["EU"], Role.CampaignLead),
        Person("Luc", ["EU"], Role.CampaignLead),
        Person("Ada", ["DE"], Role.NationalEditor),
        Person("Bert", ["DE"], Role.NationalApprover),
        Person("Cleo", ["DE", "FR"], Role.NationalEditor, Role.NationalApprover),
        Person("Tom", ["EU", "DE", "FR"], Role.Translator),
        Person("Otto", Everything, Role.Auditor),
    ];

    private readonly List<string> _items = [];
    private readonly Dictionary<string, string> _scopes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Done, int Refused, int Denied)> _count = new(StringComparer.Ordinal);

    private (string Item, string Locale)? _last;

    public int Done => _count.Values.Sum(one => one.Done);

    public int Refusals => _count.Values.Sum(one => one.Denied);

    public string Summary => string.Join(", ", _count.Select(pair => $"{pair.Key} {pair.Value.Done}/{pair.Value.Refused}/{pair.Value.Denied}"));

    private static CancellationToken None => CancellationToken.None;

    /// <summary>One act, and what it may change of what is served.</summary>
    public async Task<Touched> ActAsync()
    {
        if (_items.Count < 5 || (_items.Count < 40 && random.Next(30) == 0))
        {
            var scope = new[] { "EU", "DE", "FR" }[random.Next(3)];
            await TryAsync("create", () => CreateAsync(scope, SomebodyFor(scope)));

            return Touched.Nothing;
        }

        // Half of the time the text that was saved last, so that many of them come as far as the public.
        var (item, locale) = _last is { } last && random.Next(2) == 0 ? last : (_items[random.Next(_items.Count)], Locales[random.Next(Locales.Length)]);
        var by = SomebodyFor(_scopes[item]);

        return random.Next(40) switch
        {
            < 14 => await UnseenAsync("save", () => SaveAsync(item, locale, by)),
            < 16 => await UnseenAsync("submit", () => ReviewAsync(review => review.SubmitAsync(item, locale, Maybe("Please."), by, None))),
            < 18 => await UnseenAsync("approve", async () => await WithNewestAsync(item, locale, (review, version) => review.ApproveAsync(item, locale, version, by, None))),
            < 20 => await UnseenAsync("reject", async () => await WithNewestAsync(item, locale, (review, version) => review.RejectAsync(item, locale, version, Maybe("No.") ?? "", by, None))),
            < 29 => await SeenAsync("publish", item, locale, () => PublishAsync(item, locale, by)),
            < 32 => await SeenAsync("unpublish", item, locale, () => PublisherAsync(publisher => publisher.UnpublishAsync(item, locale, by, None))),
            < 34 => await SeenAsync("amend", item, locale, () => AmendAsync(item, locale, by)),
            35 => await SeenAsync("archive", item, locale, () => ReviewAsync(review => review.ArchiveAsync(item, locale, by, None))),
            36 => await UnseenAsync("unarchive", () => ReviewAsync(review => review.UnarchiveAsync(item, locale, by, None))),
            37 => await UnseenAsync("restore", () => RestoreAsync(item, locale, by)),
            38 => await UnseenAsync("arrange", () => ArrangeAsync(_scopes[item], by)),
            39 when random.Next(3) == 0 => await DeleteAsync(item, by),
            _ => await UnseenAsync("schedule", () => ScheduleAsync(item, locale, by)),
        };
    }

    private static Editor Person(string name, string[] scopes, params Role[] roles) =>
        new($"id-{name}", name, [.. roles.Select(role => new Grant(role, scopes, Grant.Everywhere))]);

    /// <summary>Mostly one of those who work there; sometimes anybody, who then must change nothing.</summary>
    private Editor SomebodyFor(string scope)
    {
        var team = random.Next(8) == 0 ? Editors : [.. Editors.Where(one => one.Grants.Any(grant => grant.Scopes.Contains(scope)))];

        return team[random.Next(team.Length)];
    }

    private async Task<Touched> UnseenAsync(string verb, Func<Task<bool>> act)
    {
        await TryAsync(verb, act);

        return Touched.Nothing;
    }

    private async Task<Touched> SeenAsync(string verb, string item, string locale, Func<Task<bool>> act) =>
        await TryAsync(verb, act) ? new(item, locale) : Touched.Nothing;

    private async Task<bool> TryAsync(string verb, Func<Task<bool>> act)
    {
        var (done, refused, denied) = _count.GetValueOrDefault(verb);

        try
        {
            var isDone = await act();
            _count[verb] = isDone ? (done + 1, refused, denied) : (done, refused + 1, denied);

            return isDone;
        }
        catch (RightDeniedException)
        {
            _count[verb] = (done, refused, denied + 1);

            return false;
        }
    }

    private string? Maybe(string text) => random.Next(4) == 0 ? null : text;

    private async Task<bool> CreateAsync(string scope, Editor by)
    {
        var original = _items.Count > 0 && random.Next(3) == 0 ? _items[random.Next(_items.Count)] : null;
        var wanted = new NewItem { Type = Types[random.Next(Types.Length)], Scope = scope, Slug = $"item-{random.Next(1000)}", Order = random.Next(5) };
        var result = await site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            original is null ? drafts.CreateAsync(wanted, by, None) : drafts.CreateOverrideAsync(original, scope == "EU" ? "DE" : scope, by, None));

        if (result.Item is not { } item)
        {
            return false;
        }

        _items.Add(item.Id);
        _scopes[item.Id] = item.Scope;

        return true;
    }

    private async Task<bool> SaveAsync(string id, string locale, Editor by)
    {
        var type = await ReadAsync(db => db.Items.Where(item => item.Id == id).Select(item => item.Type).SingleAsync());
        var text = random.Next(12) == 0 ? "" : $"Text {random.Next(100)}";
        var values = (type, locale) switch
        {
            ("Step", "") => new JsonObject { ["Next"] = new JsonArray(_items[random.Next(_items.Count)]) },
            ("Step", _) => new JsonObject { ["Title"] = text, ["Body"] = text },
            ("Contact", "") => new JsonObject { ["Organisation"] = text, ["Phone"] = $"{110 + random.Next(3)}" },
            ("Contact", _) => new JsonObject { ["HoursNote"] = text },
            (_, "") => text.Length == 0 ? [] : new JsonObject { ["Printer"] = text },
            _ => text.Length == 0 ? [] : new JsonObject { ["Remark"] = text },
        };
        var draft = new DraftText
        {
            ItemId = id,
            Locale = locale,
            Values = ContentValues.Parse(values.ToJsonString()),
            BasedOn = random.Next(10) == 0 ? null : (await NewestAsync(id, locale)).Id,
        };
        _last = (id, locale);

        return (await site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(draft, by, None))).IsSaved;
    }

    private async Task<bool> PublishAsync(string id, string locale, Editor by)
    {
        var (version, _) = random.Next(2) == 0 ? await NewestAsync(id, locale) : (null, null);

        return await PublisherAsync(publisher =>
            version is null ? publisher.PublishAsync(id, locale, by, None) : publisher.PublishAsync(id, locale, version, by, None));
    }

    private Task<bool> AmendAsync(string id, string locale, Editor by)
    {
        var field = new[] { "Organisation", "HoursNote", "Body", "Phone" }[random.Next(4)];
        var changes = new Dictionary<string, JsonNode?> { [field] = random.Next(5) == 0 ? null : $"Amended {random.Next(10)}" };

        return PublisherAsync(publisher => publisher.AmendAsync(new() { ItemId = id, Locale = locale, Changes = changes }, Right.Verify, by, None));
    }

    private async Task<bool> RestoreAsync(string id, string locale, Editor by)
    {
        var (newest, variant) = await NewestAsync(id, locale);
        var number = random.Next(1, 6);
        var version = await ReadAsync(db => db.Versions.Where(one => one.VariantId == variant && one.Number == number).Select(one => one.Id).SingleOrDefaultAsync());

        return (await site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.RestoreAsync(id, locale, version ?? "", newest, by, None))).IsSaved;
    }

    private async Task<bool> ArrangeAsync(string scope, Editor by)
    {
        var type = Types[random.Next(Types.Length)];
        var ids = await ReadAsync(db => db.Items.Where(item => item.Type == type && item.Scope == scope).Select(item => item.Id).ToArrayAsync());
        random.Shuffle(ids);

        return (await site.WithAsync<ContentOrder, ReviewResult>(order => order.ArrangeAsync(type, scope, ids, by, None))).IsDone;
    }

    private async Task<bool> ScheduleAsync(string id, string locale, Editor by)
    {
        var (version, _) = await NewestAsync(id, locale);
        var due = DateTime.UtcNow.AddDays(random.Next(1, 30));

        return (await site.WithAsync<ContentSchedule, ScheduleResult>(schedule => random.Next(2) == 0
            ? schedule.PublishAtAsync(id, locale, version ?? "", due, by, None)
            : schedule.UnpublishAtAsync(id, locale, due, by, None))).IsDone;
    }

    private async Task<Touched> DeleteAsync(string id, Editor by)
    {
        var isDone = await TryAsync("delete", () => PublisherAsync(publisher => publisher.DeleteAsync(id, by, None)));
        _items.Remove(isDone ? id : "");
        _last = isDone ? null : _last;

        return isDone ? new(id, null) : Touched.Nothing;
    }

    private async Task<bool> WithNewestAsync(string id, string locale, Func<ContentReview, string, Task<ReviewResult>> act)
    {
        var (version, _) = await NewestAsync(id, locale);

        return await ReviewAsync(review => act(review, version ?? ""));
    }

    private async Task<bool> ReviewAsync(Func<ContentReview, Task<ReviewResult>> act) => (await site.WithAsync(act)).IsDone;

    private async Task<bool> PublisherAsync(Func<ContentPublisher, Task<PublishResult>> act) => (await site.WithAsync(act)).IsDone;

    private async Task<(string? Id, string? VariantId)> NewestAsync(string id, string locale)
    {
        var found = await ReadAsync(db => db.Variants.Where(variant => variant.ItemId == id && variant.Locale == locale)
            .Select(variant => new { Newest = variant.DraftId ?? variant.PublishedId, variant.Id }).SingleOrDefaultAsync());

        return (found?.Newest, found?.Id);
    }

    private Task<T> ReadAsync<T>(Func<CmsDb, Task<T>> read) => site.WithAsync(read);
}
