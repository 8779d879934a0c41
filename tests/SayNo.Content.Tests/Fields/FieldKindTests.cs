using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields;

namespace SayNo.Content.Tests.Fields;

public sealed class FieldKindTests
{
    [Theory]
    [InlineData("TextField", """{"Text":"Call us"}""", "\"Call us\"")]
    [InlineData("MarkdownField", """{"Markdown":"- one\n- two"}""", "\"- one\\n- two\"")]
    [InlineData("NumericField", """{"Value":600}""", "600")]
    [InlineData("BooleanField", """{"Value":false}""", "false")]
    [InlineData("DateField", """{"Value":"2026-11-22"}""", "\"2026-11-22\"")]
    [InlineData("DateTimeField", """{"Value":"2026-11-22T18:30:00Z"}""", "\"2026-11-22T18:30:00Z\"")]
    [InlineData("TimeField", """{"Value":"18:30"}""", "\"18:30\"")]
    [InlineData("LinkField", """{"Url":"https://police.example/","Text":"Police"}""", """{"Url":"https://police.example/","Text":"Police"}""")]
    [InlineData("MultiTextField", """{"Values":["de","fr"]}""", """["de","fr"]""")]
    [InlineData("MediaField", """{"Paths":["films/a.mp4"],"MediaTexts":["A film"]}""", """[{"Path":"films/a.mp4","Text":"A film"}]""")]
    [InlineData("ContentPickerField", """{"ContentItemIds":["4xk2m9q7w3e5r8t6y1z0a9b8cd"]}""", """["4xk2m9q7w3e5r8t6y1z0a9b8cd"]""")]
    [InlineData("LocalizationSetContentPickerField", """{"LocalizationSets":["4xk2m9q7w3e5r8t6y1z0a9b8cd"]}""", """["4xk2m9q7w3e5r8t6y1z0a9b8cd"]""")]
    public void Every_kind_keeps_its_value_on_the_way_from_Orchard_Core_and_back(string kind, string members, string stored)
    {
        var field = Field(kind);

        var value = JsonElement.Parse(field.FromOrchard((JsonObject)JsonNode.Parse(members)!)!.ToJsonString());

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(stored), value));
        Assert.Empty(field.Problems(value, "DE"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(members), JsonNode.Parse(field.ToOrchard(value).ToJsonString())));
    }

    [Fact]
    public void Every_kind_is_in_that_table() =>
        Assert.Equal(12, FieldKinds.Names.Count);

    [Theory]
    [InlineData("TextField", """{"Text":5}""")]
    [InlineData("NumericField", """{"Value":"5"}""")]
    [InlineData("BooleanField", """{"Value":"yes"}""")]
    [InlineData("DateField", """{"Value":"22.11.2026 soon"}""")]
    [InlineData("LinkField", """{"Url":["https://police.example/"]}""")]
    [InlineData("MultiTextField", """{"Values":"de"}""")]
    [InlineData("MultiTextField", """{"Values":[1]}""")]
    public void Members_of_another_kind_are_refused_by_name(string kind, string members)
    {
        var problem = Assert.Throws<FormatException>(() => Field(kind).FromOrchard((JsonObject)JsonNode.Parse(members)!));

        Assert.Contains("must", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://police.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@police.example/")]
    [InlineData("//police.example/")]
    [InlineData("https://police.example/a b")]
    [InlineData("https://localhost/")]
    public void A_link_that_is_no_whole_https_address_is_refused(string url)
    {
        var value = JsonElement.Parse(new JsonObject { ["Url"] = url }.ToJsonString());

        Assert.Contains("https://", Assert.Single(Field("LinkField").Problems(value, "DE")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Call\u202E116111")]
    [InlineData("Call\u0007")]
    [InlineData("\u0000")]
    public void A_character_that_hides_what_is_read_is_refused(string text) =>
        Assert.Contains("invisible", Assert.Single(Field("TextField").Problems(Value(text), "DE")), StringComparison.Ordinal);

    [Fact]
    public void Length_is_counted_as_people_count_it()
    {
        var field = new TextField { Name = "Title", MaxLength = 3 };

        Assert.Empty(field.Problems(Value("äß\U0001F600"), "DE"));
        Assert.Contains("4 characters", Assert.Single(field.Problems(Value("four"), "DE")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_field_that_is_missing_or_blank_is_named()
    {
        var field = new TextField { Name = "Title", DisplayName = "Title of the step", Required = true };

        Assert.Equal("Title of the step is missing. Please fill it in.", Assert.Single(field.Problems(null, "DE")));
        Assert.Single(field.Problems(Value("  "), "DE"));
    }

    [Theory]
    [InlineData("../secret.mp4")]
    [InlineData("/etc/passwd")]
    [InlineData("films//a.mp4")]
    [InlineData("c:films/a.mp4")]
    [InlineData("films\\a.mp4")]
    public void A_media_path_stays_inside_the_library(string path)
    {
        var value = JsonElement.Parse(new JsonArray(new JsonObject { ["Path"] = path }).ToJsonString());

        Assert.Single(Field("MediaField").Problems(value, "DE"));
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_the_kinds_there_are()
    {
        var problem = Assert.Throws<FormatException>(() => Field("GeoPointField"));

        Assert.Contains("TextField, TimeField", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_a_field_are_read_from_Orchard_Cores_places_and_ours()
    {
        var field = (NumericField)FieldKinds.Read((JsonObject)JsonNode.Parse("""
            { "FieldName": "NumericField", "Name": "Minutes", "Settings": {
              "ContentPartFieldSettings": { "DisplayName": "Length in minutes" },
              "NumericFieldSettings": { "Required": true, "Minimum": 1, "Maximum": 90, "Hint": "Rounded up." },
              "SayNoFieldSettings": { "Localized": true } } }
            """)!);

        Assert.Equal(("Length in minutes", "Rounded up.", true, true, 1m, 90m),
            (field.Label, field.Hint, field.Required, field.Localized, field.Minimum, field.Maximum));
        Assert.Equal("Length in minutes must be 1 or more.", Assert.Single(field.Problems(JsonElement.Parse("0"), "DE")));
        Assert.Equal("Length in minutes must be a whole number.", Assert.Single(field.Problems(JsonElement.Parse("1.5"), "DE")));
    }

    private static Field Field(string kind) => FieldKinds.Read(new() { ["FieldName"] = kind, ["Name"] = "Field" });

    private static JsonElement Value(string text) => JsonElement.Parse(JsonValue.Create(text).ToJsonString());
}
