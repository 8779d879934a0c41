using SayNo.Admin.Comparing;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Fields.Formats;
using SayNo.Content.Sources;
using SayNo.Web.Localization;

namespace SayNo.Admin.Editing;

/// <summary>One field as its control draws it.</summary>
public sealed record FieldControl
{
    public required Field Field { get; init; }

    public required OpenedDraft Draft { get; init; }

    /// <summary>What the inputs hold.</summary>
    public required FormInputs Inputs { get; init; }

    /// <summary>What is wrong with it, in sentences.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public required PoLocalizer L { get; init; }

    /// <summary>What colleagues say about it; null while nobody can know.</summary>
    public FieldComments? Comments { get; init; }

    public string Label => L[Field.Label];

    public string? Hint => Field.Hint is { } hint ? L[hint].Value : null;

    /// <summary>The name and the id of the first input.</summary>
    public string Name => FormInputs.NameOf(Field.Name);

    public string Value => Inputs.Text(Name);

    /// <summary>The content's language; none for what is the same in all of them.</summary>
    public string? Lang => Field.Localized ? Draft.Locale : null;

    /// <summary>The way the content is written; what belongs to no language shows it by itself.</summary>
    public string Dir => Lang is null ? "auto" : LocaleNames.Direction(Lang);

    public string DescribedBy => string.Join(' ', Parts());

    public int? MaxLength => (Field as TextualField)?.MaxLength;

    public bool OffersEmpty => Draft.Form.OffersEmpty(Field, Draft.Before);

    public bool IsMarkedEmpty => Inputs.Text(Name + FieldInputs.EmptyOf).Length > 0;

    public string EmptyName => Name + FieldInputs.EmptyOf;

    /// <summary>For fields that point to other items: their names, and what a search has found.</summary>
    public required PickerChoices Choices { get; init; }

    /// <summary>The input that searches for items to point to, for browsers without script.</summary>
    public string SearchName => SearchOf(Field);

    public bool IsSearched => Choices.SearchedField == Field.Name;

    /// <summary>The input of a text or of seconds that stands beside the first.</summary>
    public string SecondName => Name + (Field.Control == Control.Duration ? FieldInputs.SecondsOf : FieldInputs.TextOf);

    /// <summary>The same field in the text that this one is made from; none if it is made from none.</summary>
    public SourceField? Source => Draft.Source?.Fields.FirstOrDefault(one => one.Field == Field.Name);

    /// <summary>What the source says now, in words.</summary>
    public string SourceText => ValueText.Of(Field, Source?.Now, L);

    /// <summary>What has changed in the source since this text was made from it; null if nothing, or if nobody knows what it said then.</summary>
    public WordDifferences? SourceChange => Source is { IsOutdated: true, Then: { } then }
        ? WordDifferences.Of(ValueText.Of(Field, then, L), SourceText)
        : null;

    public string SourceTitle => Draft.Source is { Kind: SourceKind.Translation } source
        ? LocaleNames.In(source.Locale, L.Culture.Name)
        : L["The campaign's wording"].Value;

    /// <summary>True for controls of several inputs, which a fieldset holds together.</summary>
    public bool IsGroup => Field.Control is Control.Link or Control.Duration or Control.Checkbox or Control.Media or Control.ItemPicker;

    public static string SearchOf(Field field) => FormInputs.NameOf(field.Name) + ".Search";

    /// <summary>How many lines a text needs to be seen at once, as far as that is sensible.</summary>
    public int Rows(int least) => Math.Clamp(Value.Split('\n').Sum(line => 1 + (line.Length / 70)) + 1, least, 24);

    /// <summary>The languages of a list of tags by their names, for whoever does not know the tags.</summary>
    public string LanguagesInWords => string.Join(", ", Value.Split('\n').Select(tag => tag.Trim()).Where(LanguageFormat.IsTag)
        .Select(tag => $"{tag} = {LocaleNames.In(tag, L.Culture.Name)}"));

    private IEnumerable<string> Parts()
    {
        yield return Name + "-problem";

        if (Field.Hint is not null)
        {
            yield return Name + "-hint";
        }

        if (MaxLength is not null)
        {
            yield return Name + "-count";
        }
    }
}
