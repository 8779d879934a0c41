using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Auditing;
using SayNo.Content.Published;
using SayNo.Content.Storage;
using Xunit.Abstractions;

namespace SayNo.Content.Tests.Publishing;

public sealed class RandomActsOnSqliteTests(ITestOutputHelper output) : RandomActsTests(DatabaseKind.Sqlite, output);

public sealed class RandomActsOnPostgreSqlTests(ITestOutputHelper output) : RandomActsTests(DatabaseKind.PostgreSql, output);

/// <summary>Whatever editors do, in whatever order, rule 1 and the log hold. Another seed is set by SAYNO_SEED.</summary>
public abstract class RandomActsTests(DatabaseKind kind, ITestOutputHelper output) : DeskTests(kind)
{
    private const int HowMany = 10_000;

    // Looking at every document is what takes the time.
    private const int LookEvery = 4;

    private ChangeFollower Follower => Site.Services.GetRequiredService<ChangeFollower>();

    [Fact]
    public async Task Ten_thousand_acts_of_several_editors_never_break_the_rules()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SAYNO_SEED"), out var given) ? given : 20261122;
        output.WriteLine($"Seed {seed}");
        await CommitAsync(batch => batch.Put(TypesUnderTest.Leaflet));
        var clock = Stopwatch.StartNew();
        var desk = new RandomDesk(Site, new Random(seed));
        await Follower.CatchUpAsync(None);
        var before = Documents.Of(Shown);

        for (var act = 0; act < HowMany; act += LookEvery)
        {
            var touched = new List<Touched>();

            for (var i = 0; i < LookEvery; i++)
            {
                touched.Add(await desk.ActAsync());
            }

            await Follower.CatchUpAsync(None);
            var after = Documents.Of(Shown);
            AssertSame(Documents.Without(before, touched), Documents.Without(after, touched));
            before = after;
        }

        output.WriteLine($"{HowMany} acts in {clock.Elapsed}: {desk.Summary}");
        Assert.True(desk.Refusals > 0 && desk.Done > HowMany / 4, desk.Summary);
        await AssertNumbersHaveNoGapsAsync();
        Assert.Equal(await ReplayAsync(), Documents.Own(Shown));
        Assert.Equal(await FreshAsync(), Documents.Of(Shown));
        await AssertAuditAsync();
    }

    /// <summary>Comparing is quick as long as there is nothing to tell.</summary>
    private static void AssertSame(List<KeyValuePair<string, string>> before, List<KeyValuePair<string, string>> after)
    {
        if (!before.SequenceEqual(after))
        {
            Assert.Equal(before, after);
        }
    }

    private async Task AssertNumbersHaveNoGapsAsync()
    {
        var changes = await ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Sequence));
        Assert.Equal(changes.Count, Shown.Sequence);
        var numbers = await ReadAsync(db => db.Versions.GroupBy(version => version.VariantId)
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(version => version.Number), First = group.Min(version => version.Number) }).ToListAsync());
        var last = await ReadAsync(db => db.Variants.ToDictionaryAsync(variant => variant.Id, variant => variant.LastNumber));
        Assert.All(numbers, one => Assert.Equal((1, one.Count, last[one.Key]), (one.First, one.Last, one.Last)));
        Assert.Equal(last.Count, numbers.Count);
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
                    RandomDesk.Locales.ToList().ForEach(locale => shown.Remove($"{change.ItemId}/{locale}"));
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

        return Documents.Of(node.GetRequiredService<PublishedContent>().Public);
    }

    private async Task AssertAuditAsync()
    {
        var verdict = await Site.WithAsync<AuditTrail, AuditVerdict>(trail => trail.VerifyAsync(Auditor, None));
        Assert.True(verdict.IsWhole, verdict.Fault?.Sentence);

        // Everything that the public ever saw change has somebody who did it.
        var changes = (await ChangesAsync()).Count(change => change.Kind == ChangeKind.Published);
        var acts = (await AuditAsync()).Count(entry => entry.Act is Acts.Publish or Acts.Amend or Acts.Confirm);
        Assert.Equal(changes, acts);
    }
}
