using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SayNo.Accounts;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Theme;
using SayNo.Web.Mail;

namespace SayNo.Web.Tests.Accounts;

/// <summary>A site with nothing but accounts, on a real server over an empty database of its own.</summary>
public sealed class AccountsSite : IAsyncDisposable
{
    public const string CertificateName = "CN=localhost";

    // A password must cost whoever guesses it much time, but not everybody who tests something else.
    private const int FewIterations = 1000;

    private readonly TestSite _engine;
    private readonly WebApplication _app;

    private AccountsSite(TestSite engine, WebApplication app, KeptLog log, LateClock clock)
    {
        (_engine, _app, Log, Clock) = (engine, app, log, clock);
        Address = new(app.Urls.First());
    }

    public Uri Address { get; }

    public KeptLog Log { get; }

    public LateClock Clock { get; }

    /// <summary>A site as it ships, on which hashing a password is slow; all others hash fast.</summary>
    public static async Task<AccountsSite> StartSlowAsync(DatabaseKind kind) =>
        await StartAsync(await TestSite.CreateAsync(kind), [new AccountsModule()], isSlow: true);

    public static async Task<AccountsSite> StartAsync(DatabaseKind kind, bool isHttps = false) =>
        await StartAsync(await TestSite.CreateAsync(kind), [new AccountsModule()], isHttps);

    /// <summary>A site of other modules over a database that is there, which goes away with the site.</summary>
    internal static async Task<AccountsSite> StartAsync(
        TestSite engine, IReadOnlyList<Module> modules, bool isHttps = false, Action<WebApplicationBuilder>? configure = null, bool isSlow = false)
    {
        var log = new KeptLog();
        var clock = new LateClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection([new("SayNo:KeyFolder", engine.Folder.File("keys")), new("SayNo:Media:Folder", engine.Folder.File("media"))]);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (isHttps)
            {
                listen.UseHttps(Certificate());
            }
        }));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IMail, KeptMail>();
        builder.Services.AddContentEngine(engine.Database);
        configure?.Invoke(builder);
        builder.AddSayNo(modules, new SayNoTheme());
        builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = isSlow ? options.IterationCount : FewIterations);
        var app = builder.Build();
        await app.Services.GetRequiredService<CmsSchema>().PrepareAsync(default);
        app.UseSayNo();
        await app.StartAsync();

        return new(engine, app, log, clock);
    }

    public IServiceProvider Services => _app.Services;

    public string KeyFolder => _engine.Folder.File("keys");

    public string MediaFolder => _engine.Folder.File("media");

    /// <summary>The letters that went out.</summary>
    public IReadOnlyList<Letter> Letters => Mail.Letters;

    private KeptMail Mail => (KeptMail)Services.GetRequiredService<IMail>();

    /// <summary>No letter can be sent from now on.</summary>
    public void BreakMail() => Mail.IsBroken = true;

    public Visitor Visitor() => new(Address);

    /// <summary>Does something with a service of its own scope, as one request does.</summary>
    public Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull => _engine.WithAsync(act, _app.Services);

    /// <summary>The path of a new link.</summary>
    public async Task<string> InviteAsync(string? email = null) =>
        (await WithAsync<InvitationLinks, InvitationLink>(links => links.CreateAsync(email, InvitationLinks.Administrator, default))).Path!;

    public Task<T> ReadAsync<T>(Func<AccountsDb, Task<T>> read) => WithAsync(read);

    /// <summary>Makes the database unreachable until the result is disposed.</summary>
    public async Task<IAsyncDisposable> StopDatabaseAsync()
    {
        if (_engine.Database.Kind == DatabaseKind.Sqlite)
        {
            return new MovedFile(_engine.Database.Name);
        }

        await using var connection = _engine.Database.Connect();
        var stopped = new ClosedDatabase(new(connection.ConnectionString));
        await stopped.AllowAsync(false);

        return stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;

        return new CertificateRequest(CertificateName, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private sealed class MovedFile : IAsyncDisposable
    {
        private readonly string _path;

        public MovedFile(string path)
        {
            _path = path;
            SqliteConnection.ClearAllPools();
            File.Move(path, path + ".away");
        }

        public ValueTask DisposeAsync()
        {
            File.Move(_path + ".away", _path);

            return ValueTask.CompletedTask;
        }
    }

    private sealed class ClosedDatabase(NpgsqlConnectionStringBuilder address) : IAsyncDisposable
    {
        public async Task AllowAsync(bool isAllowed)
        {
            var server = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false };
            await using var connection = new NpgsqlConnection(server.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                $"ALTER DATABASE {address.Database} ALLOW_CONNECTIONS {isAllowed};"
                + $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{address.Database}'", connection);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync() => await AllowAsync(true);
    }
}
