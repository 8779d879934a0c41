using SayNo.Testing;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

/// <summary>The plural forms of every language are those of CLDR for whole numbers.</summary>
public sealed class PluralFormsTests
{
    private const string OneAndOther = "0:1 1:0 2-200:1";
    private const string Slavic = "0:2 1:0 2-4:1 5-20:2 21:0 22-24:1 25-30:2 101:0 102-104:1 105-120:2 111-114:2 121:0";
    private const string CzechAndSlovak = "0:2 1:0 2-4:1 5-200:2";

    /// <summary>Numbers and the form they take, by CLDR's table of language plural rules.</summary>
    public static TheoryData<string, string> Rules => new()
    {
        { "ar", "0:0 1:1 2:2 3-10:3 11-99:4 100-102:5 103-110:3 111-199:4 200-202:5" },
        { "bg", OneAndOther },
        { "bs", Slavic },
        { "cs", CzechAndSlovak },
        { "da", OneAndOther },
        { "de", OneAndOther },
        { "el", OneAndOther },
        { "en", OneAndOther },
        { "es", OneAndOther },
        { "et", OneAndOther },
        { "fi", OneAndOther },
        { "fr", "0-1:0 2-200:1" },
        { "ga", "0:4 1:0 2:1 3-6:2 7-10:3 11-200:4" },
        { "hr", Slavic },
        { "hu", OneAndOther },
        { "is", "0:1 1:0 2-20:1 21:0 22-30:1 31:0 101:0 111:1 121:0" },
        { "it", OneAndOther },
        { "lt", "0:2 1:0 2-9:1 10-20:2 21:0 22-29:1 30:2 101:0 102-109:1 110-120:2" },
        { "lv", "0:0 1:1 2-9:2 10-20:0 21:1 22-29:2 30:0 101:1 102-109:2 110-120:0" },
        { "mk", "0:1 1:0 2-20:1 21:0 22-30:1 31:0 101:0 111:1 121:0" },
        { "mt", "0:1 1:0 2-10:1 11-19:2 20-101:3 102-110:1 111-119:2 120-200:3" },
        { "nb", OneAndOther },
        { "nl", OneAndOther },
        { "pl", "0:2 1:0 2-4:1 5-21:2 22-24:1 25-31:2 32-34:1 101:2 102-104:1 112-114:2" },
        { "pt", OneAndOther },
        { "ro", "0:1 1:0 2-19:1 20-100:2 101-119:1 120-200:2" },
        { "sk", CzechAndSlovak },
        { "sl", "0:3 1:0 2:1 3-4:2 5-100:3 101:0 102:1 103-104:2 105-200:3" },
        { "sq", OneAndOther },
        { "sr", Slavic },
        { "sr-Latn", Slavic },
        { "sv", OneAndOther },
        { "uk", Slavic },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_number_takes_the_form_that_CLDR_gives_it(string locale, string numbers)
    {
        var path = Repository.Path($"themes/SayNo.Theme/Localization/{locale}.po");
        var plurals = PoFile.Parse(File.ReadAllText(path), path).Plurals;

        Assert.Equal([], Read(numbers).Where(pair => plurals.FormOf(pair.Number) != pair.Form).Select(pair => $"{pair.Number}: {plurals.FormOf(pair.Number)}"));
    }

    [Fact]
    public void The_rule_of_every_language_of_the_campaign_is_known() =>
        Assert.Empty(RecipePicture.Campaign.Locales.Supported.Except(Rules.Select(row => (string)row[0])));

    private static IEnumerable<(int Number, int Form)> Read(string numbers) =>
        from part in numbers.Split(' ')
        let range = part.Split(':')[0].Split('-').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToList()
        from number in Enumerable.Range(range[0], range[^1] - range[0] + 1)
        select (number, part[^1] - '0');
}
