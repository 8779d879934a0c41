using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Content.Storage.Migrations;

/// <summary>What editors need to work together: stages, comments, the schedule, kept forms, preview links and the audit log.</summary>
[DbContext(typeof(CmsDb))]
[Migration("20261122_2_AddReview")]
public sealed class AddReview : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Stage", "Variants", defaultValue: 0);
        migrationBuilder.AddColumn<DateTime>("ArchivedAt", "Variants", nullable: true);
        migrationBuilder.AddColumn<string>("AuthorId", "Versions", defaultValue: "");
        migrationBuilder.AddColumn<string>("BasedOn", "Versions", nullable: true);
        migrationBuilder.AddColumn<string>("MadeFrom", "Versions", nullable: true);
        CreateComments(migrationBuilder);
        CreateSchedule(migrationBuilder);
        CreateAutoSaves(migrationBuilder);
        CreatePreviewLinks(migrationBuilder);
        CreateAudit(migrationBuilder);
    }

    private static void CreateComments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Comments",
            table => new
            {
                Id = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                Field = table.Column<string>(),
                Text = table.Column<string>(),
                IsRejection = table.Column<bool>(),
                AuthorId = table.Column<string>(),
                Author = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                ResolvedAt = table.Column<DateTime>(nullable: true),
                ResolvedBy = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Comments", comment => comment.Id);
                table.ForeignKey("FK_Comments_Items", comment => comment.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Comments_ItemId_Locale", "Comments", ["ItemId", "Locale"]);
    }

    private static void CreateSchedule(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Schedule",
            table => new
            {
                Id = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                Kind = table.Column<int>(),
                VersionId = table.Column<string>(nullable: true),
                DueAt = table.Column<DateTime>(),
                CreatedAt = table.Column<DateTime>(),
                ById = table.Column<string>(),
                By = table.Column<string>(),
                State = table.Column<int>(),
                Attempts = table.Column<int>(),
                NextTryAt = table.Column<DateTime>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                Problem = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Schedule", act => act.Id);
                table.ForeignKey("FK_Schedule_Items", act => act.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Schedule_State_NextTryAt", "Schedule", ["State", "NextTryAt"]);
        migrationBuilder.CreateIndex("IX_Schedule_ItemId", "Schedule", "ItemId");
    }

    private static void CreateAutoSaves(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AutoSaves",
            table => new
            {
                EditorId = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                BasedOn = table.Column<string>(nullable: true),
                Form = table.Column<string>(),
                SavedAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AutoSaves", saved => new { saved.EditorId, saved.ItemId, saved.Locale });
                table.ForeignKey("FK_AutoSaves_Items", saved => saved.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_AutoSaves_ItemId", "AutoSaves", "ItemId");
    }

    private static void CreatePreviewLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PreviewLinks",
            table => new
            {
                Id = table.Column<string>(),
                TokenHash = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                Path = table.Column<string>(),
                ById = table.Column<string>(),
                By = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                RevokedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PreviewLinks", link => link.Id);
                table.ForeignKey("FK_PreviewLinks_Items", link => link.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_PreviewLinks_TokenHash", "PreviewLinks", "TokenHash", unique: true);
        migrationBuilder.CreateIndex("IX_PreviewLinks_ItemId", "PreviewLinks", "ItemId");
    }

    private static void CreateAudit(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AuditEntries",
            table => new
            {
                Sequence = table.Column<long>(),
                At = table.Column<DateTime>(),
                ActorId = table.Column<string>(),
                Actor = table.Column<string>(),
                Act = table.Column<string>(),
                IsRefused = table.Column<bool>(),
                Target = table.Column<string>(),
                Scope = table.Column<string>(),
                Locale = table.Column<string>(),
                Before = table.Column<string>(nullable: true),
                After = table.Column<string>(nullable: true),
                Note = table.Column<string>(nullable: true),
                Hash = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_AuditEntries", entry => entry.Sequence));
        migrationBuilder.CreateIndex("IX_AuditEntries_Target", "AuditEntries", "Target");
        migrationBuilder.CreateTable(
            "AuditHead",
            table => new { Id = table.Column<int>(), Sequence = table.Column<long>(), Hash = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_AuditHead", head => head.Id));
        migrationBuilder.Sql("""INSERT INTO "AuditHead" ("Id", "Sequence", "Hash") VALUES (1, 0, '')""");
    }
}
