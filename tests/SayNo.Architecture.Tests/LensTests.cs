using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Architecture.Tests;

/// <summary>The records that read content must read what the recipes declare: a field renamed on one side only would be empty on every page.</summary>
public sealed partial class LensTests
{
    private static readonly Dictionary<string, string[]> KindsByReader = new()
    {
        ["Text"] = ["TextField", "MarkdownField"],
        ["Localized"] = ["TextField", "MarkdownField"],
        ["Required"] = ["TextField", "MarkdownField"],
        ["Texts"] = ["MultiTextField"],
        ["Flag"] = ["BooleanField"],
        ["Number"] = ["NumericField"],
        ["Date"] = ["DateField"],
        ["Moment"] = ["DateTimeField"],
        ["Link"] = ["LinkField"],
        ["Paths"] = ["MediaField"],
    };

    public static TheoryData<string, string> Lenses => new()
    {
        { "Accessibility/AccessibilityStatement.cs", "CountryPage" },
        { "Alerts/Alert.cs", "Alert" },
        { "Contacts/CountryContact.cs", "CountryContact" },
        { "Countries/CountryPage.cs", "CountryPage" },
        { "Facts/Fact.cs", "Fact" },
        { "Films/Film.cs", "Film" },
        { "Partners/Partner.cs", "Partner" },
        { "Steps/Step.cs", "Step" },
        { "Texts/ContentPage.cs", "Page" },
    };

    [Theory]
    [MemberData(nameof(Lenses))]
    public void A_lens_reads_fields_that_its_type_declares_of_the_kind_that_it_expects(string file, string type)
    {
        var declared = Fields(type);
        var read = Reading().Matches(House.Read($"modules/SayNo.Campaign/{file}"));

        Assert.NotEmpty(read);
        Assert.All(read, match => Assert.Contains(
            declared.GetValueOrDefault(match.Groups["field"].Value, "no such field"), KindsByReader[match.Groups["reader"].Value]));
    }

    [Theory]
    [MemberData(nameof(Lenses))]
    public void A_text_that_is_read_with_its_language_is_localized_and_no_other(string file, string type)
    {
        var localized = Records(type).Where(record => (bool?)record["Settings"]?["SayNoFieldSettings"]?["Localized"] == true)
            .Select(record => (string)record["Name"]!).ToHashSet();

        Assert.All(Reading().Matches(House.Read($"modules/SayNo.Campaign/{file}")), match => Assert.Equal(
            match.Groups["reader"].Value is "Localized" or "Required", localized.Contains(match.Groups["field"].Value)));
    }

    private static Dictionary<string, string> Fields(string type) =>
        Records(type).ToDictionary(record => (string)record["Name"]!, record => (string)record["FieldName"]!);

    private static IEnumerable<JsonNode> Records(string type) =>
        JsonNode.Parse(House.Read($"modules/SayNo.Campaign/Recipes/{type}.recipe.json"))!["steps"]!.AsArray()
            .SelectMany(step => step!["ContentParts"]!.AsArray())
            .Where(part => (string?)part!["Name"] == type)
            .SelectMany(part => part!["ContentPartFieldDefinitionRecords"]!.AsArray())
            .OfType<JsonNode>();

    [GeneratedRegex("""content\.(?<reader>\w+)\("(?<field>\w+)"\)""")]
    private static partial Regex Reading();
}
