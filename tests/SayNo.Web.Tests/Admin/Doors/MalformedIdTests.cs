using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Doors;

public sealed class MalformedIdOnSqliteTests() : MalformedIdTests(DatabaseKind.Sqlite);

// It refuses signs that SQLite takes.
public sealed class MalformedIdOnPostgreSqlTests() : MalformedIdTests(DatabaseKind.PostgreSql);

/// <summary>Ids and other values that no link of the site has.</summary>
public abstract class MalformedIdTests(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly string[] Values =
    [
        new('x', 1000), "..%2F..%2Fetc%2Fpasswd", "%2E%2E%2F", "%00", "a%00b", "%0D%0AX-Evil:%201", "%E2%80%AE%D7%A9", "%F0%9F%92%A5", "%ED%A0%80", "'%20OR%20'1'='1", "%25", "%5C..%5C",
    ];

    // Forms and queries are many: of the values that are alike, one each.
    private static readonly string[] Few = [Values[0], "a%00b", "%0D%0AX-Evil:%201", "%E2%80%AE%F0%9F%92%A5"];

    // The other database differs in the signs that it takes, and in nothing else that an address can hold.
    private readonly string[] _inAddresses = kind == DatabaseKind.Sqlite ? Values : ["a%00b", "%ED%A0%80"];
    private readonly string[] _inForms = kind == DatabaseKind.Sqlite ? Few : ["a%00b"];

    private readonly List<string> _faults = [];
    private GuardedSite _site = null!;
    private IReadOnlyList<FoundDoor> _doors = [];

    public async Task InitializeAsync()
    {
        _site = await GuardedSite.StartAsync(kind);
        _doors = [.. (await FoundDoor.AllAsync(_site.Site.Services)).DistinctBy(door => door.Name)];
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task No_address_breaks_the_site()
    {
        var rows = await Stored.RowsAsync(_site.Site);

        foreach (var door in _doors.Where(door => door.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var value in _inAddresses)
            {
                await TryAsync(door, door.Address(_ => value), []);
            }
        }

        Assert.True(rows.SetEquals(await Stored.RowsAsync(_site.Site)));
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task No_value_of_a_form_or_a_query_breaks_the_site()
    {
        var own = _site.Places[Doors.Own];
        var table = ContentDoors.All.Concat(OtherDoors.All).ToDictionary(door => door.Name);

        foreach (var door in _doors.Where(door => table.ContainsKey(door.Name) && !table[door.Name].Spends))
        {
            foreach (var value in _inForms)
            {
                var address = door.Address(parameter => own.ValueOf(door.Pattern, parameter));
                string[] names = [.. table[door.Name].Query(own).Select(one => one.Name), "notice", "page", "return", "interface"];
                var query = string.Join('&', names.Select(name => $"{name}={value}").Append($"handler={door.Handler}"));
                string[] fields = [.. table[door.Name].Form(own).Select(one => one.Name), "return", "up", "moved", "from", "act"];

                await TryAsync(door, $"{address}?{query}", fields.Distinct().Select(name => (name, Uri.UnescapeDataString(value))));
                await TryAsync(door, $"{address}?{string.Join('&', table[door.Name].Query(own).Select(one => $"{one.Name}={one.Value}").Append($"handler={door.Handler}"))}",
                    fields.Distinct().Select(name => (name, Uri.UnescapeDataString(value))));
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task What_is_written_down_of_a_refusal_is_short_and_plain()
    {
        var other = _site.Places[Doors.Other];
        var page = $"/admin/content/{other.ItemId}/";

        await _site.Of('C').GetAsync(page + new string('x', 4000));
        await _site.Of('C').GetAsync(page + "de%0D%0AAdmin%E2%80%AEgranted/review");
        await _site.Of('C').PostAsync("/admin/content/order?type=Alert", ("form-token", _site.TokenOf('C')), ("scope", new string('y', 100_000)));

        var entries = await _site.Site.ReadAsync(db => Task.FromResult(db.AuditEntries.Where(entry => entry.IsRefused).ToList()));
        Assert.All(entries, entry => Assert.True(entry.Scope.Length + entry.Locale.Length + entry.Target.Length < 300));
        Assert.All(entries, entry => Assert.DoesNotContain(entry.Scope + entry.Locale + entry.Target, sign => char.IsControl(sign) || sign == '\u202E'));
    }

    private async Task TryAsync(FoundDoor door, string address, IEnumerable<(string, string)> fields)
    {
        var answer = door.Method == "POST"
            ? await _site.Of('C').PostAsync(address, [("form-token", _site.TokenOf('C')), .. fields])
            : await _site.Of('C').GetAsync(address);

        if ((int)answer.Status >= 500 || answer.Header("X-Evil").Length > 0 || answer.Html.Contains(_site.Places[Doors.Other].Secret, StringComparison.OrdinalIgnoreCase))
        {
            _faults.Add($"{door.Name}: {address[..Math.Min(address.Length, 150)]}: {(int)answer.Status}");
        }
    }
}
