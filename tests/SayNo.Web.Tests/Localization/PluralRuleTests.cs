using SayNo.Content.Translating.Files;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData("nplurals=1; plural=0;", new[] { 0, 1, 2, 5 }, new[] { 0, 0, 0, 0 })]
    [InlineData("nplurals=2; plural=(n != 1);", new[] { 0, 1, 2, 21 }, new[] { 1, 0, 1, 1 })]
    [InlineData("nplurals=2; plural=n>1;", new[] { 0, 1, 2 }, new[] { 0, 0, 1 })]
    [InlineData("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);", new[] { 1, 2, 12, 22, 25 }, new[] { 0, 1, 2, 1, 2 })]
    [InlineData("nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);", new[] { 1, 102, 3, 5 }, new[] { 0, 1, 2, 3 })]
    [InlineData("nplurals=3; plural=!(n-1) + 2*(n/2 == 3);", new[] { 1, 6, 9 }, new[] { 1, 2, 0 })]
    public void A_number_takes_its_form(string rule, int[] numbers, int[] forms) =>
        Assert.Equal(forms, numbers.Select(number => Rule(rule).FormOf(number)));

    [Theory]
    [InlineData("nplurals=2; plural=(n != 1;")]
    [InlineData("nplurals=2; plural=n ? 1;")]
    [InlineData("nplurals=2; plural=system(1);")]
    [InlineData("nplurals=2; plural=99999999999999999999;")]
    public void What_is_no_expression_is_refused(string rule) => Assert.Throws<PoException>(() => Rule(rule));

    [Fact]
    public void An_endless_expression_is_refused() =>
        Assert.Throws<PoException>(() => Rule($"nplurals=2; plural={new string('(', 100_000)}n{new string(')', 100_000)};"));

    [Theory]
    [InlineData("nplurals=2; plural=n%0;")]
    [InlineData("nplurals=2; plural=n+100;")]
    public void A_rule_that_leads_nowhere_takes_the_first_form(string rule) => Assert.Equal(0, Rule(rule).FormOf(7));

    private static PluralRule Rule(string rule) => PoFile.Parse($"msgid \"\"\nmsgstr \"Plural-Forms: {rule}\\n\"\n", "xx.po").Plurals;
}
