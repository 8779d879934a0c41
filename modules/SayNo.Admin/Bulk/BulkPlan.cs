using SayNo.Content.Fields;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Bulk;

/// <summary>One text that an act is done with: an item, a locale, and the version that the person saw.</summary>
public sealed record BulkEntry(string ItemId, string Locale, string VersionId)
{
    /// <summary>As a form holds it.</summary>
    public override string ToString() => $"{ItemId}|{Locale}|{VersionId}";

    /// <summary>None if a form cannot have sent it.</summary>
    public static BulkEntry? Read(string? text) => text?.Split('|') is [var item, var locale, var version] ? new(item, locale, version) : null;
}

/// <summary>What is about to be done, for a last look.</summary>
/// <param name="Texts">The texts that it will be tried with.</param>
/// <param name="LeftOut">The texts that it cannot be done with, and why.</param>
/// <param name="Beyond">How many more there are than are done at once.</param>
public sealed record BulkPlan(IReadOnlyList<PlannedText> Texts, IReadOnlyList<LeftOut> LeftOut, int Beyond);

/// <summary>A text that an act will be tried with.</summary>
/// <param name="Entry">The text.</param>
/// <param name="Title">What its item is called.</param>
/// <param name="Scope">Who owns it.</param>
/// <param name="State">Its state now.</param>
/// <param name="IsPublic">Whether visitors see something of it now.</param>
/// <param name="Warnings">What visitors would miss afterwards, in sentences.</param>
public sealed record PlannedText(BulkEntry Entry, ItemTitle Title, string Scope, VariantState State, bool IsPublic, IReadOnlyList<Sentence> Warnings);

/// <summary>Why nothing is done with texts of an item.</summary>
/// <param name="Title">What the item is called; none if it does not exist any more.</param>
/// <param name="Why">The reason.</param>
/// <param name="Locales">The texts.</param>
public sealed record LeftOut(ItemTitle? Title, LeftOutReason Why, IReadOnlyList<string> Locales);

/// <summary>Why nothing is done with a text.</summary>
public enum LeftOutReason
{
    /// <summary>The item was deleted.</summary>
    Gone,

    /// <summary>The act does not fit its state, such as sending to review what has no draft.</summary>
    NothingToDo,

    /// <summary>The text is in a language that is not theirs.</summary>
    NotTheirs,
}

/// <summary>What became of one text.</summary>
/// <param name="Entry">The text.</param>
/// <param name="Title">What its item is called.</param>
/// <param name="Problems">Why nothing was done; empty if it was.</param>
/// <param name="Sequence">The number of the change that visitors see; 0 if they see none.</param>
public sealed record BulkOutcome(BulkEntry Entry, ItemTitle Title, IReadOnlyList<Problem> Problems, long Sequence)
{
    public bool IsDone => Problems.Count == 0;
}
