using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Previewing;
using SayNo.Admin.Releases;
using SayNo.Content.Previewing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Pages;

namespace SayNo.Admin.Pages.Admin.Releases;

/// <summary>The public pages with all of a release in them, and links to show them to somebody without an account.</summary>
public sealed class PreviewModel(
    ReleaseDesk desk, ReleasePreviews previews, PublicPlaces places, PreviewLinks links, SiteAddress address, TimeProvider time) : ReleaseScreen(desk)
{
    /// <summary>How long a link may last.</summary>
    private static readonly int[] Hours = [1, 24, 168];

    private const int MostPages = 60;
    private const int MostPagesOfText = 3;

    /// <summary>The pages on which its texts stand.</summary>
    public IReadOnlyList<ItemPage> Pages { get; private set; } = [];

    /// <summary>The page that is shown; none if no page shows any of it.</summary>
    public ItemPage? Chosen { get; private set; }

    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The address of the link that was made just now, without a page; it cannot be shown again.</summary>
    public string? NewAddress { get; private set; }

    public string FramePath => $"{Here}/preview/page{Chosen?.Path}";

    public bool MayShare => Chosen is not null && Opened.MayWork;

    public bool Works(PreviewLink link) => link.RevokedAt is null && time.GetUtcNow().UtcDateTime < link.ExpiresAt;

    public async Task<IActionResult> OnGetAsync(string? on, CancellationToken ct) => await ReadAsync(on, ct) ? Page() : NotFound();

    /// <summary>Makes a link. The answer holds its secret and is no redirect: an address would keep it.</summary>
    public async Task<IActionResult> OnPostShareAsync(string? on, int? hours, CancellationToken ct)
    {
        if (!await ReadAsync(on, ct))
        {
            return NotFound();
        }

        if (hours is not { } lasts || !Hours.Contains(lasts) || Opened.Lines is not [var first, ..])
        {
            return Refuse([new("Hours", "Choose how long the link shall work.")]);
        }

        var made = await links.CreateAsync(
            new()
            {
                ItemId = Opened.Lines.Select(line => line.Outlook.Item?.Id).OfType<string>().FirstOrDefault(first.Outlook.Entry.ItemId),
                Locale = first.Outlook.Entry.Locale,
                ReleaseId = ReleaseId,
                Path = Chosen?.Path ?? "",
                Lasts = TimeSpan.FromHours(lasts),
            }, Editor, ct);

        if (made.Token is not { } token)
        {
            return Refuse([.. made.Problems.Select(problem => problem with { Field = "" })]);
        }

        NewAddress = address.Of(HttpContext, $"/preview/{token}");
        await ReadAsync(on, ct);

        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? linkId, CancellationToken ct)
    {
        var result = await links.RevokeAsync(linkId ?? "", Editor, ct);

        return result.IsDone
            ? Redirect($"{Here}/preview?notice={ReleaseWords.Revoked}")
            : await ReadAsync(null, ct) ? Refuse(result.Problems) : NotFound();
    }

    private async Task<bool> ReadAsync(string? on, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        Pages = await previews.OfAsync(ReleaseId, Editor, ct) is { } preview
            ? [.. preview.Texts.SelectMany(text => places.In(preview.Picture, text.Item, text.Locale).Take(MostPagesOfText)).DistinctBy(page => page.Path).Take(MostPages)]
            : [];
        Chosen = Pages.FirstOrDefault(page => page.Path == on) ?? (Pages.Count > 0 ? Pages[0] : null);
        Links = await links.OfReleaseAsync(ReleaseId, Editor, ct);

        return true;
    }
}
