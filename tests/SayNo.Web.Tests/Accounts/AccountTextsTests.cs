using System.Text.RegularExpressions;
using SayNo.Content.Translating.Files;
using SayNo.Testing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Accounts;

public sealed partial class AccountTextsTests
{
    // A name, which no language translates.
    private const string Campaign = "Say No!";

    private static readonly string Module = Repository.Path("modules/SayNo.Accounts");

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public void Every_text_is_said_in_every_language_of_the_admin(string locale)
    {
        var said = Read($"{locale}.po").Where(entry => entry.Translations[0].Length > 0).Select(entry => entry.Id);

        Assert.Contains(locale, AdminTexts.Locales);
        Assert.Equal(Read("accounts.pot").Select(entry => entry.Id), said);
    }

    [Fact]
    public void The_template_holds_every_text_of_the_code_and_no_other()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Module, "Pages"), "*.cs*", SearchOption.AllDirectories)
            // The screens about other people's accounts, and about notices, have their texts in the catalogue of the whole admin.
            .Where(path => !path.StartsWith(Path.Combine(Module, "Pages", "Admin", "Accounts"), StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("Notice", StringComparison.Ordinal))
            .Append(Path.Combine(Module, "Passwords", "PasswordRules.cs"))
            .Append(Path.Combine(Module, "Invitations", "NewAccount.cs"))
            .Append(Path.Combine(Module, "Invitations", "InvitationDesk.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Module, "SignIn"), "*.cs"))
            .SelectMany(path => Sentence().Matches(File.ReadAllText(path)).Select(match => match.Value.Trim('"')))
            .Concat(["Error", "Password", "Name", "Code", "Key:", "Cancel", "this one"])
            .Where(text => text != Campaign)
            .Distinct();

        Assert.Equal(Read("accounts.pot").Select(entry => entry.Id).Order(StringComparer.Ordinal), code.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<PoEntry> Read(string file)
    {
        // A template leaves the plural rule to the language.
        var text = File.ReadAllText(Path.Combine(Module, "Localization", file)).Replace("nplurals=INTEGER; plural=EXPRESSION;", "nplurals=1; plural=0;", StringComparison.Ordinal);

        return PoFile.Parse(text, file).Entries;
    }

    // Several words in quotes that begin with a capital: a text for people, unless it names values, as a line of the log does.
    [GeneratedRegex(@"""[A-Z][^""{}]* [^""{}]*(\{[0-9]\}[^""{}]*)*""")]
    private static partial Regex Sentence();
}
