using SayNo.Content.Previewing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>The public picture with a whole release in it, as long as that is not public itself.</summary>
public sealed class ReleasePreviews(CmsDb db, PublishedContent published, Rights rights, TimeProvider time)
{
    /// <summary>The picture for an editor.</summary>
    public async Task<ReleasePreview?> OfAsync(string releaseId, Editor by, CancellationToken ct)
    {
        if (await ReleaseRows.ReadAsync(db, releaseId, ct) is not { } release)
        {
            return null;
        }

        rights.DemandReading(by, release);

        return await OfAsync(release, ct);
    }

    /// <summary>The picture for somebody who knows a preview's token.</summary>
    public async Task<ReleasePreview?> OfAsync(OpenedPreview opened, CancellationToken ct) =>
        opened.Link.ReleaseId is { } id && await ReleaseRows.ReadAsync(db, id, ct) is { } release ? await OfAsync(release, ct) : null;

    private async Task<ReleasePreview?> OfAsync(Release release, CancellationToken ct)
    {
        if (release.State is ReleaseState.Done or ReleaseState.Dropped || release.Entries.Count == 0)
        {
            return null;
        }

        var content = await ReleaseContent.ReadAsync(db, release, isTracked: false, ct);
        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        var picture = ReleasePicture.Of(published.Public, content.Texts.Select(text => (text, text.ToShow(now, release.By, release.ById))));

        return new(release, picture,
        [
            .. content.Texts.Select(text => picture.Find(text.Entry.ItemId) is { } item ? new ReleasedText(item, text.Entry.Locale) : null).OfType<ReleasedText>(),
        ]);
    }
}

/// <summary>A picture with a release in it, and the texts of the release as they stand there.</summary>
public sealed record ReleasePreview(Release Release, Picture Picture, IReadOnlyList<ReleasedText> Texts);
