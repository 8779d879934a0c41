using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Links;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Storage;

/// <summary>The tables of the campaign: who checked which contact, and what became of published addresses.</summary>
public sealed class CampaignDb(DbContextOptions<CampaignDb> options) : DbContext(options)
{
    /// <summary>The table that says which migrations have run.</summary>
    public const string HistoryTable = "CampaignMigrations";

    public DbSet<ContactCheck> ContactChecks => Set<ContactCheck>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ContactCheck>(check =>
        {
            check.Property(one => one.Id).ValueGeneratedNever();
            check.HasIndex(one => new { one.ItemId, one.RecordedAt });
        });
        modelBuilder.Entity<LinkCheck>(check =>
        {
            check.HasKey(one => one.Url);
            check.HasIndex(one => one.NextAt);
        });
    }
}
