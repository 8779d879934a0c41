using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>The items and versions of a batch: compares them with what is stored, and writes what differs.</summary>
internal sealed class BatchContent(CmsDb db, OpenChangeLog log, BatchItems items, BatchDefinitions definitions)
{
    private readonly List<BatchProblem> _problems = [];
    private readonly Dictionary<Variant, Pointers> _pointers = [];
    private readonly List<(ContentType Type, ContentItem Item)> _written = [];
    private readonly Dictionary<string, BatchProblem> _references = new(StringComparer.Ordinal);
    private HashSet<string> _takenIds = [];

    public IEnumerable<BatchProblem> Problems => items.Problems.Concat(_problems);

    public int Items { get; private set; }

    public int Versions { get; private set; }

    public async Task BeginAsync(IReadOnlyList<BatchItem> ordered, IReadOnlyDictionary<string, List<BatchVersion>> versions, CancellationToken ct)
    {
        if (versions.Keys.Except(ordered.Select(item => item.Id)).FirstOrDefault() is { } stray)
        {
            throw new InvalidOperationException($"The batch has versions of the item {stray}, but not the item.");
        }

        await items.CheckAsync(ordered, definitions, ct);

        if (items.Problems.Count == 0)
        {
            await items.FreeAddressesAsync(ct);
        }
    }

    public async Task ApplyAsync(IReadOnlyList<(BatchItem Item, List<BatchVersion> Versions)> chunk, CancellationToken ct)
    {
        if (items.Problems.Count > 0)
        {
            CheckOnly(chunk);

            return;
        }

        string[] ids = [.. chunk.Select(one => one.Item.Id)];
        var stored = await db.Items.Include(item => item.Variants).ThenInclude(variant => variant.Draft)
            .Include(item => item.Variants).ThenInclude(variant => variant.Published)
            .Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        await FindTakenIdsAsync(chunk.SelectMany(one => one.Versions), ct);

        foreach (var (wanted, versions) in chunk)
        {
            Apply(wanted, stored.GetValueOrDefault(wanted.Id), versions);
        }

        await SaveAsync(ct);
    }

    /// <summary>Checks what can be seen only at the end.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        var missing = await ContentRules.MissingAsync(db, [.. _references.Keys.Where(id => !items.Contains(id))], ct);
        _problems.AddRange(missing.Select(id => _references[id]));
    }

    private void CheckOnly(IEnumerable<(BatchItem Item, List<BatchVersion> Versions)> chunk)
    {
        foreach (var (item, version) in chunk.SelectMany(one => one.Versions.Select(version => (one.Item, version))))
        {
            if (definitions.Types.TryGetValue(item.Type, out var type))
            {
                Check(item, type, version);
            }
        }
    }

    private async Task FindTakenIdsAsync(IEnumerable<BatchVersion> versions, CancellationToken ct)
    {
        var ids = versions.SelectMany(version => new[] { version.VersionId, version.VariantId }).OfType<string>().Distinct().ToArray();
        _takenIds = new(StringComparer.Ordinal);

        foreach (var some in ids.Chunk(500))
        {
            _takenIds.UnionWith(await db.Versions.Where(version => some.Contains(version.Id)).Select(version => version.Id).ToListAsync(ct));
            _takenIds.UnionWith(await db.Variants.Where(variant => some.Contains(variant.Id)).Select(variant => variant.Id).ToListAsync(ct));
        }
    }

    private void Apply(BatchItem wanted, ContentItem? stored, List<BatchVersion> versions)
    {
        var type = definitions.Types[wanted.Type];
        var item = Write(wanted, stored);

        // The public text comes first, so that the draft beside it is the newer version.
        foreach (var version in versions.OrderBy(version => version.Locale, StringComparer.Ordinal).ThenByDescending(version => version.IsPublished))
        {
            Check(wanted, type, version);
            Apply(item, version);
        }

        _written.Add((type, item));
    }

    private ContentItem Write(BatchItem wanted, ContentItem? stored)
    {
        if (stored is null)
        {
            Items++;

            return db.Items.Add(new()
            {
                Id = wanted.Id,
                Type = wanted.Type,
                Scope = wanted.Scope,
                Slug = wanted.Slug,
                Order = wanted.Order,
                OverrideOf = wanted.OverrideOf,
                CreatedAt = wanted.CreatedAt ?? log.At,
            }).Entity;
        }

        if (items.Moves(wanted))
        {
            (stored.Scope, stored.Slug, stored.Order, stored.OverrideOf) = (wanted.Scope, wanted.Slug, wanted.Order, wanted.OverrideOf);
            Items++;

            if (stored.Variants.Any(variant => variant.Published is not null))
            {
                log.Append(ChangeKind.Moved, stored, Variant.Neutral);
            }
        }

        return stored;
    }

    private void Apply(ContentItem item, BatchVersion wanted)
    {
        var variant = item.Variants.FirstOrDefault(one => one.Locale == wanted.Locale);
        var pointers = variant is null ? null : PointersOf(variant);

        if (Says(wanted.IsPublished ? pointers?.Published : pointers?.Draft ?? pointers?.Published, wanted))
        {
            return;
        }

        variant ??= AddVariant(item, wanted);
        pointers ??= PointersOf(variant);

        if (!wanted.IsPublished)
        {
            pointers.Draft = AddVersion(variant, wanted, pointers.Draft ?? pointers.Published);

            return;
        }

        // A draft that says just this becomes public; any other draft is an editor's work and stays.
        (pointers.Published, pointers.Draft) = pointers.Draft is { } draft && Says(draft, wanted)
            ? (draft, null)
            : (AddVersion(variant, wanted, pointers.Published), pointers.Draft);
        pointers.Published.PublishedAt ??= wanted.PublishedAt ?? log.At;
        log.Append(ChangeKind.Published, item, wanted.Locale, pointers.Published.Id);
    }

    private Pointers PointersOf(Variant variant)
    {
        if (!_pointers.TryGetValue(variant, out var pointers))
        {
            _pointers[variant] = pointers = new() { Draft = variant.Draft, Published = variant.Published };
        }

        return pointers;
    }

    private Variant AddVariant(ContentItem item, BatchVersion wanted)
    {
        if (wanted.VariantId is { } id && !_takenIds.Add(id))
        {
            _problems.Add(new(item.Id, wanted.Locale, "", $"The id {id} belongs to another text already."));
        }

        var variant = new Variant { Id = wanted.VariantId ?? ContentId.New(), ItemId = item.Id, Locale = wanted.Locale };
        item.Variants.Add(variant);
        db.Variants.Add(variant);

        return variant;
    }

    private ContentVersion AddVersion(Variant variant, BatchVersion wanted, ContentVersion? basedOn)
    {
        Versions++;

        return db.Versions.Add(new()
        {
            Id = wanted.VersionId is { } id && _takenIds.Add(id) ? id : ContentId.New(),
            VariantId = variant.Id,
            Number = ++variant.LastNumber,
            Data = wanted.Values.ToString(),
            IsReviewed = wanted.IsReviewed,
            Author = wanted.Author ?? log.By,
            AuthorId = wanted.Author is null ? log.ById : "",
            BasedOn = basedOn?.Id,
            Comment = wanted.Comment,
            CreatedAt = wanted.CreatedAt ?? log.At,
        }).Entity;
    }

    // Variants point to versions and versions to variants: first the rows, then the pointers.
    private async Task SaveAsync(CancellationToken ct)
    {
        if (_problems.Count == 0)
        {
            await db.SaveChangesAsync(ct);
        }

        foreach (var (variant, pointers) in _pointers)
        {
            variant.Point(pointers.Draft, pointers.Published);
        }

        foreach (var (type, item) in _written)
        {
            if (ContentRules.AgainstShowing(type, item.Variants) is { } problem)
            {
                _problems.Add(new(item.Id, Variant.Neutral, problem.Field, problem.Sentence));
            }
        }

        _pointers.Clear();
        _written.Clear();

        if (_problems.Count == 0)
        {
            await db.SaveChangesAsync(ct);
        }

        db.ChangeTracker.Clear();
    }

    private void Check(BatchItem item, ContentType type, BatchVersion version)
    {
        var isNeutral = version.Locale == Variant.Neutral;
        var problems = version.IsPublished
            ? type.Validate(version.Values, isNeutral, item.Scope)
            : ContentRules.AgainstKeeping(type, version.Values, isNeutral);
        _problems.AddRange(problems.Select(problem => new BatchProblem(item.Id, version.Locale, problem.Field, problem.Sentence)));

        if (!isNeutral && definitions.Locales.Find(version.Locale) != version.Locale)
        {
            _problems.Add(new(item.Id, version.Locale, "", $"The site has no locale \"{version.Locale}\". Add it to its settings first."));
        }

        if (version.IsPublished)
        {
            foreach (var (field, id) in ContentRules.References(type, version.Values))
            {
                var problem = ContentRules.PointsNowhere(field, id);
                _references.TryAdd(id, new(item.Id, version.Locale, problem.Field, problem.Sentence));
            }
        }
    }

    private static bool Says(ContentVersion? version, BatchVersion wanted) =>
        version is not null && version.IsReviewed == wanted.IsReviewed && ContentValues.Parse(version.Data).Same(wanted.Values);

    private sealed class Pointers
    {
        public ContentVersion? Draft { get; set; }

        public ContentVersion? Published { get; set; }
    }
}
