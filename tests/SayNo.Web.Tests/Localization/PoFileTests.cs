using SayNo.Content.Translating.Files;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class PoFileTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";

    [Fact]
    public void A_text_may_go_over_several_lines_and_hold_escapes()
    {
        var file = PoFile.Parse(Header + "msgid \"\"\n\"One \"\n\"two\"\nmsgstr \"Eins\\n\"\n\"\\tzwei \\\"drei\\\" \\\\\"\n", "de.po");

        var entry = Assert.Single(file.Entries);
        Assert.Equal("One two", entry.Id);
        Assert.Equal("Eins\n\tzwei \"drei\" \\", entry.Translations[0]);
    }

    [Fact]
    public void Comments_contexts_flags_and_Windows_line_ends_are_understood()
    {
        var text = "# by hand\n#. for translators\n#: Layout.cshtml:3\n#, c-format\nmsgctxt \"menu\"\nmsgid \"Home\"\nmsgstr \"Start\"\n\n#~ msgid \"Old\"\n#~ msgstr \"Alt\"\n";
        var file = PoFile.Parse('\uFEFF' + (Header + text).Replace("\n", "\r\n", StringComparison.Ordinal), "de.po");

        Assert.Equal(("menu", "Home"), (Assert.Single(file.Entries).Context, file.Entries[0].Id));
    }

    [Fact]
    public void A_fuzzy_message_does_not_count()
    {
        var file = PoFile.Parse(Header + "#, fuzzy\nmsgid \"A\"\nmsgstr \"Ah\"\n\nmsgid \"B\"\nmsgstr \"Beh\"\n", "de.po");

        Assert.Equal("B", Assert.Single(file.Entries).Id);
    }

    [Fact]
    public void A_message_with_plural_forms_has_as_many_as_the_language()
    {
        var file = PoFile.Parse(Header + "msgid \"{0} country\"\nmsgid_plural \"{0} countries\"\nmsgstr[0] \"Ein Land\"\nmsgstr[1] \"{0} Länder\"\n", "de.po");

        Assert.Equal(["Ein Land", "{0} Länder"], Assert.Single(file.Entries).Translations);
    }

    [Theory]
    [InlineData("msgid \"A\"\n", 7, "no translation line")]
    [InlineData("msgid \"A\nmsgstr \"B\"\n", 6, "between double quotes")]
    [InlineData("msgid \"A\"\nmsgstr \"a \"quoted\" word\"\n", 7, "needs a backslash")]
    [InlineData("msgid \"A\"\nmsgstr \"\\q\"\n", 7, "not a known escape")]
    [InlineData("msgid \"A\"\nmsgstr \"\\\"\n", 7, "single backslash")]
    [InlineData("msgid \"A\"\nmsgstr \"1\"\n\nmsgid \"A\"\nmsgstr \"2\"\n", 9, "twice")]
    [InlineData("msgstr \"x\"\n", 6, "cannot stand here")]
    [InlineData("msgid \"A\"\nmsgtr \"1\"\n", 7, "cannot stand here")]
    [InlineData("msgid \"A\"\nmsgid_plural \"As\"\nmsgstr[1] \"1\"\n", 8, "cannot stand here")]
    [InlineData("msgid \"A\"\nmsgid_plural \"As\"\nmsgstr[0] \"1\"\n", 6, "1 plural forms")]
    [InlineData("msgid \"Call {0}\"\nmsgstr \"Ruf an\"\n", 6, "lacks {0}")]
    [InlineData("msgid \"Sign {0:X4}\"\nmsgstr \"Zeichen {0}\"\n", 6, "has {0}")]
    [InlineData("msgid \"Call\"\nmsgstr \"Ruf {0} an\"\n", 6, "has {0}")]
    [InlineData("msgid \"Call {0}\"\nmsgstr \"Ruf {0} } an\"\n", 6, "curly bracket")]
    public void A_mistake_is_named_with_file_line_and_reason(string text, int line, string reason)
    {
        var problem = Assert.Throws<PoException>(() => PoFile.Parse(Header + text, "de.po"));

        Assert.StartsWith("de.po:", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=ISO-8859-1\\n", "UTF-8")]
    [InlineData("Plural-Forms: nplurals=2; plural=n % ;\\n", "expected")]
    [InlineData("Plural-Forms: nplurals=99; plural=0;\\n", "nplurals")]
    [InlineData("Plural-Forms: nplurals=2;\\n", "plural= is missing")]
    [InlineData("no colon\\n", "colon")]
    public void A_wrong_header_is_refused(string line, string reason)
    {
        var problem = Assert.Throws<PoException>(() => PoFile.Parse($"msgid \"\"\nmsgstr \"\"\n\"{line}\"\n", "xx.po"));

        Assert.StartsWith("xx.po:1:", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }
}
