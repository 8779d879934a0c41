using System.Net;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Methods and acts that no page has.</summary>
public sealed class MethodTests(SharedDoors doors) : IClassFixture<SharedDoors>, IAsyncLifetime
{
    private static readonly string[] Unknown = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PAGE", "SEARCH"];

    private readonly List<string> _faults = [];
    private readonly GuardedSite _site = doors.Site;
    private string[] _addresses = [];

    private Place Own => _site.Places[Doors.Own];

    public async Task InitializeAsync()
    {
        var found = await FoundDoor.AllAsync(_site.Site.Services);
        _addresses = [.. found.Where(door => door.Pattern.StartsWith("/admin", StringComparison.OrdinalIgnoreCase) && !door.Pattern.Contains("/assets/", StringComparison.Ordinal))
            .Select(door => door.Address(parameter => Own.ValueOf(door.Pattern, parameter))).Distinct()];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_method_that_a_screen_does_not_have_does_nothing_and_shows_nothing()
    {
        var rows = await Stored.RowsAsync(_site.Site);

        foreach (var address in _addresses)
        {
            foreach (var method in Unknown)
            {
                foreach (var person in new[] { 'A', 'C', People.Nobody })
                {
                    var answer = await SendAsync(new(method), person, address);
                    Check(answer, answer.Status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest or HttpStatusCode.SeeOther or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, person);
                }
            }
        }

        Assert.True(rows.SetEquals(await Stored.RowsAsync(_site.Site)));
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task An_act_that_a_screen_does_not_have_does_nothing()
    {
        var rows = await Stored.RowsAsync(_site.Site);
        var found = (await FoundDoor.AllAsync(_site.Site.Services)).Where(door => door.Method == "POST").ToLookup(door => door.Pattern);

        foreach (var address in found.Where(acts => acts.All(act => act.Handler.Length > 0)).Select(acts => acts.First().Address(parameter => Own.ValueOf(acts.Key, parameter))))
        {
            foreach (var query in new[] { "", "?handler=Unknown", "?handler=HandlerExecution", "?handler=" })
            {
                var answer = await _site.Of('C').PostAsync(address + query, ("form-token", _site.TokenOf('C')));
                Check(answer, answer.Status == HttpStatusCode.MethodNotAllowed, 'C');
            }
        }

        Assert.True(rows.SetEquals(await Stored.RowsAsync(_site.Site)));
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Asking_for_the_head_alone_is_decided_as_asking_for_all()
    {
        foreach (var address in _addresses)
        {
            foreach (var person in new[] { 'C', 'G', People.Nobody })
            {
                var whole = await SendAsync(HttpMethod.Get, person, address);
                var head = await SendAsync(HttpMethod.Head, person, address);
                Check(head, head.Status == whole.Status && head.Html.Length == 0, person);
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private Task<Answer> SendAsync(HttpMethod method, char person, string address) => _site.Of(person).SendAsync(new(method, address)
    {
        Content = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Trace
            ? null
            : new FormUrlEncodedContent([new("form-token", _site.TokenOf(person))]),
    });

    private void Check(Answer answer, bool holds, char person)
    {
        if (!holds)
        {
            _faults.Add($"{person}: {answer.Response.RequestMessage?.Method} {answer.Path}: {(int)answer.Status} {answer.Location}");
        }
    }
}
