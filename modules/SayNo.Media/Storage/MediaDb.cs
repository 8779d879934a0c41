using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Media.Storage;

/// <summary>The tables of the library: its files, their renditions and texts, and what is on its way.</summary>
public sealed class MediaDb(DbContextOptions<MediaDb> options) : DbContext(options)
{
    /// <summary>The table that says which migrations have run.</summary>
    public const string HistoryTable = "MediaMigrations";

    public DbSet<MediaItem> Media => Set<MediaItem>();

    public DbSet<MediaRendition> Renditions => Set<MediaRendition>();

    public DbSet<MediaText> Texts => Set<MediaText>();

    public DbSet<Upload> Uploads => Set<Upload>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MediaItem>(item =>
        {
            item.Property(one => one.Id).ValueGeneratedNever();
            item.HasIndex(one => one.Path).IsUnique();
            item.HasIndex(one => new { one.Scope, one.Hash });
        });
        modelBuilder.Entity<MediaRendition>(rendition =>
        {
            rendition.ToTable("MediaRenditions");
            rendition.HasKey(one => new { one.MediaId, one.Width });
            rendition.HasOne<MediaItem>().WithMany().HasForeignKey(one => one.MediaId);
        });
        modelBuilder.Entity<MediaText>(text =>
        {
            text.ToTable("MediaTexts");
            text.HasKey(one => new { one.MediaId, one.Locale });
            text.HasOne<MediaItem>().WithMany().HasForeignKey(one => one.MediaId);
        });
        modelBuilder.Entity<Upload>(upload =>
        {
            upload.ToTable("MediaUploads");
            upload.Property(one => one.Id).ValueGeneratedNever();
        });
    }
}
