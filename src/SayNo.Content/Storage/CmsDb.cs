using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SayNo.Content.Storage;

/// <summary>The tables of the engine: items with their variants and versions, the change log, content types and settings.</summary>
public sealed class CmsDb(DbContextOptions<CmsDb> options) : DbContext(options)
{
    /// <summary>The table that says which migrations have run.</summary>
    public const string HistoryTable = "ContentMigrations";

    public DbSet<ContentItem> Items => Set<ContentItem>();

    public DbSet<Variant> Variants => Set<Variant>();

    public DbSet<ContentVersion> Versions => Set<ContentVersion>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<ChangeLogHead> ChangeLogHead => Set<ChangeLogHead>();

    public DbSet<StoredType> Types => Set<StoredType>();

    public DbSet<StoredSetting> Settings => Set<StoredSetting>();

    public DbSet<SetUpStep> SetUpSteps => Set<SetUpStep>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<ScheduledAct> Schedule => Set<ScheduledAct>();

    public DbSet<AutoSave> AutoSaves => Set<AutoSave>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<ReleaseEntry> ReleaseEntries => Set<ReleaseEntry>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ContentItem>(ItemTable);
        modelBuilder.Entity<Variant>(VariantTable);
        modelBuilder.Entity<ContentVersion>(VersionTable);
        modelBuilder.Entity<Comment>(comment =>
        {
            comment.Property(one => one.Id).ValueGeneratedNever();
            comment.HasIndex(one => new { one.ItemId, one.Locale });
            comment.HasOne<ContentItem>().WithMany().HasForeignKey(one => one.ItemId);
        });
        modelBuilder.Entity<ScheduledAct>(act =>
        {
            act.ToTable("Schedule");
            act.Property(one => one.Id).ValueGeneratedNever();
            act.HasIndex(one => new { one.State, one.NextTryAt });
            act.HasOne<ContentItem>().WithMany().HasForeignKey(one => one.ItemId);
        });
        modelBuilder.Entity<AutoSave>(saved =>
        {
            saved.HasKey(one => new { one.EditorId, one.ItemId, one.Locale });
            saved.HasOne<ContentItem>().WithMany().HasForeignKey(one => one.ItemId);
        });
        modelBuilder.Entity<PreviewLink>(link =>
        {
            link.Property(one => one.Id).ValueGeneratedNever();
            link.HasIndex(one => one.TokenHash).IsUnique();
            link.HasOne<ContentItem>().WithMany().HasForeignKey(one => one.ItemId);
        });
        modelBuilder.Entity<Release>(release =>
        {
            release.Property(one => one.Id).ValueGeneratedNever();
            release.HasIndex(one => new { one.State, one.NextTryAt });
            release.HasMany(one => one.Entries).WithOne().HasForeignKey(entry => entry.ReleaseId);
        });
        modelBuilder.Entity<ReleaseEntry>(entry =>
        {
            entry.ToTable("ReleaseEntries");
            entry.HasKey(one => new { one.ReleaseId, one.ItemId, one.Locale });
            entry.HasIndex(one => one.ItemId);
        });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(one => one.Sequence);
            entry.Property(one => one.Sequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<Change>(change =>
        {
            change.HasKey(one => one.Sequence);
            change.Property(one => one.Sequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<ChangeLogHead>(head =>
        {
            head.ToTable("ChangeLogHead");
            head.Property(one => one.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<StoredType>().ToTable("Types").HasKey(type => type.Name);
        modelBuilder.Entity<StoredSetting>().ToTable("Settings").HasKey(setting => setting.Name);
        modelBuilder.Entity<SetUpStep>().ToTable("SetUpSteps").HasKey(step => step.Name);
    }

    private static void ItemTable(EntityTypeBuilder<ContentItem> item)
    {
        item.Property(one => one.Id).ValueGeneratedNever();
        item.HasIndex(one => new { one.Type, one.Scope, one.Slug }).IsUnique();
        item.HasIndex(one => new { one.OverrideOf, one.Scope }).IsUnique();
        item.HasOne<ContentItem>().WithMany().HasForeignKey(one => one.OverrideOf).OnDelete(DeleteBehavior.NoAction);
    }

    private static void VariantTable(EntityTypeBuilder<Variant> variant)
    {
        variant.Property(one => one.Id).ValueGeneratedNever();
        variant.HasIndex(one => new { one.ItemId, one.Locale }).IsUnique();
        variant.HasOne(one => one.Item).WithMany(item => item.Variants).HasForeignKey(one => one.ItemId);
        variant.HasOne(one => one.Draft).WithMany().HasForeignKey(one => one.DraftId).OnDelete(DeleteBehavior.NoAction);
        variant.HasOne(one => one.Published).WithMany().HasForeignKey(one => one.PublishedId).OnDelete(DeleteBehavior.NoAction);
    }

    private static void VersionTable(EntityTypeBuilder<ContentVersion> version)
    {
        version.Property(one => one.Id).ValueGeneratedNever();
        version.HasIndex(one => new { one.VariantId, one.Number }).IsUnique();
        version.HasOne<Variant>().WithMany().HasForeignKey(one => one.VariantId);
    }
}
