using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Previewing;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Previewing;
using SayNo.Content.Published;
using SayNo.Content.Storage;
using SayNo.Web.Pages;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>The public pages with the draft in them, as visitors on a phone and at a desk will get them, and links to show it to others.</summary>
public sealed class PreviewModel(
    ReviewDesk desk, PreviewPictures pictures, TypedTexts typedTexts, PublicPlaces places, PreviewLinks links, SiteAddress address, TimeProvider time)
    : VariantScreen(desk)
{
    /// <summary>How long a link may last.</summary>
    public static readonly IReadOnlyList<int> Hours = [1, 24, 168];

    public override string Here => Workflow.PreviewScreen;

    /// <summary>The pages on which the text stands, the best one first.</summary>
    public IReadOnlyList<ItemPage> Pages { get; private set; } = [];

    /// <summary>The page that is shown; none if no page shows the text.</summary>
    public ItemPage? Chosen { get; private set; }

    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The address of the link that was made just now; it cannot be shown again.</summary>
    public string? NewAddress { get; private set; }

    /// <summary>How long the next link shall last, as it was chosen.</summary>
    public int Lasts { get; private set; } = Hours[1];

    public bool MayShare => Chosen is not null && (Workflow.MayEdit || Workflow.MayPublish);

    /// <summary>True if the editor has typed something here that is not saved.</summary>
    public bool HasTyped { get; private set; }

    /// <summary>True if that is shown in the place of the draft.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>The address that shows the page with the draft in it to whoever is signed in.</summary>
    public string FramePath => $"{Workflow.Path}/{Here}/page{Chosen?.Path}{(IsTyped ? "?typed=1" : "")}";

    /// <summary>This screen with the draft in the place of what was typed, or the other way round.</summary>
    public string OtherPath => $"{Workflow.Path}/{Here}?on={Uri.EscapeDataString(Chosen?.Path ?? "")}{(IsTyped ? "" : "&typed=1")}";

    public string TextOf(int hours) => hours switch
    {
        1 => L["1 hour"],
        24 => L["1 day"],
        _ => L["1 week"],
    };

    public string StateOf(PreviewLink link) => link switch
    {
        { RevokedAt: { } revoked } => L["Called back on {0}", Moment(revoked)],
        _ when Works(link) => L["Works until {0}", Moment(link.ExpiresAt)],
        _ => L["Has run out on {0}", Moment(link.ExpiresAt)],
    };

    public bool Works(PreviewLink link) => link.RevokedAt is null && time.GetUtcNow().UtcDateTime < link.ExpiresAt;

    /// <param name="on">The public page that the text is to be shown on.</param>
    /// <param name="typed"><c>1</c> to show what was typed and not saved.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<IActionResult> OnGetAsync(string? on, string? typed, CancellationToken ct)
    {
        IsTyped = typed == "1";

        return await ReadAsync(on, ct) ? Page() : NotFound();
    }

    /// <summary>Makes a link. The answer holds its secret and is no redirect: an address would keep it.</summary>
    public async Task<IActionResult> OnPostShareAsync(string? on, int? hours, CancellationToken ct)
    {
        if (!await ReadAsync(on, ct))
        {
            return NotFound();
        }

        if (hours is not { } lasts || !Hours.Contains(lasts))
        {
            return Refuse([new("Hours", "Choose how long the link shall work.")]);
        }

        Lasts = lasts;
        var made = await links.CreateAsync(
            new() { ItemId = ItemId, Locale = Locale, Path = Chosen?.Path ?? "", Lasts = TimeSpan.FromHours(lasts) }, Editor, ct);

        if (made.Token is not { } token)
        {
            return Refuse([.. made.Problems.Select(problem => new Problem("", problem.Sentence))]);
        }

        NewAddress = address.Of(HttpContext, $"/preview/{token}");
        await ReadAsync(on, ct);

        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? linkId, CancellationToken ct)
    {
        var result = await links.RevokeAsync(linkId ?? "", Editor, ct);

        return result.IsDone ? Done(ReviewNotices.Revoked) : await ReadAsync(null, ct) ? Refuse(result.Problems) : NotFound();
    }

    private async Task<bool> ReadAsync(string? on, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        var values = await typedTexts.FindAsync(ItemId, Locale, Editor, L.Culture.Name, ct);
        HasTyped = values is not null && Workflow.MayEdit;
        IsTyped = IsTyped && HasTyped;
        Pages = await pictures.OfAsync(ItemId, Locale, IsTyped ? values : null, Editor, ct) is { } preview ? places.In(preview, Locale) : [];
        Chosen = Pages.FirstOrDefault(page => page.Path == on) ?? (Pages.Count > 0 ? Pages[0] : null);
        Links = await links.OfAsync(ItemId, Locale, Editor, ct);

        return true;
    }
}
