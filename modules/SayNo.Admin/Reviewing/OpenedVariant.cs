using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Reviewing;

/// <summary>One text with what is known about its way to the public, for the screens that are not its form.</summary>
public sealed record OpenedVariant
{
    public required ContentItem Item { get; init; }

    public required ContentType Type { get; init; }

    /// <summary>With its draft, and with the version that visitors see.</summary>
    public required Variant Variant { get; init; }

    public required ItemTitle Title { get; init; }

    public required Workflow Workflow { get; init; }

    public string Scope => Item.Scope;

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public string Locale => Variant.Locale;

    /// <summary>For the attribute <c>lang</c> of what the text says; none for what all languages share.</summary>
    public string? Lang => Variant.IsNeutral ? null : Variant.Locale;

    /// <summary>The address of its form, before which nothing stands and after which its screens are named.</summary>
    public string Path => Workflow.Path;

    public IEnumerable<Field> Fields => Type.Fields.Where(one => one.Localized != Variant.IsNeutral);

    /// <summary>All comments, the oldest first.</summary>
    public IReadOnlyList<Comment> Comments => Workflow.Comments;

    public ContentValues DraftValues => ValuesOf(Variant.Draft);

    public ContentValues PublicValues => ValuesOf(Variant.Published);

    private static ContentValues ValuesOf(ContentVersion? version) => version is null ? ContentValues.Empty : ContentValues.Parse(version.Data);
}
