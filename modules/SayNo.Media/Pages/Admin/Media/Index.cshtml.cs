using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Media.Uploading;
using SayNo.Web.Admin;

namespace SayNo.Media.Pages.Admin.Media;

/// <summary>The library: all files that somebody may see, and the form that brings new ones. As JSON it is what fields choose from.</summary>
[RequestSizeLimit(MostAtOnce)]
[RequestFormLimits(MultipartBodyLengthLimit = MostAtOnce)]
public sealed class IndexModel(MediaList list, Additions additions, Room room, MediaStore store, PublishedContent published, Rights rights) : AdminPage
{
    /// <summary>What a browser without script may send at once; larger films need a script, which sends them in parts.</summary>
    public const int MostAtOnce = 100_000_000;

    public MediaFilter Filter { get; private set; } = new();

    public FoundMedia Found { get; private set; } = new([], 0, 1, 1);

    /// <summary>What was wrong with files that were sent: each with its name.</summary>
    public IReadOnlyList<RefusedFile> Refused { get; private set; } = [];

    public IReadOnlyList<MediaItem> Added { get; private set; } = [];

    /// <summary>Whose files somebody may bring, the campaign first.</summary>
    public IReadOnlyList<string> Owners { get; private set; } = [];

    /// <summary>Whose files somebody may see.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public string? Notice => MediaWords.Notice(Request.Query["notice"], L);

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (format == "json" && QueryText.Of(Request.Query, "path") is { } path)
        {
            return new JsonResult(new { items = await list.OfPathAsync(path, Editor, ct) is { } known ? [Json(known)] : Array.Empty<object>() });
        }

        await ReadAsync(ct);

        return format == "json" ? new JsonResult(new { items = Found.Items.Select(Json), more = Found.Pages > Found.Page }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? scope, CancellationToken ct)
    {
        rights.Demand(Editor, Right.Edit, scope ?? "", Variant.Neutral);
        var refused = new List<RefusedFile>();
        var added = new List<MediaItem>();

        foreach (var file in Request.Form.Files)
        {
            var (item, sentences) = await TakeAsync(file, scope ?? "", ct);
            added.AddRange(item is null ? [] : [item]);
            refused.AddRange(sentences.Select(sentence => new RefusedFile(file.FileName, sentence)));
        }

        if (added.Count == 0 && refused.Count == 0)
        {
            refused.Add(new("", "Choose at least one file."));
        }

        if (refused.Count == 0)
        {
            return Redirect(added is [var only] ? $"{MediaFilter.Path}/{only.Id}?notice=added" : $"{MediaFilter.Path}?notice=added");
        }

        (Refused, Added) = (refused, added);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ReadAsync(ct);

        return Page();
    }

    private async Task<(MediaItem? Item, IEnumerable<Sentence> Sentences)> TakeAsync(IFormFile file, string scope, CancellationToken ct)
    {
        if (await room.AgainstAsync(scope, file.Length, ct) is { } sentence)
        {
            return (null, [sentence]);
        }

        var part = store.PartOf(ContentId.New());

        await using (var to = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
        {
            await file.CopyToAsync(to, ct);
        }

        var result = await additions.AddAsync(part, new() { Scope = scope, Name = file.FileName }, Editor, ct);

        return (result.Item, result.Sentences);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Filter = MediaFilter.Read(Request.Query);
        Found = await list.FindAsync(Filter, Editor, ct);
        var all = published.Public.All.Select(item => item.Scope).Append(SayNo.Content.Scopes.Campaign).Distinct()
            .OrderBy(scope => scope != SayNo.Content.Scopes.Campaign).ThenBy(scope => ScopeNames.Of(scope, L), StringComparer.Create(L.Culture, ignoreCase: true)).ToList();
        Owners = [.. all.Where(scope => Rights.May(Editor, Right.Edit, scope, Variant.Neutral))];
        Scopes = [.. all.Where(scope => Rights.May(Editor, Right.Read, scope, Variant.Neutral))];
    }

    private object Json(MediaItem item) => new
    {
        id = item.Id,
        path = item.Path,
        name = item.Name,
        kind = item.Kind.ToString().ToLowerInvariant(),
        about = string.Join(", ", new[] { MediaWords.Kind(item.Kind, L), MediaWords.Size(item, L), MediaWords.Bytes(item.Bytes, L), ScopeNames.Of(item.Scope, L) }.Where(word => word.Length > 0)),
    };
}

/// <summary>A file that was not taken.</summary>
/// <param name="Name">Its name; empty if there was none.</param>
/// <param name="Sentence">Why.</param>
public sealed record RefusedFile(string Name, Sentence Sentence);
