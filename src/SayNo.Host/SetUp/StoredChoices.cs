using System.Data.Common;
using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Host.SetUp;

/// <summary>What the site has chosen for itself: which modules are on, and which theme it wears.</summary>
/// <param name="Modules">Their names; all modules if the site has never said.</param>
/// <param name="Theme">Its name; the first if the site has never said.</param>
internal sealed record StoredChoices(IReadOnlyList<string>? Modules, string? Theme)
{
    public static StoredChoices None { get; } = new(null, null);

    public bool Equals(StoredChoices? other) =>
        other is not null && Theme == other.Theme && (Modules ?? []).SequenceEqual(other.Modules ?? []) && Modules is null == other.Modules is null;

    public override int GetHashCode() => HashCode.Combine(Theme, Modules?.Count);

    /// <summary>
    /// Asks the database by hand: the program is put together from the answer, and EF Core's model would cost more than the rest of the start.
    /// </summary>
    /// <exception cref="CmsDatabaseException">The database cannot be opened.</exception>
    public static async Task<StoredChoices> ReadAsync(CmsDatabase database, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name", "Value" FROM "Settings" WHERE "Name" IN ('feature', 'themes')""";
        var settings = new Dictionary<string, JsonNode>(StringComparer.Ordinal);

        try
        {
            await using var reader = await command.ExecuteReaderAsync(ct);

            while (await reader.ReadAsync(ct))
            {
                settings[reader.GetString(0)] = JsonNode.Parse(reader.GetString(1)) ?? new JsonObject();
            }
        }
        catch (DbException exception)
        {
            // Without tables nothing was chosen yet.
            return database.Explain(exception) is { } explained ? throw explained : None;
        }

        return Of(new(settings));
    }

    /// <summary>The choices at the time of the last picture, for a start without the database.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static async Task<StoredChoices> ReadAsync(PictureFile file, CancellationToken ct) => Of((await file.ReadAsync(ct)).Settings);

    private static StoredChoices Of(SiteSettings settings) => new(
        (settings.All.GetValueOrDefault("feature")?["enable"] as JsonArray)?.Select(name => (string?)name ?? "").ToList(),
        (string?)settings.All.GetValueOrDefault("themes")?["site"]);
}
