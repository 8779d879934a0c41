using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>Says for each text of a release why the whole of it must not become public: everything is looked at as it would be afterwards.</summary>
public sealed class ReleaseCheck(
    CmsDb db, PublishedContent published, PublishCheck check, IEnumerable<PublishGate> gates, IEnumerable<ReleaseGate> releaseGates, TimeProvider time)
{
    private readonly PublishGate[] _gates = [.. gates];
    private readonly ReleaseGate[] _releaseGates = [.. releaseGates];

    internal async Task<ReleaseOutlook> OfAsync(ReleaseContent content, Editor by, CancellationToken ct)
    {
        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        var judged = content.Texts.Select(text => new Judged(text, text.ToShow(now, by.Name, by.Id))).ToList();

        foreach (var one in judged)
        {
            await JudgeAsync(one, by, ct);
        }

        JudgeItems(judged);
        var after = ReleasePicture.Of(published.Public, judged.Select(one => (one.Text, one.ToShow)));

        // Gates may count on values that are sound.
        if (judged.TrueForAll(one => one.Problems.Count == 0))
        {
            await AskGatesAsync(judged, after, ct);
        }

        return new()
        {
            Release = content.Release,
            Entries = [.. judged.Select(one => one.ToOutlook())],
            Problems = judged.Count == 0 ? [new("", "There is no text in it yet.")] : [],
            Picture = after,
        };
    }

    /// <summary>A release that is over: nothing can stop it any more.</summary>
    internal ReleaseOutlook OfEnded(ReleaseContent content) => new()
    {
        Release = content.Release,
        Entries = [.. content.Texts.Select(text => new Judged(text, null).ToOutlook())],
        Problems = [],
        Picture = published.Public,
    };

    private async Task JudgeAsync(Judged one, Editor by, CancellationToken ct)
    {
        var (text, entry) = (one.Text, one.Text.Entry);

        if (text is not { Item: { } item, Variant: { } variant, Type: { } type })
        {
            one.Problems.Add(new("", "This text does not exist any more. Take it out of the release."));

            return;
        }

        if (text.IsDone)
        {
            one.Warnings.Add(entry.Act == ReleaseAct.Unpublish ? "It is not public any more." : "It is public already.");

            return;
        }

        if (Against(text, variant) is { } problem)
        {
            one.Problems.Add(problem);

            return;
        }

        if (one.ToShow is { } version)
        {
            one.Problems.AddRange(await check.OfApprovalAsync(item, variant, version, type, by, ct));
            one.FourEyes = await FourEyes.DemandsAsync(db, type, variant, version, ct);
        }
    }

    private static Problem? Against(ReleaseText text, Variant variant) => text.Entry.Act switch
    {
        ReleaseAct.Publish => DraftRules.Against(variant, text.Entry.VersionId),
        _ when variant.ArchivedAt is not null => DraftRules.Archived,
        _ when variant.PublishedId != text.Entry.InsteadOf => new("", variant.Published is { } newer
            ? $"{newer.Author} has published version {newer.Number} since. Take this text out, or it would be lost to visitors."
            : "Somebody has taken it from the public since. Take this text out of the release."),
        ReleaseAct.Restore when text.Version is null => new("", "There is no such version of this text."),
        _ => null,
    };

    /// <summary>What no text can be told alone: languages need the fields that they share.</summary>
    private static void JudgeItems(List<Judged> judged)
    {
        foreach (var texts in judged.Where(one => one.Text is { Item: not null, Type: not null }).GroupBy(one => one.Text.Entry.ItemId))
        {
            var (item, type) = (texts.First().Text.Item, texts.First().Text.Type);
            var after = texts.ToDictionary(one => one.Text.Entry.Locale, one => one.IsPublicAfter);
            var variants = item?.Variants.Select(variant => Copy(variant, after.GetValueOrDefault(variant.Locale, variant.PublishedId is not null))).ToList() ?? [];

            if (type is not null && ContentRules.AgainstShowing(type, variants) is { } problem)
            {
                texts.First().Problems.Add(problem);
            }
        }
    }

    private static Variant Copy(Variant variant, bool isPublic) => new()
    {
        Id = variant.Id,
        ItemId = variant.ItemId,
        Locale = variant.Locale,
        Published = isPublic ? variant.Published ?? Nothing : null,
    };

    private static ContentVersion Nothing { get; } = new() { Id = "", VariantId = "", Number = 0, Data = "{}", Author = "", CreatedAt = DateTime.UnixEpoch };

    private async Task AskGatesAsync(List<Judged> judged, Picture after, CancellationToken ct)
    {
        var before = published.Public;
        var notes = new ReleaseNotes(db);
        var shown = new Dictionary<ReleasedText, Judged>();

        foreach (var one in judged.Where(one => !one.Text.IsDone))
        {
            one.Warnings.AddRange(await notes.OfAsync(before, after, one.Text, one.ToShow, ct));

            if (one.ToShow is null || after.Find(one.Text.Entry.ItemId) is not { } item)
            {
                continue;
            }

            shown[new(item, one.Text.Entry.Locale)] = one;

            foreach (var gate in _gates)
            {
                one.Problems.AddRange(await gate.ProblemsAsync(after, item, one.Text.Entry.Locale, ct));
            }
        }

        foreach (var gate in _releaseGates)
        {
            foreach (var finding in await gate.FindAsync(after, [.. shown.Keys], ct))
            {
                shown[finding.Text].Add(finding);
            }
        }
    }

    /// <summary>One text while it is looked at.</summary>
    private sealed class Judged(ReleaseText text, ContentVersion? toShow)
    {
        public ReleaseText Text => text;

        public ContentVersion? ToShow => toShow;

        public List<Problem> Problems { get; } = [];

        public List<Sentence> Warnings { get; } = [];

        public IReadOnlyList<FourEyesDemand> FourEyes { get; set; } = [];

        public bool IsPublicAfter => text.Entry.Act != ReleaseAct.Unpublish;

        public void Add(ReleaseFinding finding)
        {
            if (finding.IsStop)
            {
                Problems.Add(finding.Problem);

                return;
            }

            Warnings.Add(finding.Problem.Sentence);
        }

        public EntryOutlook ToOutlook() => new()
        {
            Entry = text.Entry,
            Item = text.Item,
            Variant = text.Variant,
            Version = text.Version,
            Problems = [.. Problems.Distinct()],
            Warnings = Warnings,
            FourEyes = FourEyes,
            IsDone = text.IsDone,
        };
    }
}
