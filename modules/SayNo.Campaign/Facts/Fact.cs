using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Facts;

/// <summary>A figure of the campaign or of the crime, with its source.</summary>
public sealed record Fact
{
    public required ResolvedContent Content { get; init; }

    public required LocalizedText Label { get; init; }

    public decimal? Number { get; init; }

    public LocalizedText? Text { get; init; }

    public DateOnly? Date { get; init; }

    public string? Unit { get; init; }

    public int? Year { get; init; }

    public Link? Source { get; init; }

    public required string Confidence { get; init; }

    public static Fact Of(ResolvedContent content) => new()
    {
        Content = content,
        Label = content.Required("Label"),
        Number = content.Number("Number"),
        Text = content.Localized("Text"),
        Date = content.Date("Date"),
        Unit = content.Text("Unit"),
        Year = (int?)content.Number("Year"),
        Source = content.Link("Source"),
        Confidence = content.Text("Confidence") ?? "unverified",
    };
}
