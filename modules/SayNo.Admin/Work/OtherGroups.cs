using SayNo.Admin.Lists;
using SayNo.Admin.Translating;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Work;

/// <summary>Puts what is outdated, missing or planned in a scope into groups of tasks.</summary>
internal sealed class OtherGroups(TasksAsked asked, IReadOnlyList<ItemRow> rows, ItemTitles titles)
{
    private readonly Dictionary<string, ItemRow> _byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);

    private PoLocalizer L => asked.L;

    public TaskGroup Outdated(IReadOnlyList<TranslationState> outdated)
    {
        var texts = outdated.Where(text => _byId.ContainsKey(text.ItemId)).OrderByDescending(text => May(Right.Edit, text.Locale)).ThenBy(text => text.OutdatedSince).ToList();

        return new()
        {
            Key = "outdated",
            Title = L["Outdated: the original says something else by now"].Value,
            Urgency = Urgency.Outdated,
            Total = texts.Count,
            MorePath = new MatrixFilter { Scope = asked.Scope, State = MatrixState.Outdated }.ToString(),
            WhenEmpty = L["No text is outdated. When an original changes, what was made from it stands here."].Value,
            Tasks = [.. texts.Take(TaskLinks.Shown).Select(text => Link(text.ItemId, text.Locale, May(Right.Edit, text.Locale) ? "/translate" : "", Changed(text)) with { IsTheirs = May(Right.Edit, text.Locale) })],
        };
    }

    public TaskGroup Missing(IReadOnlyList<LanguageState> languages)
    {
        var missing = languages.SelectMany(language => language.Missing.Select(item => new MissingText(item, language.Locale, MayWrite(item.Scope, language.Locale))))
            .OrderByDescending(text => text.IsTheirs).ToList();

        return new()
        {
            Key = "missing",
            Title = L["Missing in a language"].Value,
            Urgency = Urgency.Missing,
            Total = missing.Count,
            WhenEmpty = L["Every text is public in every language that it should have."].Value,
            MorePath = missing is [var first, ..] ? new ItemFilter { Scope = first.Item.Scope, Locale = first.Locale, State = StateFilter.Missing }.ToString() : null,
            Tasks = [.. missing.Take(TaskLinks.Shown).Select(Link)],
        };
    }

    public TaskGroup Scheduled(string key, IReadOnlyList<ScheduledAct> schedule, Urgency urgency)
    {
        var acts = schedule.Where(act => _byId.ContainsKey(act.ItemId)).ToList();

        return new()
        {
            Key = key,
            Title = urgency == Urgency.Failed ? L["Planned, and not done"].Value : L["Planned"].Value,
            Urgency = urgency,
            Total = acts.Count,
            WhenEmpty = urgency == Urgency.Failed ? null : L["Nothing is planned. A text can be published, or taken from the public, at a time to come."].Value,
            Tasks =
            [
                .. acts.Take(TaskLinks.Shown).Select(act =>
                    Link(act.ItemId, act.Locale, "/schedule", $"{StateWords.Locale(act.Locale, L)}: {ScheduleWords.Of(act, asked.Scope, L)}") with
                    {
                        IsTheirs = May(Right.Publish, act.Locale),
                    }),
            ],
        };
    }

    private EditorTask Link(MissingText text)
    {
        var title = titles.Of(NamedItem.Of(text.Item), L.Culture.Name);
        var language = StateWords.Locale(text.Locale, L);

        return text.IsTheirs
            ? TaskLinks.Of(title, text.Item.Id, text.Locale, "/translate", language)
            : new()
            {
                Text = title.Text,
                TextLocale = title.Locale,
                Path = $"/admin/content/{text.Item.Id}",
                Note = L["{0}: somebody else must write it", language].Value,
                IsTheirs = false,
            };
    }

    private EditorTask Link(string itemId, string locale, string screen, string note) =>
        TaskLinks.Of(titles.Of(_byId[itemId].Named, L.Culture.Name), itemId, locale, screen, note);

    private string Changed(TranslationState text) => text.Kind == SourceKind.Override
        ? L["{0}: the campaign's wording has changed", StateWords.Locale(text.Locale, L)].Value
        : L["{0}: the text in {1} has changed", StateWords.Locale(text.Locale, L), StateWords.Locale(text.SourceLocale ?? "", L)].Value;

    private bool May(Right right, string locale) => Rights.May(asked.By, right, asked.Scope, locale);

    private bool MayWrite(string scope, string locale) => Rights.May(asked.By, Right.Edit, scope, locale);

    private sealed record MissingText(PublishedItem Item, string Locale, bool IsTheirs);
}
