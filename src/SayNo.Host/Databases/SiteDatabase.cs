using SayNo.Content.Storage;

namespace SayNo.Host.Databases;

/// <summary>Chooses the database by the look of the connection string.</summary>
public static class SiteDatabase
{
    private static readonly string[] ServerKeys = ["host", "server"];

    /// <param name="connection">A connection string for PostgreSQL (<c>Host=...</c>) or SQLite (<c>Data Source=...</c>), or the path of an SQLite file.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static CmsDatabase Of(string connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new ArgumentException("The database has no name.");
        }

        if (!connection.Contains('='))
        {
            return SqliteDatabase.Of($"Data Source={connection}");
        }

        var keys = connection.Split(';').Select(part => part.Split('=')[0].Trim());

        return keys.Any(key => ServerKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            ? PostgreSqlDatabase.Of(connection)
            : SqliteDatabase.Of(connection);
    }
}
