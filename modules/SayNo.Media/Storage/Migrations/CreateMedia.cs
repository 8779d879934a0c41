using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Media.Storage.Migrations;

/// <summary>The first tables: files, their renditions and texts, and uploads.</summary>
[DbContext(typeof(MediaDb))]
[Migration("20261123_1_CreateMedia")]
public sealed class CreateMedia : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Media",
            table => new
            {
                Id = table.Column<string>(),
                Scope = table.Column<string>(),
                Kind = table.Column<int>(),
                Name = table.Column<string>(),
                Path = table.Column<string>(),
                Bytes = table.Column<long>(),
                Width = table.Column<int>(nullable: true),
                Height = table.Column<int>(nullable: true),
                Hash = table.Column<string>(),
                FocusX = table.Column<int>(),
                FocusY = table.Column<int>(),
                ById = table.Column<string>(),
                By = table.Column<string>(),
                AddedAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_Media", media => media.Id));
        migrationBuilder.CreateIndex("IX_Media_Path", "Media", "Path", unique: true);
        migrationBuilder.CreateIndex("IX_Media_Scope_Hash", "Media", ["Scope", "Hash"]);
        CreateBelonging(migrationBuilder);
        migrationBuilder.CreateTable(
            "MediaUploads",
            table => new
            {
                Id = table.Column<string>(),
                Scope = table.Column<string>(),
                Name = table.Column<string>(),
                Length = table.Column<long>(),
                ById = table.Column<string>(),
                BegunAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_MediaUploads", upload => upload.Id));
    }

    private static void CreateBelonging(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "MediaRenditions",
            table => new
            {
                MediaId = table.Column<string>(),
                Width = table.Column<int>(),
                Height = table.Column<int>(),
                Path = table.Column<string>(),
                Bytes = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MediaRenditions", rendition => new { rendition.MediaId, rendition.Width });
                table.ForeignKey("FK_MediaRenditions_Media", rendition => rendition.MediaId, "Media", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "MediaTexts",
            table => new
            {
                MediaId = table.Column<string>(),
                Locale = table.Column<string>(),
                Text = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MediaTexts", text => new { text.MediaId, text.Locale });
                table.ForeignKey("FK_MediaTexts_Media", text => text.MediaId, "Media", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
