using System.Text.Json;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Fields.Formats;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Editing;

/// <summary>One variant as its editor has it on the desk, with what stands beside it.</summary>
public sealed record OpenedDraft
{
    public required ContentItem Item { get; init; }

    public required ContentType Type { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required ItemTitle Title { get; init; }

    public required Locales Locales { get; init; }

    public required DraftForm Form { get; init; }

    /// <summary>The newest version; none if nothing was written yet.</summary>
    public required ContentVersion? Newest { get; init; }

    /// <summary>The version that the form was made of: the newest when it was opened.</summary>
    public required ContentVersion? Base { get; init; }

    /// <summary>The values that the form was made of.</summary>
    public required ContentValues Before { get; init; }

    /// <summary>
    /// The other part: what all languages share beside a language, and beside that the text in the main language. None if there is none.
    /// </summary>
    public required TextBeside? Beside { get; init; }

    /// <summary>What the text is made from, then and now; none if it is an original itself.</summary>
    public required SourceText? Source { get; init; }

    /// <summary>How many other texts are made from this one: translations, and countries' own wordings.</summary>
    public required int MadeFromIt { get; init; }

    /// <summary>All variants that there are, and the locales that the site has besides.</summary>
    public required IReadOnlyList<VariantTab> Tabs { get; init; }

    public required bool MayEdit { get; init; }

    public required bool MayPublish { get; init; }

    /// <summary>What nobody has confirmed, in this part or in the one beside it.</summary>
    public IEnumerable<(Field Field, string Value)> Unsure =>
        from one in Type.Fields
        where one is TextField { Format: ChoiceFormat format } && format.Choices.Contains("unverified")
        let value = (one.Localized == IsNeutral ? Beside?.Values : NewestValues)?[one.Name]
        where value is { ValueKind: JsonValueKind.String } && value.Value.GetString() is not ("confirmed" or "")
        select (one, value.Value.GetString() ?? "");

    public bool IsNeutral => Locale == Variant.Neutral;

    public VariantTab Tab => Tabs.First(tab => tab.Locale == Locale);

    public ContentValues NewestValues => Newest is null ? ContentValues.Empty : ContentValues.Parse(Newest.Data);

    /// <summary>The inputs of stored values, with the box that says whether somebody else has read the text.</summary>
    public FormInputs Shown(ContentValues values) => IsNeutral ? Form.Show(values) : Form.Show(values).With(IsReviewedBox());

    /// <summary>Whether somebody has read the text besides its translator, as the form says; it stays as it was if the form does not say.</summary>
    public bool IsReviewed(FormInputs inputs) =>
        inputs.Has(FormInputs.Reviewed) ? inputs.Texts(FormInputs.Reviewed).Contains("yes") : Base?.IsReviewed ?? true;

    /// <summary>Whether inputs say nothing but what is stored already.</summary>
    public bool SaysStored(FormInputs inputs) =>
        Form.Read(inputs, Before) is { Problems.Count: 0, Values: var values }
        && values.Same(NewestValues) && IsReviewed(inputs) == (Newest?.IsReviewed ?? true);

    /// <summary>What stands in the way of publishing the values.</summary>
    public IReadOnlyList<Problem> Validate(ContentValues values) => Type.Validate(values, IsNeutral, Item.Scope);

    private FormInputs IsReviewedBox() =>
        new([KeyValuePair.Create<string, IReadOnlyList<string>>(FormInputs.Reviewed, [Newest?.IsReviewed == false ? "no" : "yes"])]);
}

/// <summary>A text that is read beside the form.</summary>
/// <param name="Locale">BCP 47 tag, or empty.</param>
/// <param name="Values">The values.</param>
public sealed record TextBeside(string Locale, ContentValues Values);

/// <summary>One variant of an item, for the way between them.</summary>
/// <param name="Locale">BCP 47 tag, or empty.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsPublic">Whether visitors see a version of it.</param>
/// <param name="IsExpected">True for what every language shares, and for the languages of the country's page.</param>
public sealed record VariantTab(string Locale, VariantState State, bool IsPublic, bool IsExpected);
