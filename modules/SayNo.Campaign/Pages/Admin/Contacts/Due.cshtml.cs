using SayNo.Campaign.Contacts;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Campaign.Pages.Admin.Contacts;

/// <summary>All contacts that somebody should look after, in every country that the editor may read.</summary>
public sealed class DueModel(ContactBoard board) : AdminPage
{
    private const int OnOnePage = 50;

    private IReadOnlyList<ContactEntry> _all = [];

    /// <summary>The most urgent need to show alone; all of them if it is null.</summary>
    public ContactNeed? Need { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Total { get; private set; }

    public int LastPage => Math.Max(1, (Total + OnOnePage - 1) / OnOnePage);

    public IReadOnlyList<ContactEntry> Entries { get; private set; } = [];

    /// <summary>How many contacts have each need, the most urgent first.</summary>
    public IEnumerable<(ContactNeed Need, int Count)> Counts =>
        Enum.GetValues<ContactNeed>().Select(need => (need, _all.Count(entry => entry.Needs.Contains(need))));

    public async Task OnGetAsync(ContactNeed? need, int? pageNumber, CancellationToken ct)
    {
        _all = await board.DueAsync(Editor, ct);
        Need = need is { } asked && Enum.IsDefined(asked) ? asked : null;
        var chosen = _all.Where(entry => Need is not { } one || entry.Needs.Contains(one)).ToList();
        Total = chosen.Count;
        PageNumber = Math.Clamp(pageNumber ?? 1, 1, LastPage);
        Entries = [.. chosen.Skip((PageNumber - 1) * OnOnePage).Take(OnOnePage)];
    }

    public bool MayCheck(ContactEntry entry) => Rights.May(Editor, Right.Verify, entry.Scope, Variant.Neutral);

    /// <summary>This list with another need or another page of it.</summary>
    public static string Address(ContactNeed? need, int pageNumber = 1)
    {
        string?[] query = [need is null ? null : $"need={need}", pageNumber > 1 ? $"pageNumber={pageNumber}" : null];

        return query.Any(part => part is not null) ? $"/admin/contacts/due?{string.Join('&', query.OfType<string>())}" : "/admin/contacts/due";
    }
}
