using System.Text.Json;
using SayNo.Admin.Comparing;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Storage;
using SayNo.Web.Localization;

namespace SayNo.Admin.Editing;

/// <summary>Two texts for one variant, side by side: what somebody else saved meanwhile, and what was to be saved.</summary>
/// <param name="Theirs">What is stored.</param>
/// <param name="Fields">The fields in which they differ.</param>
public sealed record DraftConflict(ContentVersion Theirs, IReadOnlyList<FieldConflict> Fields)
{
    /// <summary>The hidden inputs that name the fields a choice is asked for.</summary>
    public const string Asked = FormInputs.Prefix + "asked.";

    /// <param name="form">The form of the variant.</param>
    /// <param name="started">What the form was made of.</param>
    /// <param name="theirs">What is stored now.</param>
    /// <param name="yours">What was to be saved.</param>
    /// <param name="l">The texts of the screens.</param>
    public static DraftConflict Of(DraftForm form, ContentValues started, ContentVersion theirs, ContentValues yours, PoLocalizer l)
    {
        var stored = ContentValues.Parse(theirs.Data);
        var fields = form.Fields.Where(field => !Same(field, stored, yours));

        return new(theirs, [.. fields.Select(field => Of(field, stored, yours, Proposed(field), l))]);

        Side Proposed(Field field) => Same(field, started, yours) ? Side.Theirs : Same(field, started, stored) ? Side.Yours : Side.Undecided;
    }

    /// <summary>The same fields once more, because not all choices were made.</summary>
    public static DraftConflict Again(DraftForm form, ContentVersion theirs, FormInputs inputs, ContentValues yours, PoLocalizer l)
    {
        var stored = ContentValues.Parse(theirs.Data);
        var fields = form.Fields.Where(field => inputs.Has(Asked + field.Name));

        return new(theirs, [.. fields.Select(field => Of(field, stored, yours, Chosen(inputs, field), l))]);
    }

    /// <summary>The fields of a posted conflict for which nobody has said which text is kept.</summary>
    public static IReadOnlyList<Problem> Unchosen(DraftForm form, FormInputs inputs, PoLocalizer l) =>
    [
        .. form.Fields.Where(field => inputs.Has(Asked + field.Name) && !inputs.Has(DraftForm.TakePrefix + field.Name))
            .Select(field => new Problem(field.Name, $"{field.Label}: choose which text is kept.")),
    ];

    private static FieldConflict Of(Field field, ContentValues theirs, ContentValues yours, Side proposed, PoLocalizer l) =>
        new(field, WordDifferences.Of(ValueText.Of(field, theirs[field.Name], l), ValueText.Of(field, yours[field.Name], l)), proposed);

    private static Side Chosen(FormInputs inputs, Field field) => inputs.Text(DraftForm.TakePrefix + field.Name) switch
    {
        "" => Side.Undecided,
        DraftForm.TakeTheirs => Side.Theirs,
        _ => Side.Yours,
    };

    private static bool Same(Field field, ContentValues one, ContentValues other) => (one[field.Name], other[field.Name]) switch
    {
        (null, null) => true,
        ({ } first, { } second) => JsonElement.DeepEquals(first, second),
        _ => false,
    };
}

/// <summary>One field in which two texts differ.</summary>
/// <param name="Field">The field.</param>
/// <param name="Differences">Theirs before, yours after.</param>
/// <param name="Proposed">Whose text is kept unless the editor chooses the other.</param>
public sealed record FieldConflict(Field Field, WordDifferences Differences, Side Proposed);

/// <summary>Whose text of a field is kept.</summary>
public enum Side
{
    /// <summary>Both have changed it: the editor decides.</summary>
    Undecided,

    /// <summary>Only they have changed it.</summary>
    Theirs,

    /// <summary>Only you have changed it.</summary>
    Yours,
}
