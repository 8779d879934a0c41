namespace SayNo.Content.Recipes;

/// <summary>An item as a recipe wants it to be.</summary>
internal sealed record PlannedItem
{
    /// <summary>The first of its rows, for whatever is wrong with the item as a whole.</summary>
    public required ItemRow Row { get; init; }

    public required DateTime? CreatedAt { get; init; }

    /// <summary>The neutral variant first, then the locales in the order of the recipe.</summary>
    public required IReadOnlyList<PlannedVariant> Variants { get; init; }

    public string Id => Row.ItemId;
}

/// <summary>One variant as a recipe wants it to be.</summary>
/// <param name="Id">Its id if it is new.</param>
/// <param name="Locale">BCP 47 tag, or empty for the neutral variant.</param>
/// <param name="Published">What visitors are to see; nothing is changed if there is none.</param>
/// <param name="Draft">What editors are to work on; nothing is changed if there is none.</param>
internal sealed record PlannedVariant(string Id, string Locale, PlannedVersion? Published, PlannedVersion? Draft)
{
    /// <summary>True for a neutral variant that no row stands for and that has no values: there is no need to create it.</summary>
    public bool IsOptional { get; init; }

    public bool IsNeutral => Locale.Length == 0;
}

/// <summary>One version as a recipe wants it to be.</summary>
internal sealed record PlannedVersion
{
    public required string Id { get; init; }

    public required ContentValues Values { get; init; }

    public bool IsReviewed { get; init; } = true;

    public required string Author { get; init; }

    public string? Comment { get; init; }

    public DateTime? CreatedAt { get; init; }

    public DateTime? PublishedAt { get; init; }
}
