using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Content.Storage.Migrations;

/// <summary>Releases: several texts that become public in one moment, and links that show all of them before.</summary>
[DbContext(typeof(CmsDb))]
[Migration("20261123_1_AddReleases")]
public sealed class AddReleases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ReleaseId", "PreviewLinks", nullable: true);
        migrationBuilder.CreateTable(
            "Releases",
            table => new
            {
                Id = table.Column<string>(),
                Name = table.Column<string>(),
                Scope = table.Column<string>(),
                State = table.Column<int>(),
                Revision = table.Column<int>(),
                CreatedAt = table.Column<DateTime>(),
                ById = table.Column<string>(),
                By = table.Column<string>(),
                UndoOf = table.Column<string>(nullable: true),
                DueAt = table.Column<DateTime>(nullable: true),
                NextTryAt = table.Column<DateTime>(nullable: true),
                Attempts = table.Column<int>(),
                PlannedById = table.Column<string>(nullable: true),
                PlannedBy = table.Column<string>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                EndedBy = table.Column<string>(nullable: true),
                Problem = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Releases", release => release.Id));
        migrationBuilder.CreateIndex("IX_Releases_State_NextTryAt", "Releases", ["State", "NextTryAt"]);
        CreateEntries(migrationBuilder);
    }

    private static void CreateEntries(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ReleaseEntries",
            table => new
            {
                ReleaseId = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                Scope = table.Column<string>(),
                Act = table.Column<int>(),
                VersionId = table.Column<string>(nullable: true),
                InsteadOf = table.Column<string>(nullable: true),
                BeforeId = table.Column<string>(nullable: true),
                AfterId = table.Column<string>(nullable: true),
                AddedAt = table.Column<DateTime>(),
                AddedById = table.Column<string>(),
                AddedBy = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReleaseEntries", entry => new { entry.ReleaseId, entry.ItemId, entry.Locale });
                table.ForeignKey("FK_ReleaseEntries_Releases", entry => entry.ReleaseId, "Releases", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ReleaseEntries_ItemId", "ReleaseEntries", "ItemId");
    }
}
