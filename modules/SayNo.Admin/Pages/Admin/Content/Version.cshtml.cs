using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Comparing;
using SayNo.Admin.Reviewing;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>One version of a text as a whole, and the way back to it.</summary>
public sealed class VersionModel(ReviewDesk desk, ContentHistory history, ContentDrafts drafts) : VariantScreen(desk)
{
    private ContentVersion? _version;

    public override string Here => Workflow.HistoryScreen;

    public ContentVersion Version => _version ?? throw new InvalidOperationException("The version has not been read yet.");

    public bool IsNewest => Version.Id == Opened.Variant.Newest?.Id;

    public bool MayRestore => Workflow is { MayEdit: true, State: not VariantState.Archived } && !IsNewest;

    /// <summary>The fields in the order of the form, with what each says.</summary>
    public IEnumerable<(string Label, string Text)> Values
    {
        get
        {
            var values = ContentValues.Parse(Version.Data);
            var lost = values.All.Where(pair => Opened.Type[pair.Key] is null).Select(pair => (pair.Key, pair.Value.GetRawText()));

            return Opened.Fields.Select(one => (L[one.Label].Value, ValueText.Of(one, values[one.Name], L))).Concat(lost);
        }
    }

    /// <summary>What restoring it would change of the newest text.</summary>
    public Differences WhatChanges => new()
    {
        Fields = FieldDifference.Between(
            Opened.Type, Opened.Variant.IsNeutral, ContentValues.Parse(Opened.Variant.Newest?.Data ?? "{}"), ContentValues.Parse(Version.Data), L),
        Lang = Opened.Lang,
    };

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct) => await ReadAsync(number, ct) ? Page() : NotFound();

    /// <param name="number">The version that is to come back.</param>
    /// <param name="basedOn">The newest version that the person has seen.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<IActionResult> OnPostRestoreAsync(int number, string? basedOn, CancellationToken ct)
    {
        if (!await ReadAsync(number, ct))
        {
            return NotFound();
        }

        var result = await drafts.RestoreAsync(ItemId, Locale, Version.Id, basedOn, Editor, ct);

        if (result.IsSaved)
        {
            return Done(result.IsNew ? ReviewNotices.Restored : ReviewNotices.RestoredAlready);
        }

        return Refuse(result.Conflict is { Theirs: var theirs }
            ? [new Problem("", $"{theirs?.Author} saved a newer version meanwhile. Look at what would change now, then decide again.")]
            : result.Problems);
    }

    private async Task<bool> ReadAsync(int number, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        _version = await history.VersionAsync(ItemId, Locale, number, Editor, ct);

        return _version is not null;
    }
}
