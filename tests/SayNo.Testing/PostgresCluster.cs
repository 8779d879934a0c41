using System.Diagnostics;
using Npgsql;
using SayNo.Content.Storage;
using SayNo.Host.Databases;

namespace SayNo.Testing;

/// <summary>A private PostgreSQL cluster for one test run: reached by a socket in a temporary folder, gone when the run ends, however it ends.</summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartAsync);

    private readonly string _folder;
    private readonly Process _process;

    private PostgresCluster(string folder, Process process)
    {
        _folder = folder;
        _process = process;
    }

    /// <summary>A new database of the run's cluster, which is started when it is first needed.</summary>
    /// <param name="template">A database of the cluster to copy, to which nobody is connected; null for an empty one.</param>
    public static async Task<CmsDatabase> CreateDatabaseAsync(string? template = null)
    {
        var cluster = await Shared.Value;
        var name = "sayno_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"} STRATEGY file_copy", connection);
        await command.ExecuteNonQueryAsync();

        return PostgreSqlDatabase.Of(cluster.ConnectionString(name));
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var binaries = await PostgresBinaries.FindAsync();
        var folder = Directory.CreateTempSubdirectory("sayno-pg-").FullName;
        var data = Path.Combine(folder, "data");
        string[] otherUser = [];

        if (Environment.UserName == "root")
        {
            var user = await PostgresBinaries.UserAsync();
            var group = (await CommandLine.RunAsync("id", "-g", user)).Trim();
            await CommandLine.RunAsync("chown", user, folder);
            otherUser = ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"];
        }

        await CommandLine.RunAsync([.. otherUser, Path.Combine(binaries, "initdb"),
            "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);

        var cluster = new PostgresCluster(folder, Start(otherUser, Path.Combine(binaries, "postgres"), folder, data));
        await cluster.WaitAsync();

        return cluster;
    }

    // The shell waits on a pipe from this process. When the process ends, be it killed, the pipe closes, and the shell stops the cluster.
    // It outlives Ctrl+C, which a terminal sends to all of them.
    private static Process Start(string[] otherUser, string postgres, string folder, string data)
    {
        const string Watch = "trap '' INT TERM HUP; \"$@\" >\"$0/log\" 2>&1 & server=$!; read -r _; kill -INT $server; wait $server; rm -rf \"$0/data\" \"$0\"";
        string[] command =
        [
            .. otherUser, "/bin/sh", "-c", Watch, folder, postgres, "-D", data, "-k", folder,
            "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB",
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };

        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} does not start.");
    }

    private async Task WaitAsync()
    {
        var clock = Stopwatch.StartNew();

        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();

                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromSeconds(30) && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private string ConnectionString(string database) =>
        $"Host={_folder};Username=postgres;Database={database};Maximum Pool Size=30;Connection Idle Lifetime=5;Connection Pruning Interval=2";
}
