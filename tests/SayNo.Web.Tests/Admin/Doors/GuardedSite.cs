using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Storage;
using SayNo.Admin.Exchange;
using SayNo.Content;
using SayNo.Content.Previewing;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Uploading;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Accounts.OpenIdConnect;
using SayNo.Web.Tests.Media;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>A site with somebody of every role, and with places of three owners that hold a secret each.</summary>
internal sealed class GuardedSite : IAsyncDisposable
{
    private readonly Dictionary<char, Browser> _browsers = [];
    private readonly Dictionary<char, string> _tokens = [];
    private readonly Organisation _organisation;
    private int _places;

    private GuardedSite(AdminSite site, Organisation organisation) => (Site, _organisation) = (site, organisation);

    public AdminSite Site { get; }

    public IReadOnlyDictionary<string, Place> Places { get; private set; } = new Dictionary<string, Place>();

    public static async Task<GuardedSite> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        // The ways through an organisation are doors too, and there only on a site that knows one.
        var organisation = await Organisation.StartAsync();
        var site = new GuardedSite(await AdminSite.StartAsync(kind, configure: builder => builder.Know(organisation)), organisation);
        await site.Site.CatchUpAsync();
        site.Places = (await Task.WhenAll(Doors.Scopes.Select(site.NewPlaceAsync))).ToDictionary(place => place.Scope);

        foreach (var person in People.Everybody)
        {
            await site.ComeBackAsync(person);
        }

        return site;
    }

    public Browser Of(char person) => _browsers[person];

    /// <summary>What makes a form of somebody genuine.</summary>
    public string TokenOf(char person) => _tokens[person];

    /// <summary>Signs somebody in once more, after an act that signed them out.</summary>
    public async Task ComeBackAsync(char person)
    {
        var browser = person == People.Nobody ? Site.Open() : await Site.SignInAsync($"Person {person}", People.Grants[person]);
        var form = await browser.GetAsync(person == People.Nobody ? "/admin/sign-in" : "/admin/account");
        _browsers[person] = browser;
        _tokens[person] = form.FormToken ?? throw new InvalidOperationException($"{form.Path} shows no form to {person}.");
    }

    /// <summary>Tries a door.</summary>
    public async Task<Answer> TryAsync(FoundDoor found, Door door, Place place, char person, string? token = null)
    {
        var query = Pairs(door.Query(place).Concat(found.Handler.Length > 0 ? [("handler", found.Handler)] : []));
        var address = found.Address(parameter => Uri.EscapeDataString(place.ValueOf(found.Pattern, parameter)).Replace("%2F", "/", StringComparison.Ordinal));
        var path = query.Length > 0 ? $"{address}?{query}" : address;

        var request = new HttpRequestMessage(new(found.Method), path) { Content = ContentOf(found, door, place, token ?? TokenOf(person)) };

        foreach (var (name, value) in found.Method is "GET" or "POST" ? door.Headers(place) : door.Headers(place).Append(("Form-Token", token ?? TokenOf(person))))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Of(person).SendAsync(request);
    }

    /// <summary>A new text and a new contact of an owner, with all that can hang on them.</summary>
    public async Task<Place> NewPlaceAsync(string scope)
    {
        var secret = Place.SecretOf(scope);
        var number = Interlocked.Increment(ref _places).ToString(CultureInfo.InvariantCulture);
        var item = await CreateAsync("Alert", scope, $"{secret}-{number}");
        var contact = await CreateAsync("CountryContact", scope, $"{secret}-{number}");
        var writer = new Editor($"writer-{scope}", $"Writer of {secret}", [AdminSite.Grant(Role.CampaignLead, scope)]);
        var older = await SaveAsync(item, Place.Locale, new { Title = $"Alt {secret}" }, null, writer);
        var draft = await SaveAsync(item, Place.Locale, new { Title = $"Neu {secret}" }, older, writer);
        await SaveAsync(contact, "", new { Kind = "hotline", Organisation = $"Telefon {secret}", Phone = "+43147", Confidence = "unverified" }, null, writer);
        await SaveAsync(contact, Place.Locale, new { Notes = $"Nachts {secret}" }, null, writer);

        var release = await ReleaseAsync(item, scope, $"Herbst {secret}", writer);

        return new()
        {
            Scope = scope,
            ReleaseId = release,
            ImportId = await Site.WithAsync<ImportFiles, string>(files => files.KeepAsync(
                scope, "mine.json", (stream, ct) => stream.WriteAsync("{ \"steps\": [] }"u8.ToArray(), ct).AsTask(), default)),
            AlertId = await RedButtonDoors.AskAsync(Site, scope, new($"asker-{scope}", "Asker", [])),
            ReleaseLinkId = await LinkAsync(item, writer, release),
            ItemId = item,
            DraftId = draft,
            OlderId = older,
            ContactId = contact,
            CommentId = await CommentAsync(item, $"Heikel: {secret}", writer),
            LinkId = await LinkAsync(item, writer),
            MediaId = await AddMediaAsync(scope, number, writer),
            UploadId = await BeginUploadAsync(scope, writer),
            PlanId = await PlanAsync(item, draft, writer),
            Alerts = await Site.ReadAsync(db => db.Items.Where(one => one.Type == "Alert" && one.Scope == scope)
                .OrderBy(one => one.Order).ThenBy(one => one.Slug).Select(one => one.Id).ToListAsync()),
            AccountId = (await Site.AddAccountAsync($"Owner of {secret}", AdminSite.Grant(Role.NationalEditor, scope))).Id.ToString(),
            InvitationId = await InviteAsync(scope),
            AuditNumber = await Site.ReadAsync(db => db.AuditEntries.Where(one => one.Target == item).MaxAsync(one => one.Sequence)),
        };
    }

    public async Task<string> SaveAsync(string itemId, string locale, object values, string? basedOn, Editor by)
    {
        var draft = new DraftText
        {
            ItemId = itemId,
            Locale = locale,
            Values = ContentValues.Parse(JsonSerializer.Serialize(values)),
            BasedOn = basedOn,
            Comment = $"Für {by.Name}",
        };
        var result = await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(draft, by, default));
        await Site.WithAsync<AutoSaves, AutoSaveResult>(kept =>
            kept.KeepAsync(itemId, locale, basedOn, JsonSerializer.Serialize(new Dictionary<string, string[]> { ["value.Title"] = [$"Getippt: {by.Name}"] }), by, default));

        return result.Version?.Id ?? throw new InvalidOperationException(string.Join(' ', result.Problems.Select(problem => problem.Sentence)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        await Site.DisposeAsync();
        await _organisation.DisposeAsync();
    }

    private static ByteArrayContent? ContentOf(FoundDoor found, Door door, Place place, string token) => found.Method switch
    {
        "GET" => null,
        "POST" => new FormUrlEncodedContent(door.Form(place).Prepend(("form-token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        _ => new ByteArrayContent([1]) { Headers = { ContentType = new("application/offset+octet-stream") } },
    };

    private static string Pairs(IEnumerable<(string Name, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    private async Task<string> CreateAsync(string type, string scope, string slug)
    {
        var result = await Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = type, Scope = scope, Slug = slug }, Editor.System, default));

        return result.Item?.Id ?? throw new InvalidOperationException(string.Join(' ', result.Problems.Select(problem => problem.Sentence)));
    }

    private async Task<string> CommentAsync(string itemId, string text, Editor by)
    {
        var result = await Site.WithAsync<Comments, CommentResult>(comments =>
            comments.AddAsync(new() { ItemId = itemId, Locale = Place.Locale, Field = "Title", Text = text }, by, default));

        return result.Comment!.Id;
    }

    private async Task<string> ReleaseAsync(string itemId, string scope, string name, Editor by)
    {
        var created = await Site.WithAsync<ContentReleases, ReleaseResult>(releases => releases.CreateAsync(name, scope, by, default));
        await Site.WithAsync<ContentReleases, ReleaseResult>(releases => releases.AddAsync(created.Release!.Id, [(itemId, Place.Locale)], by, default));

        return created.Release!.Id;
    }

    private async Task<string> LinkAsync(string itemId, Editor by, string? releaseId = null)
    {
        var wanted = new NewPreviewLink { ItemId = itemId, Locale = Place.Locale, ReleaseId = releaseId, Path = "/at/de", Lasts = TimeSpan.FromHours(1) };
        var result = await Site.WithAsync<PreviewLinks, PreviewLinkResult>(links => links.CreateAsync(wanted, by, default));

        return result.Link!.Id;
    }

    private async Task<string> PlanAsync(string itemId, string versionId, Editor by)
    {
        var due = Site.Clock.GetUtcNow().UtcDateTime.AddDays(30);
        var result = await Site.WithAsync<ContentSchedule, ScheduleResult>(schedule =>
            schedule.PublishAtAsync(itemId, Place.Locale, versionId, due, by, default));

        return result.Act?.Id ?? throw new InvalidOperationException(string.Join(' ', result.Problems.Select(problem => problem.Sentence)));
    }

    private async Task<string> AddMediaAsync(string scope, string number, Editor by)
    {
        var part = Path.Combine(Directory.CreateDirectory(Path.Combine(Site.MediaFolder, ".uploads")).FullName, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(part, TestFiles.Png(int.Parse(number, CultureInfo.InvariantCulture), 1));
        var wanted = new NewMedia { Scope = scope, Name = $"Bild {Place.SecretOf(scope)}.png" };

        return (await Site.WithAsync<Additions, AdditionResult>(additions => additions.AddAsync(part, wanted, by, default))).Item!.Id;
    }

    private async Task<string> BeginUploadAsync(string scope, Editor by) =>
        (await Site.WithAsync<Uploads, BeginResult>(uploads => uploads.BeginAsync(scope, $"{Place.SecretOf(scope)}.mp4", 4, by, default))).Upload!.Id;

    private async Task<string> InviteAsync(string scope)
    {
        var email = $"{Guid.NewGuid():N}@{Place.SecretOf(scope)}.example";
        await Site.WithAsync<InvitationLinks, InvitationLink>(links => links.CreateAsync(email, AdminSite.Grant(Role.NationalEditor, scope), default));

        return await Site.WithAsync<AccountsDb, string>(async db => (await db.Invitations.SingleAsync(one => one.Email == email)).Id.ToString());
    }
}
