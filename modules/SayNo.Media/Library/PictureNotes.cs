using Microsoft.EntityFrameworkCore;
using SayNo.Media.Files;
using SayNo.Media.Storage;
using SayNo.Web.Media;

namespace SayNo.Media.Library;

/// <summary>Writes beside a picture what pages must know of it, from what the tables say.</summary>
public sealed class PictureNotes(MediaStore store)
{
    public async Task WriteAsync(MediaDb db, MediaItem item, CancellationToken ct)
    {
        if (!item.Kind.IsPicture() || item.Width is not { } width || item.Height is not { } height)
        {
            return;
        }

        var renditions = await db.Renditions.AsNoTracking().Where(one => one.MediaId == item.Id).OrderBy(one => one.Width).ToListAsync(ct);
        var texts = await db.Texts.AsNoTracking().Where(one => one.MediaId == item.Id).ToDictionaryAsync(one => one.Locale, one => one.Text, ct);

        await store.DescribeAsync(item.Path, new()
        {
            Width = width,
            Height = height,
            Focus = new(item.FocusX, item.FocusY),
            Renditions = [.. renditions.Select(one => new MediaSize(one.Path, one.Width, one.Height))],
            Texts = texts,
        }, ct);
    }
}
