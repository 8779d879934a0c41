using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Reading;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Looks through everything that is stored for what the rules of today would not let in.</summary>
public sealed class ContentCheck(CmsDb db, ReadingAdvice reading, PictureReader pictures, IEnumerable<PublishGate> gates)
{
    private const int ItemsAtOnce = 500;

    private readonly List<CheckedProblem> _problems = [];
    private readonly HashSet<ReadingNote> _advice = [];
    private readonly SortedDictionary<string, ReadingLevel> _levels = new(StringComparer.Ordinal);
    private HashSet<string> _ids = [];

    /// <summary>What is wrong, in the order of type, scope, order and slug; then what gates would refuse today.</summary>
    public async Task<CheckedContent> RunAsync(IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var definitions = await db.Types.AsNoTracking().ToListAsync(ct);
        var types = definitions.ToDictionary(type => type.Name, type => ContentType.Read(RecipeJson.ObjectOf(type.Definition)), StringComparer.Ordinal);
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(setting => setting.Name, setting => setting.Value, ct);
        var locales = new SiteSettings(settings.ToDictionary(pair => pair.Key, pair => (JsonNode)RecipeJson.ObjectOf(pair.Value))).Locales;
        var ids = await db.Items.AsNoTracking()
            .OrderBy(item => item.Type).ThenBy(item => item.Scope).ThenBy(item => item.Order).ThenBy(item => item.Slug)
            .Select(item => item.Id).ToListAsync(ct);
        _ids = ids.ToHashSet(StringComparer.Ordinal);
        var variants = 0;
        var done = 0;

        foreach (var some in ids.Chunk(ItemsAtOnce))
        {
            var items = await LoadAsync(some, ct);

            foreach (var item in some.Select(id => items[id]))
            {
                Check(item, types.GetValueOrDefault(item.Type), locales);
                variants += item.Variants.Count;
            }

            progress?.Report(new("Checking items", done += some.Length, ids.Count));
        }

        await AskGatesAsync(ct);

        return new(ids.Count, variants, _problems, [.. _advice], _levels);
    }

    private Task<Dictionary<string, ContentItem>> LoadAsync(string[] ids, CancellationToken ct) => db.Items.AsNoTracking()
        .Include(item => item.Variants).ThenInclude(variant => variant.Draft)
        .Include(item => item.Variants).ThenInclude(variant => variant.Published)
        .Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, ct);

    private void Check(ContentItem item, ContentType? type, Locales locales)
    {
        if (type is null)
        {
            Add(item, "", new("", $"There is no content type {item.Type}. Declare it, or delete the item."), isPublic: true);

            return;
        }

        if (ContentRules.AgainstShowing(type, item.Variants) is { } problem)
        {
            Add(item, "", problem, isPublic: true);
        }

        foreach (var variant in item.Variants.OrderBy(variant => variant.Locale, StringComparer.Ordinal))
        {
            if (!variant.IsNeutral && locales.Find(variant.Locale) != variant.Locale)
            {
                Add(item, variant.Locale, new("", $"The site has no language {variant.Locale}. Add it to the settings."), variant.Published is not null);
            }

            Check(item, type, variant, variant.Published, isPublic: true);
            Check(item, type, variant, variant.Draft, isPublic: false);
        }
    }

    private void Check(ContentItem item, ContentType type, Variant variant, ContentVersion? version, bool isPublic)
    {
        if (version is null)
        {
            return;
        }

        var values = ContentValues.Parse(version.Data);

        foreach (var problem in type.Validate(values, variant.IsNeutral, item.Scope))
        {
            Add(item, variant.Locale, problem, isPublic);
        }

        foreach (var (field, id) in ContentRules.References(type, values).Where(one => !_ids.Contains(one.Id)))
        {
            Add(item, variant.Locale, ContentRules.PointsNowhere(field, id), isPublic);
        }

        if (!variant.IsNeutral)
        {
            Read(item, type, variant.Locale, values, isPublic);
        }
    }

    private void Read(ContentItem item, ContentType type, string locale, ContentValues values, bool isPublic)
    {
        foreach (var field in type.Fields.Where(ReadingAdvice.IsFor))
        {
            if (values[field.Name] is not { ValueKind: JsonValueKind.String } value || value.GetString() is not { Length: > 0 } text)
            {
                continue;
            }

            _advice.UnionWith(reading.Of(field.Name, text, locale).Select(advice => new ReadingNote(item.Type, item.Scope, item.Slug, locale, field.Name, advice)));

            if (isPublic)
            {
                _levels[locale] = _levels.GetValueOrDefault(locale, ReadingLevel.None).With(ReadingLevel.Of(text, locale));
            }
        }
    }

    private async Task AskGatesAsync(CancellationToken ct)
    {
        var asked = gates.Where(gate => gate.IsAskedAgain).ToList();

        if (asked.Count == 0 || (await pictures.ReadAsync(Picture.Empty, ct))?.After is not { } picture)
        {
            return;
        }

        foreach (var item in picture.All.OrderBy(item => item.Type, StringComparer.Ordinal).ThenBy(item => item, Picture.InOrder))
        {
            foreach (var locale in item.Locales.Keys.Prepend(Variant.Neutral))
            {
                foreach (var gate in asked)
                {
                    _problems.AddRange((await gate.ProblemsAsync(picture, item, locale, ct)).Select(problem => new CheckedProblem(
                        item.Type, item.Scope, item.Slug, locale, problem.Field, problem.Sentence, IsPublic: true)));
                }
            }
        }
    }

    private void Add(ContentItem item, string locale, Fields.Problem problem, bool isPublic) =>
        _problems.Add(new(item.Type, item.Scope, item.Slug, locale, problem.Field, problem.Sentence, isPublic));
}

/// <summary>What a <see cref="ContentCheck"/> found.</summary>
/// <param name="Items">How many items it looked at.</param>
/// <param name="Variants">How many variants they have.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Advice">What would be easier to read if it were said in another way.</param>
/// <param name="Levels">How hard the published texts are to read, by BCP 47 tag.</param>
public sealed record CheckedContent(
    int Items, int Variants, IReadOnlyList<CheckedProblem> Problems, IReadOnlyList<ReadingNote> Advice, IReadOnlyDictionary<string, ReadingLevel> Levels);

/// <summary>One thing that would be easier to read in other words.</summary>
/// <param name="Type">The item's type.</param>
/// <param name="Scope">The item's scope.</param>
/// <param name="Slug">The item's slug.</param>
/// <param name="Locale">BCP 47 tag.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Sentence">What is hard, and how to say it.</param>
public sealed record ReadingNote(string Type, string Scope, string Slug, string Locale, string Field, string Sentence);

/// <summary>One thing that is wrong with what is stored.</summary>
/// <param name="Type">The item's type.</param>
/// <param name="Scope">The item's scope.</param>
/// <param name="Slug">The item's slug.</param>
/// <param name="Locale">BCP 47 tag; empty for the neutral variant, and if it is about the item.</param>
/// <param name="Field">Name of the field; empty if it is about no field.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="IsPublic">True if visitors see it; a draft may be unfinished.</param>
public sealed record CheckedProblem(string Type, string Scope, string Slug, string Locale, string Field, string Sentence, bool IsPublic);
