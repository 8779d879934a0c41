using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Notices;
using SayNo.Accounts.People;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Storage;

/// <summary>The tables of the accounts: who may sign in, what they were granted, and who is invited.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The table that says which migrations have run.</summary>
    public const string HistoryTable = "AccountMigrations";

    public DbSet<AccountGrant> Grants => Set<AccountGrant>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<AccountLink> Links => Set<AccountLink>();

    public DbSet<RecoveryRequest> RecoveryRequests => Set<RecoveryRequest>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    public DbSet<NoticeProgress> NoticeProgress => Set<NoticeProgress>();

    // Written down, so that an upgrade of the framework changes no table before a migration does.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoment>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(one => one.Id).ValueGeneratedNever();

            // SQLite compares no moments with an offset.
            account.Property(one => one.LockoutEnd).HasConversion(
                end => end == null ? (DateTime?)null : end.Value.UtcDateTime,
                stored => stored == null ? null : new DateTimeOffset(DateTime.SpecifyKind(stored.Value, DateTimeKind.Utc)));
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("AccountPasskeys");
        AddGrants(builder);
        AddSignIn(builder);
        AddNotices(builder);
    }

    private static void AddNotices(ModelBuilder builder)
    {
        builder.Entity<Notice>(notice =>
        {
            notice.ToTable("Notices");
            notice.Property(one => one.Id).ValueGeneratedNever();
            notice.Property(one => one.Event).HasConversion<string>();
            notice.HasIndex(one => new { one.AccountId, one.At });
            notice.HasIndex(one => one.MailAt);
            notice.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
        builder.Entity<NoticeChoice>(choice =>
        {
            choice.ToTable("NoticeChoices");
            choice.HasKey(one => new { one.AccountId, one.Event, one.Scope, one.Locale });
            choice.Property(one => one.Event).HasConversion<string>();
            choice.Property(one => one.Way).HasConversion<string>();
            choice.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
        builder.Entity<NoticeProgress>(progress =>
        {
            progress.ToTable("NoticeProgress");
            progress.Property(one => one.Id).ValueGeneratedNever();
        });
    }

    private static void AddGrants(ModelBuilder builder)
    {
        builder.Entity<AccountGrant>(grant =>
        {
            grant.ToTable("AccountGrants");
            grant.Property(one => one.Id).ValueGeneratedNever();
            grant.Property(one => one.Role).HasConversion<string>();
            grant.HasIndex(one => one.AccountId);
            grant.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitations");
            invitation.Property(one => one.Id).ValueGeneratedNever();
            invitation.Property(one => one.Role).HasConversion<string>();
            invitation.HasIndex(one => one.TokenHash).IsUnique();
            invitation.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
    }

    private static void AddSignIn(ModelBuilder builder)
    {
        builder.Entity<Session>(session =>
        {
            session.ToTable("Sessions");
            session.Property(one => one.Factor).HasConversion<string>();
            session.HasIndex(one => one.AccountId);
            session.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
        builder.Entity<Authenticator>(authenticator =>
        {
            authenticator.ToTable("Authenticators");
            authenticator.HasKey(one => one.AccountId);
            authenticator.HasOne<Account>().WithOne().HasForeignKey<Authenticator>(one => one.AccountId);
        });
        builder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("RecoveryCodes");
            code.HasKey(one => new { one.AccountId, one.Hash });
            code.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
        builder.Entity<RecoveryRequest>(request =>
        {
            request.ToTable("RecoveryRequests");
            request.HasKey(one => one.AccountId);
            request.HasOne<Account>().WithOne().HasForeignKey<RecoveryRequest>(one => one.AccountId);
        });
        builder.Entity<AccountLink>(link =>
        {
            link.ToTable("AccountLinks");
            link.HasKey(one => one.TokenHash);
            link.Property(one => one.Purpose).HasConversion<string>();
            link.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        });
    }
}
