using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>The public as it would be after a whole release.</summary>
internal static class ReleasePicture
{
    public static Picture Of(Picture picture, IEnumerable<(ReleaseText Text, ContentVersion? ToShow)> texts)
    {
        var items = new Dictionary<string, PublishedItem?>(StringComparer.Ordinal);

        foreach (var group in texts.GroupBy(one => one.Text.Entry.ItemId))
        {
            if (group.First().Text.Item is { } item)
            {
                var changes = group.Where(one => one.Text.Entry.Act == ReleaseAct.Unpublish || one.ToShow is not null)
                    .ToDictionary(one => one.Text.Entry.Locale, one => one.Text.Entry.Act == ReleaseAct.Unpublish ? null : one.ToShow);
                items[item.Id] = PictureAfter.Of(picture, item, changes);
            }
        }

        return picture.Preview(items);
    }
}
