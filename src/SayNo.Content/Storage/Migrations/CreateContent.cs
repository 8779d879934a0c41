using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Content.Storage.Migrations;

/// <summary>The first tables: items, variants, versions, the change log, content types and settings.</summary>
[DbContext(typeof(CmsDb))]
[Migration("20261122_1_CreateContent")]
public sealed class CreateContent : Migration
{
    private const string DraftKey = "FK_Variants_Draft";

    private const string PublishedKey = "FK_Variants_Published";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateItems(migrationBuilder);
        CreateVariants(migrationBuilder);
        CreateVersions(migrationBuilder);
        CreateChanges(migrationBuilder);
        CreateDefinitions(migrationBuilder);
    }

    private static void CreateItems(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Items",
            table => new
            {
                Id = table.Column<string>(),
                Type = table.Column<string>(),
                Scope = table.Column<string>(),
                Slug = table.Column<string>(),
                Order = table.Column<int>(),
                OverrideOf = table.Column<string>(nullable: true),
                CreatedAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Items", item => item.Id);
                table.ForeignKey("FK_Items_OverrideOf", item => item.OverrideOf, "Items", "Id");
            });
        migrationBuilder.CreateIndex("IX_Items_Type_Scope_Slug", "Items", ["Type", "Scope", "Slug"], unique: true);
        migrationBuilder.CreateIndex("IX_Items_OverrideOf_Scope", "Items", ["OverrideOf", "Scope"], unique: true);
    }

    private static void CreateVariants(MigrationBuilder migrationBuilder)
    {
        // Variants point to versions, and versions to variants: SQLite takes a foreign key to a table that comes later only
        // inside CREATE TABLE, PostgreSQL only after both are there.
        var pointersAtOnce = IsSqlite(migrationBuilder);
        migrationBuilder.CreateTable(
            "Variants",
            table => new
            {
                Id = table.Column<string>(),
                ItemId = table.Column<string>(),
                Locale = table.Column<string>(),
                LastNumber = table.Column<int>(),
                DraftId = table.Column<string>(nullable: true),
                PublishedId = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Variants", variant => variant.Id);
                table.ForeignKey("FK_Variants_Items", variant => variant.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);

                if (pointersAtOnce)
                {
                    table.ForeignKey(DraftKey, variant => variant.DraftId, "Versions", "Id");
                    table.ForeignKey(PublishedKey, variant => variant.PublishedId, "Versions", "Id");
                }
            });
        migrationBuilder.CreateIndex("IX_Variants_ItemId_Locale", "Variants", ["ItemId", "Locale"], unique: true);
        migrationBuilder.CreateIndex("IX_Variants_DraftId", "Variants", "DraftId");
        migrationBuilder.CreateIndex("IX_Variants_PublishedId", "Variants", "PublishedId");
    }

    private static void CreateVersions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Versions",
            table => new
            {
                Id = table.Column<string>(),
                VariantId = table.Column<string>(),
                Number = table.Column<int>(),
                Data = table.Column<string>(),
                IsReviewed = table.Column<bool>(),
                Author = table.Column<string>(),
                Comment = table.Column<string>(nullable: true),
                CreatedAt = table.Column<DateTime>(),
                PublishedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Versions", version => version.Id);
                table.ForeignKey("FK_Versions_Variants", version => version.VariantId, "Variants", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Versions_VariantId_Number", "Versions", ["VariantId", "Number"], unique: true);

        if (!IsSqlite(migrationBuilder))
        {
            migrationBuilder.AddForeignKey(DraftKey, "Variants", "DraftId", "Versions", principalColumn: "Id");
            migrationBuilder.AddForeignKey(PublishedKey, "Variants", "PublishedId", "Versions", principalColumn: "Id");
        }
    }

    private static void CreateChanges(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Changes",
            table => new
            {
                Sequence = table.Column<long>(),
                Kind = table.Column<int>(),
                ItemId = table.Column<string>(),
                Type = table.Column<string>(),
                Scope = table.Column<string>(),
                Locale = table.Column<string>(),
                VersionId = table.Column<string>(nullable: true),
                At = table.Column<DateTime>(),
                By = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_Changes", change => change.Sequence));
        migrationBuilder.CreateIndex("IX_Changes_ItemId", "Changes", "ItemId");
        migrationBuilder.CreateTable(
            "ChangeLogHead",
            table => new { Id = table.Column<int>(), Sequence = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_ChangeLogHead", head => head.Id));
        migrationBuilder.Sql("""INSERT INTO "ChangeLogHead" ("Id", "Sequence") VALUES (1, 0)""");
    }

    private static void CreateDefinitions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Types",
            table => new { Name = table.Column<string>(), Definition = table.Column<string>(), Order = table.Column<int>() },
            constraints: table => table.PrimaryKey("PK_Types", type => type.Name));
        migrationBuilder.CreateTable(
            "Settings",
            table => new { Name = table.Column<string>(), Value = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_Settings", setting => setting.Name));
        migrationBuilder.CreateTable(
            "SetUpSteps",
            table => new { Name = table.Column<string>(), DoneAt = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("PK_SetUpSteps", step => step.Name));
    }

    private static bool IsSqlite(MigrationBuilder migrationBuilder) =>
        migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
}
