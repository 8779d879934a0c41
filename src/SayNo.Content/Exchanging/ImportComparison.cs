using System.Security.Cryptography;
using System.Text;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Content.Exchanging;

/// <summary>Compares what a file says with what is stored, and says which drafts it takes.</summary>
internal sealed class ImportComparison(RecipeReading reading, string scope, Editor by) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<ImportedItem> _shown = [];
    private int _new;
    private int _changed;
    private int _same;
    private int _texts;

    /// <summary>The drafts that an item of the file takes; what is said already takes none.</summary>
    public IReadOnlyList<WantedText> Compare(PlannedItem item, ContentItem? stored)
    {
        var texts = item.Variants.Select(variant => Wanted(item, variant, stored)).OfType<WantedText>().ToList();

        if (stored is null)
        {
            DemandNeutral(item);
        }

        Count(item, stored, texts);

        return texts;
    }

    public ImportReport Report() => new()
    {
        Scope = scope,
        NewItems = _new,
        ChangedItems = _changed,
        SameItems = _same,
        Texts = _texts,
        Items = _shown,
        Problems = reading.Problems.ToList(),
        ProblemCount = reading.Problems.Count,
        Fingerprint = Convert.ToHexStringLower(_hash.GetCurrentHash()),
    };

    public void Dispose() => _hash.Dispose();

    private WantedText? Wanted(PlannedItem item, PlannedVariant planned, ContentItem? stored)
    {
        var variant = stored?.Variants.Find(one => one.Locale == planned.Locale);

        if ((planned.Draft ?? planned.Published) is not { } version || (variant is null && planned.IsOptional))
        {
            return null;
        }

        // What the public reads already is no news: a draft beside it is somebody's work and stays.
        if (Says(variant?.Draft, version) || Says(variant?.Published, version))
        {
            return null;
        }

        var row = item.Row;

        if (!Rights.May(by, Right.Exchange, scope, planned.Locale))
        {
            Refuse(row, planned.IsNeutral
                ? $"You may not change what all languages share of {scope}."
                : $"You may not write in {planned.Locale} for {scope}. Take this language out of the file.");
        }
        else if (variant?.ArchivedAt is not null)
        {
            Refuse(row, $"The text of \"{row.Slug}\" in {(planned.IsNeutral ? "all languages" : planned.Locale)} is in the archive. Take it out first.");
        }

        _hash.AppendData(Encoding.UTF8.GetBytes($"{item.Id}/{planned.Locale}/{variant?.Newest?.Id}/{version.Values}\n"));

        return new(planned, version, variant);
    }

    private void DemandNeutral(PlannedItem item)
    {
        if (!Rights.May(by, Right.Exchange, scope, Variant.Neutral))
        {
            Refuse(item.Row, $"You may not create items of {scope}.");
        }
    }

    private void Count(PlannedItem item, ContentItem? stored, List<WantedText> texts)
    {
        _texts += texts.Count;

        if (stored is not null && texts.Count == 0)
        {
            _same++;

            return;
        }

        (_new, _changed) = stored is null ? (_new + 1, _changed) : (_new, _changed + 1);

        if (_shown.Count < ImportReport.MostItems)
        {
            _shown.Add(new()
            {
                Id = item.Id,
                Type = item.Row.Type.Name,
                Slug = stored?.Slug ?? item.Row.Slug,
                IsNew = stored is null,
                Stays = stored is not null && (stored.Slug != item.Row.Slug || stored.Order != item.Row.Order),
                Texts = [.. texts.Select(Shown)],
            });
        }
    }

    private static ImportedText Shown(WantedText text) => new(
        text.Planned.Locale, text.Variant?.Newest is { } newest ? ContentValues.Parse(newest.Data) : null, text.Version.Values);

    private static bool Says(ContentVersion? stored, PlannedVersion wanted) =>
        stored is not null && stored.IsReviewed == wanted.IsReviewed && ContentValues.Parse(stored.Data).Same(wanted.Values);

    private void Refuse(ItemRow row, string sentence)
    {
        reading.ReturnTo(row.Text);
        reading.Refuse(row.Place, sentence);
    }
}

/// <summary>A draft that an import takes.</summary>
/// <param name="Planned">The variant as the file has it.</param>
/// <param name="Version">What its draft is to say.</param>
/// <param name="Variant">The variant that is stored; none if it is new.</param>
internal sealed record WantedText(PlannedVariant Planned, PlannedVersion Version, Variant? Variant);
