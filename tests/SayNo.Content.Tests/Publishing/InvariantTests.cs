using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class InvariantOnSqliteTests() : InvariantTests(DatabaseKind.Sqlite);

public sealed class InvariantOnPostgreSqlTests() : InvariantTests(DatabaseKind.PostgreSql);

/// <summary>Whatever editors do, in whatever order: these things hold.</summary>
public abstract class InvariantTests(DatabaseKind kind) : OnDatabase(kind)
{
    private const int Acts = 1000;

    private static readonly string[] AllLocales = ["", "de", "el", "en", "fr"];

    private static readonly Editor[] Editors =
    [
        .. new[] { "Ada", "Bert", "Cleo" }.Select(name => new Editor(name, name,
        [
            new Grant(Role.CampaignLead, Grant.Everywhere, Grant.Everywhere),
        ])),
    ];

    private readonly List<string> _items = [];

    private ChangeFollower Follower => Site.Services.GetRequiredService<ChangeFollower>();

    private Picture Picture => Site.Services.GetRequiredService<PublishedContent>().Current;

    [Fact]
    public async Task Random_acts_of_several_editors_never_break_the_rules()
    {
        var random = new Random(20261122);
        await Follower.CatchUpAsync(None);

        for (var act = 0; act < Acts; act++)
        {
            var before = Served(Picture);
            var (touched, result) = await ActAsync(random);
            await Follower.CatchUpAsync(None);

            Assert.Equal(Without(before, touched, result), Without(Served(Picture), touched, result));
        }

        await AssertNumbersHaveNoGapsAsync();
        Assert.Equal(await ReplayAsync(), Served(Picture));
        Assert.Equal(await FreshAsync(), Served(Picture));
    }

    /// <summary>One act, and the item and locale that it may change as served; nothing at all if it was not public.</summary>
    private async Task<((string Item, string? Locale) Touched, bool MayChange)> ActAsync(Random random)
    {
        var by = Editors[random.Next(Editors.Length)];

        if (_items.Count < 3 || random.Next(40) == 0)
        {
            await CreateAsync(random, by);

            return (("", null), false);
        }

        var item = _items[random.Next(_items.Count)];
        var locale = AllLocales[random.Next(AllLocales.Length)];

        switch (random.Next(20))
        {
            case < 9:
                await SaveAsync(random, item, locale, by);

                return ((item, locale), false);
            case < 16:
                return ((item, locale), (await ByPublisherAsync(one => one.PublishAsync(item, locale, by, None))).IsDone);
            case < 19:
                return ((item, locale), (await ByPublisherAsync(one => one.UnpublishAsync(item, locale, by, None))).IsDone);
            default:
                var isDeleted = (await ByPublisherAsync(one => one.DeleteAsync(item, by, None))).IsDone;
                _items.Remove(isDeleted ? item : "");

                return ((item, null), isDeleted);
        }
    }

    private async Task CreateAsync(Random random, Editor by)
    {
        var original = _items.Count > 0 && random.Next(3) == 0 ? _items[random.Next(_items.Count)] : null;
        var slug = $"item-{random.Next(1000)}";
        var result = await Site.WithAsync<ContentDrafts, CreateResult>(drafts => original is null
            ? drafts.CreateAsync(new() { Type = random.Next(2) == 0 ? "Step" : "Contact", Scope = "EU", Slug = slug, Order = random.Next(5) }, by, None)
            : drafts.CreateOverrideAsync(original, random.Next(2) == 0 ? "DE" : "FR", by, None));

        if (result.Item is { } item)
        {
            _items.Add(item.Id);
        }
    }

    private async Task SaveAsync(Random random, string id, string locale, Editor by)
    {
        var (type, newest) = await ReadAsync(async db => (
            (await db.Items.SingleAsync(item => item.Id == id)).Type,
            await db.Variants.Where(variant => variant.ItemId == id && variant.Locale == locale).Select(variant => variant.DraftId ?? variant.PublishedId).SingleOrDefaultAsync()));
        var text = random.Next(8) == 0 ? "" : $"Text {random.Next(100)}";
        var values = (type, locale) switch
        {
            ("Step", "") => Values(("Next", new System.Text.Json.Nodes.JsonArray(_items[random.Next(_items.Count)]))),
            ("Step", _) => Values(("Title", text), ("Body", text)),
            (_, "") => Values(("Organisation", text), ("Phone", "112")),
            _ => Values(("HoursNote", text)),
        };
        var basedOn = random.Next(10) == 0 ? null : newest;

        await Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = locale, Values = values, BasedOn = basedOn }, by, None));
    }

    private Task<PublishResult> ByPublisherAsync(Func<ContentPublisher, Task<PublishResult>> act) => Site.WithAsync(act);

    private async Task AssertNumbersHaveNoGapsAsync()
    {
        var changes = await ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Sequence));
        Assert.Equal(changes.Count, Picture.Sequence);

        foreach (var variant in await ReadAsync(db => db.Variants.AsNoTracking().ToListAsync()))
        {
            var numbers = await ReadAsync(db => db.Versions.Where(version => version.VariantId == variant.Id).Select(version => version.Number).Order().ToListAsync());
            Assert.Equal(Enumerable.Range(1, variant.LastNumber), numbers);
        }
    }

    /// <summary>What is public, put together from nothing but the log and the versions it names.</summary>
    private async Task<SortedDictionary<string, string>> ReplayAsync()
    {
        var versions = await ReadAsync(db => db.Versions.ToDictionaryAsync(version => version.Id));
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var change in await ChangesAsync())
        {
            var key = $"{change.ItemId}/{change.Locale}";

            switch (change.Kind)
            {
                case ChangeKind.Published:
                    shown[key] = versions.TryGetValue(change.VersionId!, out var version) ? $"{version.Id} {version.Data}" : "deleted later";
                    break;
                case ChangeKind.Unpublished:
                    shown.Remove(key);
                    break;
                case ChangeKind.Deleted:
                    AllLocales.ToList().ForEach(locale => shown.Remove($"{change.ItemId}/{locale}"));
                    break;
                default:
                    break;
            }
        }

        return shown;
    }

    /// <summary>What a node that starts now shows.</summary>
    private async Task<SortedDictionary<string, string>> FreshAsync()
    {
        var node = Site.AddNode();
        await node.GetRequiredService<ChangeFollower>().CatchUpAsync(None);

        return Served(node.GetRequiredService<PublishedContent>().Current);
    }

    private static SortedDictionary<string, string> Served(Picture picture)
    {
        var served = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var item in picture.All)
        {
            Assert.Same(item, picture.Find(item.Type, item.Scope, item.Slug));
            Assert.Contains(item, picture.OfType(item.Type));

            foreach (var (locale, version) in item.Locales.Append(KeyValuePair.Create("", item.Neutral!)).Where(pair => pair.Value is not null))
            {
                served[$"{item.Id}/{locale}"] = $"{version.Id} {version.Values}";
            }
        }

        return served;
    }

    private static SortedDictionary<string, string> Without(SortedDictionary<string, string> served, (string Item, string? Locale) touched, bool mayChange) =>
        !mayChange ? served : new(served.Where(pair => touched.Locale is null
            ? !pair.Key.StartsWith(touched.Item, StringComparison.Ordinal)
            : pair.Key != $"{touched.Item}/{touched.Locale}").ToDictionary(), StringComparer.Ordinal);
}
