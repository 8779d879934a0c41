using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Campaign.Storage.Migrations;

/// <summary>The first tables: checks of contacts by people, and of published addresses by the program.</summary>
[DbContext(typeof(CampaignDb))]
[Migration("20261122_1_CreateCampaign")]
public sealed class CreateCampaign : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ContactChecks",
            table => new
            {
                Id = table.Column<Guid>(),
                ItemId = table.Column<string>(),
                Field = table.Column<string>(),
                What = table.Column<string>(),
                CheckedOn = table.Column<DateOnly>(),
                Works = table.Column<bool>(),
                Note = table.Column<string>(nullable: true),
                ById = table.Column<string>(),
                By = table.Column<string>(),
                RecordedAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ContactChecks", check => check.Id);
                table.ForeignKey("FK_ContactChecks_Items", check => check.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ContactChecks_ItemId_RecordedAt", "ContactChecks", ["ItemId", "RecordedAt"]);
        migrationBuilder.CreateTable(
            "LinkChecks",
            table => new
            {
                Url = table.Column<string>(),
                State = table.Column<int>(),
                Fault = table.Column<int>(nullable: true),
                Status = table.Column<int>(nullable: true),
                LeadsTo = table.Column<string>(nullable: true),
                CheckedAt = table.Column<DateTime>(nullable: true),
                FailingSince = table.Column<DateTime>(nullable: true),
                Failures = table.Column<int>(),
                NextAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_LinkChecks", check => check.Url));
        migrationBuilder.CreateIndex("IX_LinkChecks_NextAt", "LinkChecks", "NextAt");
    }
}
