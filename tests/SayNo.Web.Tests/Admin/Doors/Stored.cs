using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Campaign.Storage;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Every row of the site that an act could have changed, but not what says that somebody was there.</summary>
internal static class Stored
{
    private static readonly HashSet<string> BesideThePoint = ["AuditEntry", "AuditHead", "Session", "SetUpStep"];

    /// <summary>The rows as texts, each with its table before it.</summary>
    public static async Task<IReadOnlySet<string>> RowsAsync(AdminSite site)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        rows.UnionWith(await site.ReadAsync(ReadAsync));
        rows.UnionWith(await site.WithAsync<AccountsDb, IReadOnlyList<string>>(ReadAsync));
        rows.UnionWith(await site.WithAsync<CampaignDb, IReadOnlyList<string>>(ReadAsync));

        return rows;
    }

    /// <summary>How many refusals the audit log holds, and how many acts.</summary>
    public static async Task<(int Refusals, int Acts)> AuditAsync(AdminSite site) => (
        await site.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.IsRefused)),
        await site.ReadAsync(db => db.AuditEntries.CountAsync(entry => !entry.IsRefused)));

    private static async Task<IReadOnlyList<string>> ReadAsync(DbContext db)
    {
        var rows = new List<string>();

        foreach (var table in db.Model.GetEntityTypes().Where(type => !type.IsOwned() && !BesideThePoint.Contains(type.ClrType.Name) && type.GetTableName() is not null))
        {
            var columns = table.GetProperties().Where(column => !column.IsShadowProperty()).ToList();
            rows.AddRange((await RowsOf(db, table.ClrType, table.HasSharedClrType ? table.Name : null))
                .Select(row => $"{table.GetTableName()} {JsonSerializer.Serialize(columns.ToDictionary(column => column.Name, column => column.PropertyInfo?.GetValue(row)?.ToString()))}"));
        }

        return rows;
    }

    private static Task<List<object>> RowsOf(DbContext db, Type type, string? name)
    {
        var read = typeof(Stored).GetMethod(nameof(ReadTableAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        return (Task<List<object>>)read.MakeGenericMethod(type).Invoke(null, [db, name])!;
    }

    private static Task<List<object>> ReadTableAsync<T>(DbContext db, string? name)
        where T : class => (name is null ? db.Set<T>() : db.Set<T>(name)).AsNoTracking().Select(row => (object)row).ToListAsync();
}
