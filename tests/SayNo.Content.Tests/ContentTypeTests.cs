using System.Text.Json.Nodes;

namespace SayNo.Content.Tests;

public sealed class ContentTypeTests
{
    private const string Film = """
        { "ContentTypes": [ { "Name": "Film", "DisplayName": "Film" } ],
          "ContentParts": [ { "Name": "Film", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Title", "Settings": { "TextFieldSettings": { "Required": true }, "SayNoFieldSettings": { "Localized": true } } },
            { "FieldName": "NumericField", "Name": "Minutes" } ] } ] }
        """;

    private readonly ContentType _film = ContentType.Read((JsonObject)JsonNode.Parse(Film)!);

    [Fact]
    public void A_localized_field_belongs_to_the_locales_and_the_others_to_the_neutral_variant()
    {
        Assert.Empty(_film.Validate(ContentValues.Parse("""{"Title":"Say No!"}"""), isNeutral: false, "EU"));
        Assert.Empty(_film.Validate(ContentValues.Parse("""{"Minutes":10}"""), isNeutral: true, "EU"));
        Assert.Equal("Minutes", Assert.Single(_film.Validate(ContentValues.Parse("""{"Title":"A","Minutes":10}"""), isNeutral: false, "EU")).Field);
        Assert.Equal("Title", Assert.Single(_film.Validate(ContentValues.Parse("""{"Title":"A"}"""), isNeutral: true, "EU")).Field);
    }

    [Fact]
    public void A_value_without_a_field_is_named()
    {
        var problem = Assert.Single(_film.Validate(ContentValues.Parse("""{"Title":"A","Titel":"A"}"""), isNeutral: false, "EU"));

        Assert.Equal("Film has no field Titel.", problem.Sentence);
    }

    [Fact]
    public void Two_fields_of_one_name_are_refused()
    {
        var definition = (JsonObject)JsonNode.Parse(Film.Replace("Minutes", "Title", StringComparison.Ordinal))!;

        Assert.Contains("two fields named Title", Assert.Throws<FormatException>(() => ContentType.Read(definition)).Message, StringComparison.Ordinal);
    }
}
