using SayNo.Content.Translating.Files;
using SayNo.Testing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Admin.Localization;

public sealed class AdminCataloguesTests
{
    private static readonly string[] Templates =
    [
        "src/SayNo.Web/Admin/Localization/web.pot", "modules/SayNo.Admin/Localization/admin.pot", "modules/SayNo.Campaign/Localization/campaign.pot",
        "modules/SayNo.Media/Localization/media.pot",
    ];

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public void Every_text_is_said_in_every_language_of_the_admin(string locale)
    {
        Assert.Contains(locale, AdminTexts.Locales);

        foreach (var template in Templates)
        {
            var said = Read(Beside(template, locale)).Where(entry => entry.Translations.All(text => text.Length > 0)).Select(Key);
            Assert.Equal(Read(template).Select(Key), said);
        }
    }

    [Fact]
    public void English_only_mends_words_that_are_made_of_what_is_stored() =>
        Assert.All(Read("modules/SayNo.Admin/Localization/en.po"), entry => Assert.Contains(entry.Id, AdminSentences.OfRecipes));

    [Fact]
    public void Every_text_that_a_screen_looks_up_is_in_a_template() => AssertTranslated(AdminSentences.LookedUp);

    [Fact]
    public void Every_text_that_is_declared_for_the_screens_is_in_a_template() => AssertTranslated(AdminSentences.Declared);

    [Fact]
    public void Every_sentence_of_the_engine_is_in_a_template() => AssertTranslated(AdminSentences.OfEngine);

    [Fact]
    public void Every_name_hint_and_choice_of_the_content_types_is_in_a_template() => AssertTranslated(AdminSentences.OfRecipes);

    [Fact]
    public void No_template_holds_a_text_that_nothing_says() => Assert.Equal([], Templates.SelectMany(Read).Select(entry => entry.Id)
        .Where(id => !AdminSentences.Declared.Contains(id) && !AdminSentences.OfEngine.Contains(id) && !AdminSentences.OfRecipes.Contains(id))
        .Where(id => !AdminSentences.Code.Contains($"\"{id.Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public void The_modules_translate_the_same_words_in_the_same_way(string locale)
    {
        var ways = Templates.Append("modules/SayNo.Accounts/Localization/accounts.pot")
            .SelectMany(template => Read(Beside(template, locale)))
            .GroupBy(Key, entry => string.Join('|', entry.Translations))
            .Where(same => same.Distinct().Count() > 1);

        Assert.Equal([], ways.Select(same => $"{same.Key}: {string.Join(" / ", same)}"));
    }

    private static void AssertTranslated(IEnumerable<string> texts)
    {
        var known = Templates.Append("modules/SayNo.Accounts/Localization/accounts.pot").SelectMany(Read)
            .SelectMany(entry => new[] { entry.Id, entry.PluralId ?? entry.Id }).ToHashSet();

        Assert.NotEmpty(texts);
        Assert.Equal([], texts.Where(text => !known.Contains(text)));
    }

    private static string Key(PoEntry entry) => $"{entry.Id}|{entry.PluralId}";

    private static string Beside(string template, string locale) => $"{template[..(template.LastIndexOf('/') + 1)]}{locale}.po";

    private static IReadOnlyList<PoEntry> Read(string file)
    {
        // A template leaves the plural rule to the language.
        var text = Repository.Read(file).Replace("nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=(n != 1);", StringComparison.Ordinal);

        return PoFile.Parse(text, file).Entries;
    }
}
