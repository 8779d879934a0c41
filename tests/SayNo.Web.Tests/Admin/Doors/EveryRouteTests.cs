using System.Net;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Every door of the site, tried by everybody at everybody's place.</summary>
public sealed class EveryRouteTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Door> Table = ContentDoors.All.Concat(MediaDoors.All).Concat(OtherDoors.All).ToDictionary(door => door.Name);

    private readonly List<string> _faults = [];
    private GuardedSite _site = null!;
    private IReadOnlyList<FoundDoor> _found = [];

    public async Task InitializeAsync()
    {
        _site = await GuardedSite.StartAsync();
        _found = await FoundDoor.AllAsync(_site.Site.Services);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void The_table_knows_every_route_and_no_other()
    {
        var found = _found.Select(door => door.Name).ToHashSet();

        _faults.AddRange(found.Except(Table.Keys).Select(name => $"new route {name}: add it to the table"));
        _faults.AddRange(Table.Keys.Except(found).Select(name => $"there is no route {name} any more: take it out of the table"));

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Whom_a_door_does_not_open_to_changes_nothing_learns_nothing_and_is_written_down()
    {
        var (_, acts) = await Stored.AuditAsync(_site.Site);
        var rows = await Stored.RowsAsync(_site.Site);

        foreach (var tries in Tries(door => true).GroupBy(one => one.Found))
        {
            foreach (var (found, door, place) in tries)
            {
                await TurnAwayAsync(found, door, place);
            }

            if (tries.Key.Method == "POST" && await Stored.RowsAsync(_site.Site) is var now && !now.SetEquals(rows))
            {
                Check(tries.First().Door.SavesFirst, $"{tries.Key.Name} changed: {string.Join(" | ", now.Except(rows).Take(3))}");
                rows = now;
            }
        }

        var saved = Table.Values.Count(door => door.SavesFirst);
        Check((await Stored.AuditAsync(_site.Site)).Acts - acts <= saved, "the audit log holds acts of those who may not act");
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Whom_a_door_opens_to_sees_only_what_they_may_read()
    {
        foreach (var (found, door, place) in Tries(found => found.Method == "GET"))
        {
            foreach (var person in People.Everybody.Where(person => door.OpensTo(person, place.Scope)))
            {
                var answer = await _site.TryAsync(found, door, place, person);
                Check(IsLetIn(answer, found) && !Tells(answer, person), found, place, person, answer);
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Fact]
    public async Task Whom_a_door_opens_to_can_act_there_and_touches_nothing_of_another_country()
    {
        var before = await RowsOfOtherAsync();
        Assert.True(before.Count > 4);

        foreach (var (found, door, old) in Tries(found => found.Method == "POST"))
        {
            var people = People.Everybody.Where(person => door.OpensTo(person, old.Scope)).ToList();
            var place = people.Count > 0 ? await _site.NewPlaceAsync(old.Scope) : old;

            foreach (var person in people)
            {
                var answer = await _site.TryAsync(found, door, place, person);
                Check(IsLetIn(answer, found), found, place, person, answer);

                if (door.Spends)
                {
                    place = await _site.NewPlaceAsync(old.Scope);
                    await _site.ComeBackAsync(person);
                }
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
        Assert.Empty(before.Except(await RowsOfOtherAsync()));
    }

    [Fact]
    public async Task No_form_is_taken_without_the_token_that_its_page_gave_to_the_same_session()
    {
        var rows = await Stored.RowsAsync(_site.Site);

        foreach (var (found, door, place) in Tries(found => found.Method == "POST"))
        {
            foreach (var person in People.Everybody.Where(one => door.OpensTo(one, place.Scope)).TakeLast(1))
            {
                foreach (var token in new[] { "", "forged", _site.TokenOf(person == 'U' ? 'L' : 'U') })
                {
                    var answer = await _site.TryAsync(found, door, place, person, token);
                    Check(answer.Status == HttpStatusCode.BadRequest || IsDeadLink(answer, found), found, place, person, answer);
                }
            }
        }

        Check(rows.SetEquals(await Stored.RowsAsync(_site.Site)), "a forged form changed something");
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task TurnAwayAsync(FoundDoor found, Door door, Place place)
    {
        var (before, _) = await Stored.AuditAsync(_site.Site);
        var refused = 0;

        foreach (var person in People.Everybody.Where(person => !door.OpensTo(person, place.Scope)))
        {
            var answer = await _site.TryAsync(found, door, place, person);
            refused += answer.Status == HttpStatusCode.Forbidden ? 1 : 0;
            Check(IsTurnedAway(answer, person) && !Tells(answer, person), found, place, person, answer);
        }

        var (after, _) = await Stored.AuditAsync(_site.Site);
        Check(after - before == refused, $"{found.Name} in {place.Scope}: {refused} refusals, {after - before} written down");
    }

    private static bool IsTurnedAway(Answer answer, char person) => person == People.Nobody
        ? answer.Status == HttpStatusCode.SeeOther && answer.Location.StartsWith("/admin/sign-in", StringComparison.Ordinal)
        : answer.Status == HttpStatusCode.Forbidden;

    private static bool IsLetIn(Answer answer, FoundDoor found) => answer.Status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => true,
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect =>
            found.Pattern.Contains("/account", StringComparison.Ordinal) || found.Pattern.Contains("/sign-", StringComparison.Ordinal)
            || !answer.Location.StartsWith("/admin/sign-in", StringComparison.Ordinal),
        HttpStatusCode.Gone or HttpStatusCode.NotFound => IsDeadLink(answer, found) || !found.Pattern.StartsWith("/admin", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsDeadLink(Answer answer, FoundDoor found) =>
        found.Pattern.Contains("{token}", StringComparison.Ordinal) && answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    private static bool Tells(Answer answer, char person) => Doors.Scopes.Any(scope =>
        !People.Read(person, scope) && answer.Html.Contains(Place.SecretOf(scope), StringComparison.OrdinalIgnoreCase));

    private async Task<IReadOnlyList<string>> RowsOfOtherAsync()
    {
        var place = _site.Places[Doors.Other];

        return [.. (await Stored.RowsAsync(_site.Site)).Where(row =>
            new[] { place.ItemId, place.ContactId, place.AccountId, place.InvitationId, place.MediaId, place.UploadId }.Any(id => row.Contains(id, StringComparison.OrdinalIgnoreCase)))];
    }

    private IEnumerable<(FoundDoor Found, Door Door, Place Place)> Tries(Func<FoundDoor, bool> which) =>
        from found in _found
        where which(found) && Table.ContainsKey(found.Name)
        let door = Table[found.Name]
        from scope in door.IsPlain ? [Doors.Own] : Doors.Scopes
        select (found, door, _site.Places[scope]);

    private void Check(bool holds, FoundDoor found, Place place, char person, Answer answer) =>
        Check(holds, $"{person} at {found.Name} in {place.Scope}: {(int)answer.Status} {answer.Location} {string.Join(' ', answer.Problems.Select(one => one.Sentence))}{(Tells(answer, person) ? " TELLS" : "")}");

    private void Check(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
