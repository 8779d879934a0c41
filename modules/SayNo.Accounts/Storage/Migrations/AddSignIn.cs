using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Accounts.Storage.Migrations;

/// <summary>Sessions, and what people sign in with: passkeys, authenticator apps, recovery codes and links that mend an account.</summary>
[DbContext(typeof(AccountsDb))]
[Migration("20261122_2_AddSignIn")]
public sealed class AddSignIn : Migration
{
    private const string Accounts = "Accounts";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("SignedInAt", Accounts, nullable: true);
        migrationBuilder.AddColumn<DateTime>("LockedAt", Accounts, nullable: true);
        migrationBuilder.AddColumn<string>("Language", Accounts, nullable: true);
        CreateSessions(migrationBuilder);
        CreatePasskeys(migrationBuilder);
        CreateAuthenticators(migrationBuilder);
        CreateRecoveryCodes(migrationBuilder);
        CreateLinks(migrationBuilder);
    }

    private static void CreateSessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Sessions",
            table => new
            {
                Id = table.Column<byte[]>(),
                AccountId = table.Column<Guid>(),
                Factor = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                SeenAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                Device = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sessions", session => session.Id);
                table.ForeignKey("FK_Sessions_Accounts", session => session.AccountId, Accounts, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Sessions_AccountId", "Sessions", "AccountId");
        migrationBuilder.CreateIndex("IX_Sessions_ExpiresAt", "Sessions", "ExpiresAt");
    }

    private static void CreatePasskeys(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AccountPasskeys",
            table => new
            {
                CredentialId = table.Column<byte[]>(),
                UserId = table.Column<Guid>(),
                Data = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountPasskeys", passkey => passkey.CredentialId);
                table.ForeignKey("FK_AccountPasskeys_Accounts", passkey => passkey.UserId, Accounts, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_AccountPasskeys_UserId", "AccountPasskeys", "UserId");

        // Identity maps this column as JSON, for which PostgreSQL has a type and SQLite has none.
        if (migrationBuilder.ActiveProvider?.EndsWith("PostgreSQL", StringComparison.Ordinal) == true)
        {
            migrationBuilder.Sql("""ALTER TABLE "AccountPasskeys" ALTER COLUMN "Data" TYPE jsonb USING "Data"::jsonb""");
        }
    }

    private static void CreateAuthenticators(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "Authenticators",
            table => new
            {
                AccountId = table.Column<Guid>(),
                Key = table.Column<string>(),
                LastStep = table.Column<long>(),
                CreatedAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Authenticators", authenticator => authenticator.AccountId);
                table.ForeignKey("FK_Authenticators_Accounts", authenticator => authenticator.AccountId, Accounts, "Id", onDelete: ReferentialAction.Cascade);
            });

    private static void CreateRecoveryCodes(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "RecoveryCodes",
            table => new
            {
                AccountId = table.Column<Guid>(),
                Hash = table.Column<byte[]>(),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RecoveryCodes", code => new { code.AccountId, code.Hash });
                table.ForeignKey("FK_RecoveryCodes_Accounts", code => code.AccountId, Accounts, "Id", onDelete: ReferentialAction.Cascade);
            });

    private static void CreateLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AccountLinks",
            table => new
            {
                TokenHash = table.Column<byte[]>(),
                AccountId = table.Column<Guid>(),
                Purpose = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountLinks", link => link.TokenHash);
                table.ForeignKey("FK_AccountLinks_Accounts", link => link.AccountId, Accounts, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_AccountLinks_AccountId", "AccountLinks", "AccountId");
    }
}
