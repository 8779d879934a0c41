using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Links;
using SayNo.Campaign.RedButton;
using SayNo.Content.Storage;

namespace SayNo.Campaign.Storage;

/// <summary>The tables of the campaign: who checked which contact, what became of published addresses, and the presses of the red button.</summary>
public sealed class CampaignDb(DbContextOptions<CampaignDb> options) : DbContext(options)
{
    /// <summary>The table that says which migrations have run.</summary>
    public const string HistoryTable = "CampaignMigrations";

    public DbSet<ContactCheck> ContactChecks => Set<ContactCheck>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();

    public DbSet<RedAlert> RedAlerts => Set<RedAlert>();

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
        modelBuilder.Entity<RedAlert>(alert =>
        {
            alert.Property(one => one.Id).ValueGeneratedNever();
            alert.HasIndex(one => one.AskedAt);
            alert.Ignore(one => one.CountryList);
            alert.Ignore(one => one.TextsByLocale);
            alert.Ignore(one => one.Scope);
        });
    }
}
