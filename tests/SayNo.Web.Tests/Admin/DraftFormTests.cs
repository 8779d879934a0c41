using System.Text.Json.Nodes;
using SayNo.Admin.Editing;
using SayNo.Content;

namespace SayNo.Web.Tests.Admin;

/// <summary>Stored values become inputs and values again, for every kind of field there is.</summary>
public sealed class DraftFormTests
{
    private const string Picked = "4k8s0x7c6w5v4t3s2r1q0p9n8m";

    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

    private static readonly ContentType Everything = TypeOf(
        ("TextField", "Text"), ("MarkdownField", "Body"), ("NumericField", "Number"), ("BooleanField", "Flag"), ("DateField", "Day"),
        ("DateTimeField", "Moment"), ("TimeField", "Time"), ("LinkField", "Link"), ("MultiTextField", "List"), ("MediaField", "Files"),
        ("ContentPickerField", "Items"), ("LocalizationSetContentPickerField", "Sets"));

    private static readonly DraftForm Form = new(Everything, "de", true, Vienna);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"Text":"one","Body":"# two\n\n- three","Number":12.5,"Flag":false,"Day":"2026-11-22","Time":"18:30"}""")]
    [InlineData("""{"Moment":"2026-07-01T10:00:00Z","Link":{"Url":"https://police.example","Text":"The police"},"List":["b","a"]}""")]
    [InlineData("""{"Files":[{"Path":"films/a.mp4"},{"Path":"films/b.mp4","Text":"A boy"}],"Items":["4k8s0x7c6w5v4t3s2r1q0p9n8m"],"Sets":[]}""")]
    [InlineData("""{"Text":"","Body":"","List":[],"Link":{"Url":"https://police.example"},"Moment":"2026-12-24T23:59:58Z","Flag":true}""")]
    public void What_is_shown_reads_as_what_was_stored(string json)
    {
        var values = ContentValues.Parse(json);

        Assert.True(Form.Read(Form.Show(values), ContentValues.Empty).Values.Same(values));
    }

    [Theory]
    [InlineData("""{"Text":" blanks stay ","Body":"\n\nand lines\n\n","Number":3.0}""")]
    [InlineData("""{"Moment":"2026-10-25T00:30:00Z"}""")]
    [InlineData("""{"Moment":"2026-10-25T01:30:00Z"}""")]
    [InlineData("""{"Text":"a\r\nb","Day":"soon","Moment":"some day"}""")]
    public void What_is_not_touched_stays_to_the_letter(string json)
    {
        var values = ContentValues.Parse(json);

        Assert.Equal(json, Form.Read(Form.Show(values), values).Values.ToString().Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Number", "12,5", "12.5")]
    [InlineData("Number", " 7 ", "7")]
    [InlineData("Text", " trimmed ", "\"trimmed\"")]
    [InlineData("Text", "a\u202Eb\u0000", "\"ab\"")]
    [InlineData("List", "b\r\n\r\na", """["b","a"]""")]
    [InlineData("Moment", "2026-11-22T19:30", "\"2026-11-22T18:30:00Z\"")]
    [InlineData("Items", Picked, $"""["{Picked}"]""")]
    public void What_is_typed_becomes_the_stored_form(string field, string typed, string stored) =>
        Assert.Equal(stored, Read(field, typed).Values[field]!.Value.GetRawText());

    [Theory]
    [InlineData("Number", "1.234,5")]
    [InlineData("Number", "1,234.5")]
    [InlineData("Number", "ten")]
    [InlineData("Day", "22.11.")]
    [InlineData("Moment", "tomorrow")]
    [InlineData("Moment", "2026-03-29T02:30")]
    [InlineData("Time", "later")]
    public void What_cannot_be_a_value_is_a_problem_and_no_guess(string field, string typed)
    {
        var reading = Read(field, typed);

        Assert.Equal(field, Assert.Single(reading.Problems).Field);
        Assert.Null(reading.Values[field]);
    }

    [Fact]
    public void Missing_is_not_the_same_as_empty_on_purpose()
    {
        var before = ContentValues.Parse("""{"Text":"one","Body":"two"}""");

        var reading = Form.Read(Inputs(("value.Text", ""), ("value.Body", ""), ("value.Body.Empty", "yes")), before);

        Assert.Equal("""{"Body":""}""", reading.Values.ToString());
    }

    [Fact]
    public void What_is_not_in_the_form_stays_as_it_was()
    {
        var before = ContentValues.Parse("""{"Text":"one","Number":5}""");

        Assert.Equal("""{"Text":"two","Number":5}""", Form.Read(Inputs(("value.Text", "two"), ("value.Nothing", "x")), before).Values.ToString());
    }

    [Fact]
    public void What_was_kept_reads_as_what_was_typed()
    {
        var typed = Inputs(("value.Text", "Γειά \"σου\" <b>"), ("value.List", "a\nb"));

        Assert.Equal(typed.All.OrderBy(input => input.Key), FormInputs.Parse(typed.ToString()).All.OrderBy(input => input.Key));
    }

    private static FormReading Read(string field, string typed) => Form.Read(Inputs(($"value.{field}", typed)), ContentValues.Empty);

    private static FormInputs Inputs(params IEnumerable<(string Name, string Text)> inputs) =>
        new(inputs.Select(input => KeyValuePair.Create<string, IReadOnlyList<string>>(input.Name, [input.Text])));

    private static ContentType TypeOf(params IEnumerable<(string Kind, string Name)> fields) => ContentType.Read(new()
    {
        ["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = "Everything" }),
        ["ContentParts"] = new JsonArray(new JsonObject
        {
            ["Name"] = "Everything",
            ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. fields.Select(field => new JsonObject
            {
                ["FieldName"] = field.Kind,
                ["Name"] = field.Name,
                ["Settings"] = new JsonObject
                {
                    [field.Kind + "Settings"] = new JsonObject { ["Multiple"] = true },
                    ["SayNoFieldSettings"] = new JsonObject { ["Localized"] = true },
                },
            })]),
        }),
    });
}
