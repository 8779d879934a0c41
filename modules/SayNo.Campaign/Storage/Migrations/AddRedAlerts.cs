using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Campaign.Storage.Migrations;

/// <summary>The presses of the red button.</summary>
[DbContext(typeof(CampaignDb))]
[Migration("20261123_1_AddRedAlerts")]
public sealed class AddRedAlerts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "RedAlerts",
            table => new
            {
                Id = table.Column<string>(),
                Countries = table.Column<string>(),
                Texts = table.Column<string>(),
                EndsAt = table.Column<DateTime>(),
                IsDrill = table.Column<bool>(),
                State = table.Column<int>(),
                AskedById = table.Column<string>(),
                AskedBy = table.Column<string>(),
                AskedAt = table.Column<DateTime>(),
                ConfirmedById = table.Column<string>(nullable: true),
                ConfirmedBy = table.Column<string>(nullable: true),
                ConfirmedAt = table.Column<DateTime>(nullable: true),
                EndedBy = table.Column<string>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RedAlerts", alert => alert.Id));
        migrationBuilder.CreateIndex("IX_RedAlerts_AskedAt", "RedAlerts", "AskedAt");
    }
}
