using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>One content item of a recipe: a version of one variant, with the culture-neutral values that Orchard Core's form repeats on it.</summary>
internal sealed record ItemRow
{
    public required RecipeText Text { get; init; }

    public required JsonObject Place { get; init; }

    /// <summary>The localization set, or, without one, the item itself.</summary>
    public required string ItemId { get; init; }

    public required string VariantId { get; init; }

    /// <summary>None if the recipe leaves it to the program.</summary>
    public string? VersionId { get; init; }

    /// <summary>BCP 47 tag, or empty for a row that stands for the neutral variant alone.</summary>
    public required string Locale { get; init; }

    public required ContentType Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public int Order { get; init; }

    public string? OverrideOf { get; init; }

    public bool IsReviewed { get; init; }

    /// <summary>True for what visitors see, false for a draft.</summary>
    public bool IsPublished { get; init; }

    public required string Author { get; init; }

    public string? Comment { get; init; }

    public DateTime? CreatedAt { get; init; }

    public DateTime? ModifiedAt { get; init; }

    public DateTime? PublishedAt { get; init; }

    public required ContentValues Localized { get; init; }

    public required ContentValues Neutral { get; init; }

    public bool IsNeutral => Locale.Length == 0;

    /// <summary>Where it stands in its file.</summary>
    public string At => Text.PathOf(JsonPlace.Of(Place));
}
