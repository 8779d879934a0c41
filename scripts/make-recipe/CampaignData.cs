using System.Text.Json;
using System.Text.Json.Serialization;

namespace MakeRecipe;

/// <summary>Where a fact was read.</summary>
internal sealed record Source(string Title, string Url, string? RetrievedFrom);

/// <summary>A row of countries.json.</summary>
internal sealed record CountryRow(
    string Code, string Name, Dictionary<string, string> NativeNames, Dictionary<string, string>? NameNotes, string[] Languages, bool EuMember,
    string EmergencyNumber, string EmergencyNumberConfidence, Source? EmergencySource, string[] FilmLanguages, string? Notes);

/// <summary>A row of country-contacts.json.</summary>
internal sealed record ContactRow(
    string Country, string Kind, string Organisation, string? Phone, string? Url, string? Email, string? ChatUrl, string[] Languages,
    bool? FreeOfCharge, bool? SilentOnBill, string? Hours, string? Notes, string? ForAge, Source Source, string Confidence);

/// <summary>A row of opening-hours.json: what a source prints, as a pattern, and what the pattern cannot say.</summary>
internal sealed record OpeningHours(string? Pattern, string? Note);

/// <summary>A row of films.json.</summary>
internal sealed record FilmRow(
    string Country, string Language, string Title, int DurationSeconds, bool DurationIsApproximate, string? Notes, Source Source);

/// <summary>A row of partners.json.</summary>
internal sealed record PartnerRow(
    string Name, string Kind, string? Url, string? UrlConfidence, string[] Countries, string Role, bool CampaignPartner, Source Source);

/// <summary>A row of facts.json.</summary>
internal sealed record FactRow(
    string Id, string Label, JsonElement Value, string Unit, int? Year, string? Notes, Source Source, string Confidence);

/// <summary>A step of steps.json.</summary>
internal sealed record StepRow(int Order, string Slug, Dictionary<string, StepText> Translations);

/// <summary>A step in one language.</summary>
internal sealed record StepText(string Title, string Summary, string Body, bool Reviewed);

/// <summary>A prepared alert of alerts.json.</summary>
internal sealed record AlertRow(int Order, string Slug, Dictionary<string, AlertText> Translations);

/// <summary>A prepared alert in one language.</summary>
internal sealed record AlertText(string Title, string Body, bool Reviewed);

/// <summary>What a country page says first, and its title in the browser.</summary>
internal sealed record Intro([property: JsonPropertyName("intro")] string Text, string PageTitle);

/// <summary>Words that people type and that stand in no text: by the slug of a step or a page, then by locale.</summary>
internal sealed record Keywords(Dictionary<string, Dictionary<string, string>> Steps, Dictionary<string, Dictionary<string, string>> Pages);

/// <summary>A page of running text in one locale.</summary>
internal sealed record PageText(string Slug, string Locale, string Title, string Body);

/// <summary>All of data/campaign, read and refused whole if a file holds something unknown.</summary>
internal sealed record CampaignData
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public required IReadOnlyList<CountryRow> Countries { get; init; }

    public required IReadOnlyList<ContactRow> Contacts { get; init; }

    public required IReadOnlyDictionary<string, OpeningHours> Hours { get; init; }

    public required IReadOnlyList<FilmRow> Films { get; init; }

    public required IReadOnlyList<PartnerRow> Partners { get; init; }

    public required IReadOnlyList<FactRow> Facts { get; init; }

    public required IReadOnlyList<StepRow> Steps { get; init; }

    public required IReadOnlyList<AlertRow> Alerts { get; init; }

    public required IReadOnlyList<PageText> Pages { get; init; }

    public required Keywords Keywords { get; init; }

    public required IReadOnlyDictionary<string, Intro> Intros { get; init; }

    public static CampaignData Read(string folder) => new()
    {
        Countries = Json<List<CountryRow>>(folder, "countries.json"),
        Contacts = Json<List<ContactRow>>(folder, "country-contacts.json"),
        Hours = Json<Dictionary<string, OpeningHours>>(folder, "opening-hours.json"),
        Films = Json<List<FilmRow>>(folder, "films.json"),
        Partners = Json<List<PartnerRow>>(folder, "partners.json"),
        Facts = Json<List<FactRow>>(folder, "facts.json"),
        Steps = Json<List<StepRow>>(folder, "steps.json"),
        Alerts = Json<List<AlertRow>>(folder, "alerts.json"),
        Keywords = Json<Keywords>(folder, "keywords.json"),
        Pages = [.. Files(folder, "pages", "*.md").Select(Page)],
        Intros = Files(folder, "intros", "*.json").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file), file => Json<Intro>(folder, file)),
    };

    private static IEnumerable<string> Files(string folder, string under, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(folder, under), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static T Json<T>(string folder, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Strict)
                ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file}: {wrong.Message}", wrong);
        }
    }

    private static PageText Page(string file)
    {
        const string start = "---\ntitle: ";
        var text = File.ReadAllText(file);
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);

        if (!text.StartsWith(start, StringComparison.Ordinal) || end < 0)
        {
            throw new InvalidDataException($"{file} does not start with a title between two lines of three hyphens.");
        }

        return new(
            Slug: Path.GetFileNameWithoutExtension(file),
            Locale: new FileInfo(file).Directory?.Name ?? "",
            Title: text[start.Length..end].Trim(),
            Body: text[(end + "\n---\n".Length)..].Trim());
    }
}
