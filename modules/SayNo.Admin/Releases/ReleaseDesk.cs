using Microsoft.EntityFrameworkCore;
using SayNo.Admin.Lists;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Releases;

/// <summary>Lays a release before somebody, with the names of its texts and what stops each of them.</summary>
public sealed class ReleaseDesk(CmsDb db, ReleasePublisher publisher, ItemTitles titles)
{
    /// <summary>The release; none if there is none.</summary>
    /// <exception cref="RightDeniedException">A text is in it that the person may not read.</exception>
    public async Task<OpenedRelease?> OpenAsync(string id, Editor by, string reader, CancellationToken ct)
    {
        if (await publisher.LookAsync(id, by, ct) is not { } outlook)
        {
            return null;
        }

        var names = await NamesAsync([.. outlook.Entries.Select(entry => entry.Entry.ItemId).Distinct()], reader, ct);
        var release = outlook.Release;

        return new()
        {
            Outlook = outlook,
            Lines =
            [
                .. outlook.Entries.Select(entry => new ReleaseLine(entry, names.GetValueOrDefault(entry.Entry.ItemId)))
                    .OrderBy(line => line.Outlook.Problems.Count == 0).ThenBy(line => line.Outlook.Entry.Scope, StringComparer.Ordinal)
                    .ThenBy(line => line.Title?.Text, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(reader), ignoreCase: true))
                    .ThenBy(line => line.Outlook.Entry.Locale, StringComparer.Ordinal),
            ],
            UndoneBy = await db.Releases.Where(other => other.UndoOf == id && other.State != ReleaseState.Dropped).Select(other => other.Id).FirstOrDefaultAsync(ct),
            MayWork = MayWork(by, release.Scope),
            MayPublish = MayWork(by, release.Scope)
                && outlook.Entries.All(entry => Rights.May(by, Right.Publish, entry.Item?.Scope ?? entry.Entry.Scope, entry.Entry.Locale)),
        };
    }

    /// <summary>The owners for whom somebody may begin a release, the campaign first.</summary>
    public static IReadOnlyList<string> ScopesOf(Editor by, IEnumerable<string> known) =>
        [.. known.Where(scope => MayWork(by, scope)).OrderBy(scope => scope != Content.Scopes.Campaign).ThenBy(scope => scope, StringComparer.Ordinal)];

    private static bool MayWork(Editor by, string scope) =>
        Rights.May(by, Right.Edit, scope, Variant.Neutral) || Rights.May(by, Right.Publish, scope, Variant.Neutral);

    private async Task<Dictionary<string, ItemTitle>> NamesAsync(string[] ids, string reader, CancellationToken ct)
    {
        var names = new Dictionary<string, ItemTitle>(StringComparer.Ordinal);

        foreach (var some in ids.Chunk(300))
        {
            foreach (var row in await db.Items.Where(item => some.Contains(item.Id)).ReadRowsAsync(ct))
            {
                names[row.Id] = titles.Of(row.Named, reader);
            }
        }

        return names;
    }
}
