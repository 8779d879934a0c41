using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.Web.Finding;

/// <summary>
/// The cards of the theme: a picture beside a link in a chat, where others may see it, and so one that says nothing of the subject.
/// Each language has one, and each page of a country its own.
/// </summary>
public sealed class Cards
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>Beside the pictures: what is written on each, by its name.</summary>
    public const string Index = "index.json";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        // A card changes with the program only, and a chat of another site may show it.
        new("Cache-Control", "public, max-age=86400, stale-while-revalidate=604800, stale-if-error=604800"),
        new("Cross-Origin-Resource-Policy", "cross-origin"),
    ];

    private readonly string _folder;
    private readonly FrozenDictionary<string, Card> _cards;

    public Cards(Theme theme)
    {
        _folder = theme.CardsFolder;
        var index = Path.Combine(_folder, Index);
        _cards = File.Exists(index) ? Read(index) : FrozenDictionary<string, Card>.Empty;
    }

    /// <summary>The card of a page: its country's if that says what the country calls itself today, else its language's; null without both.</summary>
    public Card? Of(PageFrame frame) =>
        frame.CountryPath is { } country
        && _cards.GetValueOrDefault(country.Trim('/').Replace('/', '-')) is { } own
        && frame.CardTexts.Count > 0
        && own.Texts.Take(frame.CardTexts.Count).SequenceEqual(frame.CardTexts)
            ? own
            : _cards.GetValueOrDefault(frame.Locale);

    internal void Map(IEndpointRouteBuilder site) =>
        site.MapMethods("/cards/{name}.png", [HttpMethods.Get, HttpMethods.Head], ShowAsync).ExcludeFromDescription();

    private Task ShowAsync(HttpContext context, string name, PublishedContent published, ResponseCache cache)
    {
        if (!_cards.TryGetValue(name, out var card))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return Task.CompletedTask;
        }

        return cache.ServeAsync(context, card.Path, "", published.Current, async () => new()
        {
            Body = await File.ReadAllBytesAsync(Path.Combine(_folder, $"{name}.png"), context.RequestAborted),
            ContentType = "image/png",
            MadeOf = [],
            Headers = Headers,
        });
    }

    private static FrozenDictionary<string, Card> Read(string index) =>
        (JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllBytes(index)) ?? [])
            .ToFrozenDictionary(card => card.Key, card => new Card($"/cards/{card.Key}.png", card.Value), StringComparer.Ordinal);
}

/// <summary>A picture of <see cref="Cards.Width"/> by <see cref="Cards.Height"/> pixels.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Texts">What is written on it.</param>
public sealed record Card(string Path, IReadOnlyList<string> Texts)
{
    /// <summary>For those who cannot see it.</summary>
    public string Alternative => string.Join(" – ", Texts);
}
