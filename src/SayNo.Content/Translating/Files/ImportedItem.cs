using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating.Files;

/// <summary>What a file says of one item, judged segment by segment against what is there.</summary>
internal sealed class ImportedItem(ContentItem? item, string locale, bool mayWrite)
{
    private readonly List<UnitReport> _reports = [];
    private readonly Dictionary<ContentVersion, List<ExchangeUnit>> _taken = [];
    private SourcePast? _past;
    private bool _isPublic;
    private ContentType? _type;

    public IReadOnlyList<UnitReport> Reports => _reports;

    private ContentVersion? Newest => item?.Variants.SingleOrDefault()?.Newest;

    public bool MayWrite => mayWrite;

    public void Refuse(IEnumerable<ExchangeUnit> units) => _reports.AddRange(units.Select(unit => ReportOf(unit, UnitOutcome.Refused, item is null
        ? "The site has no such text. It was deleted, or the file is of another site or program."
        : mayWrite ? "This text is translated from no other." : "You may not write this text.")));

    public void Judge(IReadOnlyList<ExchangeUnit> units, ContentType type, SourcePast past, bool isPublic)
    {
        (_past, _isPublic, _type) = (past, isPublic, type);
        var now = past.Now is { } source ? PairedText.Of(source, Newest, past, isPublic).Pairs.ToList() : [];
        _reports.AddRange(units.Select(unit => Judge(unit, now)));
    }

    /// <summary>The text as the file wants it; null if it wants nothing.</summary>
    public DraftText? ToDraft()
    {
        if (_past is null || _taken.Count == 0)
        {
            return null;
        }

        var text = Newest;

        // What was made from older versions of the source comes first: what is current has the last word.
        foreach (var (source, units) in _taken.OrderBy(pair => pair.Key == _past.Now).ThenBy(pair => pair.Key.Number))
        {
            text = Apply(text, source, units);
        }

        return text is null ? null : new()
        {
            ItemId = item?.Id ?? "",
            Locale = locale,
            Values = ContentValues.Parse(text.Data),
            BasedOn = Newest?.Id,
            IsReviewed = Newest?.IsReviewed ?? true,
            MadeFrom = text.MadeFrom is { } madeFrom ? MadeFrom.Parse(madeFrom) : null,
            Comment = "From a translator's file.",
        };
    }

    private UnitReport Judge(ExchangeUnit unit, List<SegmentPair> now)
    {
        if (unit.IsUnfinished)
        {
            return ReportOf(unit, UnitOutcome.Unfinished);
        }

        if (SourceOf(unit) is not { } source || PairOf(source, unit, Newest) is not { } pair)
        {
            return ReportOf(unit, UnitOutcome.Refused, "The source has never said this, so nobody knows where it belongs.");
        }

        if (LostSigns.Between(pair.Source?.Text ?? "", unit.Target) is { Count: > 0 } lost)
        {
            return ReportOf(unit, UnitOutcome.Refused, $"The translation has lost {string.Join(", ", lost)}. Addresses and numbers must stay as they are.");
        }

        if (SegmentText.Same(pair.Target?.Text, unit.Target))
        {
            return Same(unit, source, pair);
        }

        return Against(unit, source, pair, now) is { } sentence ? ReportOf(unit, UnitOutcome.Kept, sentence) : Take(unit, source);
    }

    private UnitReport Same(ExchangeUnit unit, ContentVersion source, SegmentPair pair)
    {
        if (source != _past?.Now || !pair.HasChanged)
        {
            return ReportOf(unit, UnitOutcome.Same);
        }

        Add(source, unit);

        return ReportOf(unit, UnitOutcome.Confirmed);
    }

    private UnitReport Take(ExchangeUnit unit, ContentVersion source)
    {
        Add(source, unit);
        var isCurrent = source == _past?.Now;
        var problem = _type?[unit.Name?.Field ?? ""] is TextualField { MaxLength: { } most } && unit.Target.EnumerateRunes().Count() > most
            ? (Sentence)$"It is longer than {most} characters and cannot be published like this."
            : null;

        return ReportOf(unit, isCurrent ? UnitOutcome.Taken : UnitOutcome.TakenAsOutdated, problem ?? (isCurrent
            ? null
            : (Sentence)"The source has changed since the file was made."));
    }

    /// <summary>Why what is there stays: it is newer than the file.</summary>
    private Sentence? Against(ExchangeUnit unit, ContentVersion source, SegmentPair pair, List<SegmentPair> now)
    {
        var sent = unit.SentTarget;
        var there = pair.Target is { } target ? SourceHash.Of(target.Text) : ExchangeUnit.NoTarget;

        if (sent is not null && sent != there && pair.Target is not null)
        {
            return "Somebody has changed this translation since the file was made.";
        }

        var today = now.Find(one => one.Target is not null && pair.Target is not null && one.Field == pair.Field && one.Target.Index == pair.Target.Index);

        return source != _past?.Now && today is { State: SegmentState.Current }
            ? "The translation was brought up to date since the file was made."
            : sent is null && pair.Target is not null && pair.State != SegmentState.Current
                ? "The file does not say which translation it replaces, and there is one of another state of the source."
                : null;
    }

    private void Add(ContentVersion source, ExchangeUnit unit)
    {
        if (!_taken.TryGetValue(source, out var units))
        {
            _taken[source] = units = [];
        }

        units.Add(unit);
    }

    /// <summary>The version of the source that the unit was made from: what it says now, or else the last that said it.</summary>
    private ContentVersion? SourceOf(ExchangeUnit unit) => _past?.NewestFirst.FirstOrDefault(version =>
        unit.Name is { } name && _past[version].Hashes(name.Field).Count(hash => hash == name.Hash) > name.Occurrence);

    private SegmentPair? PairOf(ContentVersion source, ExchangeUnit unit, ContentVersion? text) => _past is null ? null
        : PairedText.Of(source, text, _past.AsOf(source), isPublic: true).Pairs
            .Where(pair => pair.Field == unit.Name?.Field && pair.Source?.Hash == unit.Name?.Hash).OrderBy(pair => pair.Source?.Index)
            .ElementAtOrDefault(unit.Name?.Occurrence ?? 0);

    private ContentVersion? Apply(ContentVersion? text, ContentVersion source, List<ExchangeUnit> units)
    {
        if (_past is not { } past)
        {
            return text;
        }

        var paired = PairedText.Of(source, text, past.AsOf(source), _isPublic || source != past.Now);
        var keys = units.Select(unit => (Unit: unit, PairOf(source, unit, text)?.Key)).Where(one => one.Key is not null)
            .ToDictionary(one => one.Key ?? "", one => one.Unit.Target, StringComparer.Ordinal);
        var composed = ComposedText.Of(paired, keys, [.. keys.Keys]);

        return new()
        {
            Id = text?.Id ?? "",
            VariantId = "",
            Number = text?.Number ?? 0,
            Data = composed.Values.ToString(),
            MadeFrom = composed.MadeFrom.ToString(),
            Author = "",
            CreatedAt = text?.CreatedAt ?? default,
        };
    }

    private UnitReport ReportOf(ExchangeUnit unit, UnitOutcome outcome, Sentence? why = null) => new()
    {
        ItemId = item?.Id ?? "",
        Type = item?.Type ?? "",
        Slug = item?.Slug ?? "",
        Field = unit.Name?.Field ?? "",
        Line = unit.Line,
        Source = unit.Source,
        Text = unit.Target,
        Outcome = outcome,
        Why = why,
    };
}
