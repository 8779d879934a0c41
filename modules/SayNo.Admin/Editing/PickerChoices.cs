using SayNo.Admin.Items;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;

namespace SayNo.Admin.Editing;

/// <summary>What the fields that point to other items show: the names of the chosen ones, and what a search has found.</summary>
/// <param name="Names">Titles by id; an item that may not be read, or is gone, is not here.</param>
/// <param name="SearchedField">The field that was searched for; none if nobody has searched.</param>
/// <param name="Found">What that search found.</param>
public sealed record PickerChoices(IReadOnlyDictionary<string, string> Names, string? SearchedField, IReadOnlyList<PickedItem> Found)
{
    public static PickerChoices None { get; } = new(new Dictionary<string, string>(), null, []);

    /// <summary>It asks the database only if the form points to anything.</summary>
    public static async Task<PickerChoices> OfAsync(
        ItemPicker picker, DraftForm form, FormInputs inputs, string? searched, string reader, Editor by, CancellationToken ct)
    {
        var fields = form.Fields.OfType<ItemPickerField>().ToList();
        var ids = fields.SelectMany(field => inputs.Texts(FormInputs.NameOf(field.Name)))
            .Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var names = ids.Count == 0 ? [] : await picker.OfAsync(ids, reader, by, ct);
        var wanted = fields.Find(field => field.Name == searched);
        var search = wanted is null ? "" : inputs.Text(FieldControl.SearchOf(wanted));

        return new(
            names.ToDictionary(item => item.Id, item => item.Title, StringComparer.Ordinal),
            wanted?.Name,
            wanted is null ? [] : await picker.FindAsync([.. wanted.Types], search, reader, by, ct));
    }
}
