using SayNo.Content.Published;
using SayNo.Content.Translating.Files;
using SayNo.Testing;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class PoCatalogsTests : IDisposable
{
    private static readonly string Shipped = Repository.Path("themes/SayNo.Theme/Localization");

    private static readonly string[] Folders = ["themes", "modules", "src/SayNo.Web"];

    private readonly TempFolder _folder = new();
    private readonly PublishedContent _published = new();

    public PoCatalogsTests() => _published.Show(RecipePicture.Campaign);

    [Fact]
    public void Every_language_of_the_campaign_says_every_text()
    {
        foreach (var locale in RecipePicture.Campaign.Locales.Supported)
        {
            var file = PoFile.Parse(File.ReadAllText(Path.Combine(Shipped, $"{locale}.po")), $"{locale}.po");
            var said = file.Entries.Where(entry => entry.Translations.All(text => text.Length > 0)).Select(entry => entry.Id).ToHashSet();
            Assert.Equal([], Template().Except(said).Select(text => $"{locale}: {text}"));
        }
    }

    [Fact]
    public void Every_text_that_a_view_says_is_in_the_template()
    {
        var views = Directory.GetFiles(Repository.Path("themes/SayNo.Theme/Themes"), "*.cshtml", SearchOption.AllDirectories);
        var said = views.SelectMany(view => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(view), """(?:L\[|Fill\(|Plural\([^"]*)"(?<text>[^"]+)["]"""))
            .Select(match => match.Groups["text"].Value);

        Assert.Equal([], said.Except(Template()));
    }

    [Fact]
    public void Every_text_of_the_template_and_of_each_language_is_said_to_visitors_somewhere()
    {
        var code = string.Concat(CodeForVisitors().Select(File.ReadAllText));

        Assert.Equal([], Template().Where(text => !code.Contains($"\"{text}\"", StringComparison.Ordinal)));

        foreach (var file in Directory.GetFiles(Shipped, "*.po"))
        {
            Assert.Equal([], PoFile.Parse(File.ReadAllText(file), file).Entries.Select(entry => entry.Id).Except(Template()).Select(text => $"{Path.GetFileName(file)}: {text}"));
        }
    }

    [Fact]
    public void A_new_file_is_a_new_language()
    {
        File.WriteAllText(_folder.File("eo.po"), "msgid \"Police\"\nmsgstr \"Polico\"\n");

        Assert.Equal("Polico", Catalogs().For("eo")["Police"].Value);
    }

    [Fact]
    public void A_missing_text_comes_from_the_languages_it_falls_back_to_and_at_last_from_the_code()
    {
        File.WriteAllText(_folder.File("hr.po"), "msgid \"Police\"\nmsgstr \"Policija\"\n");
        File.WriteAllText(_folder.File("bs.po"), "msgid \"Film\"\nmsgstr \"Film\"\n\nmsgid \"Police\"\nmsgstr \"\"\n");
        var texts = Catalogs().For("bs");

        Assert.Equal("Policija", texts["Police"].Value);
        Assert.Equal("Never said", texts["Never said"].Value);
        Assert.True(texts["Never said"].ResourceNotFound);
    }

    [Fact]
    public void The_same_word_is_said_in_one_way_to_visitors_and_in_another_to_editors()
    {
        Directory.CreateDirectory(_folder.File("Admin"));
        File.WriteAllText(_folder.File("de.po"), "msgid \"Opening hours\"\nmsgstr \"Erreichbar\"\n\nmsgid \"Police\"\nmsgstr \"Polizei\"\n");
        File.WriteAllText(_folder.File("Admin/de.po"), "msgid \"Opening hours\"\nmsgstr \"Öffnungszeiten\"\n");
        var catalogs = Catalogs();

        Assert.Equal("Erreichbar", catalogs.For("de")["Opening hours"].Value);
        Assert.Equal("Öffnungszeiten", catalogs.ForEditors("de")["Opening hours"].Value);
        Assert.Equal("Polizei", catalogs.ForEditors("de")["Police"].Value);
    }

    [Fact]
    public void A_broken_file_stops_the_start_and_is_named_with_its_line()
    {
        File.WriteAllText(_folder.File("de.po"), "msgid \"Police\"\nmsgstr Polizei\n");

        var problem = Assert.Throws<PoException>(Catalogs);

        Assert.StartsWith($"{_folder.File("de.po")}:2:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(_folder.File("de.po"), [.. "msgid \"A\"\nmsgstr \""u8, 0xE4, .. "\"\n"u8]);

        Assert.Contains("UTF-8", Assert.Throws<PoException>(Catalogs).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 1, "1 country found")]
    [InlineData("en", 3, "3 countries found")]
    [InlineData("de", 1, "1 Land gefunden")]
    [InlineData("de", 3, "3 Länder gefunden")]
    public void Numbers_take_the_plural_of_the_language(string locale, int number, string text) =>
        Assert.Equal(text, new PoCatalogs(Shipped, _published).For(locale).Plural(number, "{0} country found", "{0} countries found"));

    public void Dispose() => _folder.Dispose();

    // gettext's template leaves the plural rule to the languages.
    private static IEnumerable<string> Template() => PoFile
        .Parse(File.ReadAllText(Path.Combine(Shipped, "sayno.pot")).Replace("nplurals=INTEGER; plural=EXPRESSION", "nplurals=2; plural=n!=1", StringComparison.Ordinal), "sayno.pot")
        .Entries.Select(entry => entry.Id);

    private PoCatalogs Catalogs() => new(_folder.Path, _published);

    private static IEnumerable<string> CodeForVisitors() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml"
            && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "Admin" or "SayNo.Admin" or "SayNo.Accounts" or "obj"));
}
