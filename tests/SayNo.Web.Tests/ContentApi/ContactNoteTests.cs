using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.ContentApi;

public sealed class ContactNoteOnSqliteTests() : ContactNoteTests(DatabaseKind.Sqlite);

public sealed class ContactNoteOnPostgreSqlTests() : ContactNoteTests(DatabaseKind.PostgreSql);

/// <summary>Rule 1 for what needs no text: a contact vanishes nowhere because somebody wrote, translated or took away its note.</summary>
public abstract class ContactNoteTests(DatabaseKind kind) : IAsyncLifetime
{
    private AdminSite _site = null!;

    private Picture Picture => _site.Published.Public;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(kind);
        await _site.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Publishing_the_first_note_of_a_contact_changes_no_byte_in_any_other_language()
    {
        var contact = await WithoutNotesAsync();
        var others = Picture.Locales.Supported.Where(locale => locale != "de").ToList();
        var before = await ReadAsync(contact, others);

        await PublishAsync(contact.Id, "de", """{"Notes":"Auch nachts."}""");
        var noted = await ReadAsync(contact, others);
        var german = await GetAsync([$"/api/v1/content/CountryContact/{contact.Id}?locale=de"]);
        await UnpublishAsync(contact.Id, "de");

        Assert.Equal(before, noted);
        Assert.Contains("Auch nachts.", german.Single(), StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(contact, others));
    }

    [Fact]
    public async Task A_contact_says_that_it_is_public_in_every_language_of_the_site()
    {
        var contact = await WithoutNotesAsync();

        using var partner = _site.Open();
        var answer = JsonNode.Parse((await partner.GetAsync($"/api/v1/content/CountryContact/{contact.Id}?locale=fi")).Html)!;

        Assert.Equal(Picture.Locales.Supported, answer["data"]!["locales"]!.AsArray().Select(locale => (string)locale!));
        Assert.Equal(Picture.Locales.Supported.Except(["fi"]), answer["links"]!["locales"]!.AsObject().Select(link => link.Key));
    }

    /// <summary>A contact of Germany of which nothing is public but what all languages share.</summary>
    private async Task<PublishedItem> WithoutNotesAsync()
    {
        var contact = Picture.OfType("CountryContact", "DE").First();

        foreach (var locale in contact.Locales.Keys)
        {
            await UnpublishAsync(contact.Id, locale);
        }

        return Picture.Find(contact.Id)!;
    }

    private async Task UnpublishAsync(string id, string locale)
    {
        Assert.True((await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.UnpublishAsync(id, locale, Editor.System, default))).IsDone);
        await _site.CatchUpAsync();
    }

    /// <summary>Everywhere that the contact is served: by itself, in lists and on pages, in each of the languages and in none.</summary>
    private Task<List<string>> ReadAsync(PublishedItem contact, IReadOnlyList<string> locales)
    {
        var one = $"/api/v1/content/CountryContact/{contact.Id}";
        var pages = Picture.Country(contact.Scope).Locales.Keys.Intersect(locales).SelectMany(locale => new[] { $"/de/{locale}", $"/api/v1/countries/DE/{locale}" });
        var lists = locales.SelectMany(locale => new[]
        {
            $"{one}?locale={locale}", $"/api/v1/contacts?country=DE&locale={locale}", $"/api/v1/content/CountryContact?country=DE&locale={locale}",
        });

        return GetAsync(lists.Concat(pages).Append(one));
    }

    private async Task<List<string>> GetAsync(IEnumerable<string> paths)
    {
        using var partner = _site.Open();
        var served = new List<string>();

        foreach (var path in paths)
        {
            var answer = await partner.GetAsync(path);
            var headers = answer.Response.Headers;
            served.Add($"{path}: {answer.Status} {headers.ETag} {string.Join(',', headers.TryGetValues("Link", out var links) ? links : [])} {answer.Html}");
        }

        return served;
    }

    private async Task PublishAsync(string id, string locale, string values)
    {
        var newest = await _site.ReadAsync(db => db.Variants.Where(one => one.ItemId == id && one.Locale == locale).Select(one => one.DraftId ?? one.PublishedId).SingleOrDefaultAsync());
        await _site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = locale, Values = ContentValues.Parse(values), BasedOn = newest }, Editor.System, default));
        Assert.True((await _site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, locale, Editor.System, default))).IsDone);
        await _site.CatchUpAsync();
    }
}
