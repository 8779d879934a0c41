using System.Text.Json;
using SayNo.Admin.Editing;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;

namespace SayNo.Admin.Previewing;

/// <summary>What an editor has typed and not saved yet, as values that a preview can show.</summary>
public sealed class TypedTexts(AutoSaves kept, DraftDesk desk)
{
    /// <summary>The values; none if nothing is kept, or nothing that can be read.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="by">Whose.</param>
    /// <param name="reader">The locale of the screens.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<ContentValues?> FindAsync(string itemId, string locale, Editor by, string reader, CancellationToken ct)
    {
        if (await kept.FindAsync(itemId, locale, by, ct) is not { } form
            || await desk.OpenAsync(itemId, locale, form.BasedOn, by, reader, ct) is not { } draft)
        {
            return null;
        }

        try
        {
            return draft.Form.Read(FormInputs.Parse(form.Form), draft.Before).Values;
        }
        catch (JsonException)
        {
            // The form has changed since: the draft is shown.
            return null;
        }
    }
}
