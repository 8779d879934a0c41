using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Accounts.Storage.Migrations;

/// <summary>Requests to have an account set up anew, which a second administrator must confirm.</summary>
[DbContext(typeof(AccountsDb))]
[Migration("20261122_3_AddRecovery")]
public sealed class AddRecovery : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "RecoveryRequests",
            table => new
            {
                AccountId = table.Column<Guid>(),
                AskedById = table.Column<string>(),
                AskedBy = table.Column<string>(),
                AskedAt = table.Column<DateTime>(),
                Reason = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RecoveryRequests", request => request.AccountId);
                table.ForeignKey("FK_RecoveryRequests_Accounts", request => request.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Cascade);
            });
}
