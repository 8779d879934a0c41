using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Campaign.Storage;
using SayNo.Media.Storage;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Every row of the site that an act could have changed, but not what says that somebody was there, nor what the program writes of it later by itself.</summary>
internal static class Stored
{
    private static readonly HashSet<string> BesideThePoint = ["AuditEntry", "AuditHead", "Session", "SetUpStep", "Notice", "NoticeProgress"];

    /// <summary>The rows as texts, each with its table before it.</summary>
    public static async Task<IReadOnlySet<string>> RowsAsync(AdminSite site)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        rows.UnionWith(await site.ReadAsync(ReadAsync));
        rows.UnionWith(await site.WithAsync<AccountsDb, IReadOnlyList<string>>(ReadAsync));
        rows.UnionWith(await site.WithAsync<CampaignDb, IReadOnlyList<string>>(ReadAsync));
        rows.UnionWith(await site.WithAsync<MediaDb, IReadOnlyList<string>>(ReadAsync));

        return rows;
    }

    /// <summary>How many refusals the audit log holds, and how many acts.</summary>
    public static async Task<(int Refusals, int Acts)> AuditAsync(AdminSite site) => (
        await site.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.IsRefused)),
        await site.ReadAsync(db => db.AuditEntries.CountAsync(entry => !entry.IsRefused)));

    // All of it is read after each act: as the columns come, without making objects of them.
    private static async Task<IReadOnlyList<string>> ReadAsync(DbContext db)
    {
        var rows = new List<string>();
        var tables = db.Model.GetEntityTypes().Where(type => !BesideThePoint.Contains(type.ClrType.Name)).Select(type => type.GetTableName()).OfType<string>().Distinct();
        await db.Database.OpenConnectionAsync();

        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();

            while (await reader.ReadAsync())
            {
                rows.Add(TextOf(table, reader));
            }
        }

        return rows;
    }

    private static string TextOf(string table, DbDataReader row)
    {
        var text = new StringBuilder(table);

        for (var i = 0; i < row.FieldCount; i++)
        {
            var value = row.GetValue(i);
            text.Append(CultureInfo.InvariantCulture, $" {row.GetName(i)}=\"{(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}\"");
        }

        return text.ToString();
    }
}
