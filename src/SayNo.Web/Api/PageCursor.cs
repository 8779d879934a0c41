using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>A place between two items of a list. It names where its neighbour stands, not how many came before, so it outlives publishing.</summary>
/// <param name="Neighbour">An item as far as the order of lists looks at it; it need not exist any more.</param>
/// <param name="IsBackward">True if what stands before the neighbour is asked for.</param>
public sealed record PageCursor(PublishedItem Neighbour, bool IsBackward)
{
    private const int MostCharacters = 600;

    // The first sign is the version of the form, so that another form can be told apart later.
    private const char After = '1';
    private const char Before = '2';

    public static PageCursor? Parse(string text)
    {
        if (text.Length is 0 or > MostCharacters || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 5);

        if (parts.Length != 5
            || parts[0] is not ([After] or [Before])
            || !int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)
            || !ContentId.IsValid(parts[3]))
        {
            return null;
        }

        var cursor = new PageCursor(
            new() { Id = parts[3], Type = "", Scope = parts[1], Slug = parts[4], Order = order }, parts[0][0] == Before);

        // Only what we have written ourselves: each place has one name.
        return cursor.ToString() == text ? cursor : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsBackward ? Before : After)}|{Neighbour.Scope}|{Neighbour.Order}|{Neighbour.Id}|{Neighbour.Slug}")));
}
