using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Accounts.Storage.Migrations;

/// <summary>What people hear of, how they want to, and how far notices have been made: they begin with what happens from now on.</summary>
[DbContext(typeof(AccountsDb))]
[Migration("20261123_4_AddNotices")]
public sealed class AddNotices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddNoticesTable(migrationBuilder);
        migrationBuilder.CreateTable(
            "NoticeChoices",
            table => new
            {
                AccountId = table.Column<Guid>(),
                Event = table.Column<string>(),
                Scope = table.Column<string>(),
                Locale = table.Column<string>(),
                Way = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_NoticeChoices", choice => new { choice.AccountId, choice.Event, choice.Scope, choice.Locale });
                table.ForeignKey("FK_NoticeChoices_Accounts", choice => choice.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "NoticeProgress",
            table => new
            {
                Id = table.Column<int>(),
                Turn = table.Column<long>(),
                Sequence = table.Column<long>(),
                ClockAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_NoticeProgress", progress => progress.Id));
        migrationBuilder.Sql("""INSERT INTO "NoticeProgress" ("Id", "Turn", "Sequence") SELECT 1, 0, "Sequence" FROM "AuditHead" """);
    }

    private static void AddNoticesTable(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Notices",
            table => new
            {
                Id = table.Column<Guid>(),
                AccountId = table.Column<Guid>(),
                Event = table.Column<string>(),
                Scope = table.Column<string>(),
                Locale = table.Column<string>(),
                Target = table.Column<string>(),
                Title = table.Column<string>(),
                TitleLocale = table.Column<string>(),
                Path = table.Column<string>(),
                By = table.Column<string>(),
                Note = table.Column<string>(nullable: true),
                At = table.Column<DateTime>(),
                ReadAt = table.Column<DateTime>(nullable: true),
                MailAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Notices", notice => notice.Id);
                table.ForeignKey("FK_Notices_Accounts", notice => notice.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Notices_AccountId_At", "Notices", ["AccountId", "At"]);
        migrationBuilder.CreateIndex("IX_Notices_MailAt", "Notices", "MailAt");
    }
}
