using Npgsql;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Host;

/// <summary>Hears from PostgreSQL when another node has published, so that this one need not wait for its next look.</summary>
internal sealed class ChangeListener(CmsDatabase database, ChangeSignal signal, ILogger<ChangeListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The follower says that the database has gone away; until it is back, looking at the log is enough.
                logger.LogDebug(exception, "Not listening for changes; trying again in {Pause}.", Pause);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(ct);
        connection.Notification += (_, _) => signal.Set();
        await using (var command = new NpgsqlCommand($"LISTEN {ChangeLog.Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(ct);
        }

        // What was published before listening began.
        signal.Set();

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }
}
