using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SayNo.Admin.Exchange;
using SayNo.Admin.Lists;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;

namespace SayNo.Admin.Pages.Admin.Exchange;

/// <summary>Takes all texts of an owner out as a file, and takes such a file in to look at it.</summary>
[RequestSizeLimit(ImportFiles.MostBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = ImportFiles.MostBytes + (1024 * 1024))]
public sealed class IndexModel(Rights rights, ItemList items, RecipeExport export, ImportFiles files, TimeProvider time) : ExchangeScreen(rights)
{
    /// <summary>The owners whose texts this person may exchange.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public string Scope { get; private set; } = "";

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string Notice => (string?)Request.Query["notice"] switch
    {
        "imported" => L.Plural(Count, "It was brought in: {0} draft. Nothing is public before somebody publishes it.", "It was brought in: {0} drafts. Nothing is public before somebody publishes them."),
        "dropped" => L["The file was thrown away. Nothing was changed."],
        _ => "",
    };

    private int Count => int.TryParse(Request.Query["texts"], out var count) && count >= 0 ? count : 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Demand();
        await ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? scope, IFormFile? file, CancellationToken ct)
    {
        Scope = SayNo.Content.Scopes.IsValid(scope) ? scope ?? "" : "";
        Demand(Scope);
        await ReadAsync(ct);

        if (file is not { Length: > 0 })
        {
            return Refuse("Choose a file that has something in it.");
        }

        if (file.Length > ImportFiles.MostBytes)
        {
            return Refuse($"The file is larger than {ImportFiles.MostMegabytes} MB. Ask whoever runs the site to bring it in.");
        }

        return Redirect($"{Path}/{await files.KeepAsync(Scope, file.FileName, file.CopyToAsync, ct)}");
    }

    public async Task<IActionResult> OnPostExportAsync(string? scope, CancellationToken ct)
    {
        Scope = SayNo.Content.Scopes.IsValid(scope) ? scope ?? "" : "";
        Demand(Scope);
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{Scope.ToLowerInvariant()}-{time.GetUtcNow():yyyy-MM-dd}.recipe.json\"";
        await export.WriteAsync(Response.Body, Scope, null, ct);

        return new EmptyResult();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var reach = Rights.Reach(Editor, Right.Exchange);
        Scopes = [.. (await items.ScopesAsync(Editor, ct)).Where(reach.Holds)];
    }

    private PageResult Refuse(Sentence sentence)
    {
        Problems = [new("file", sentence)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

        return Page();
    }
}
