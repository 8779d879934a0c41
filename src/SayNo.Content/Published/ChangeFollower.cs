using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>Keeps the picture of this node in step with the change log, and shows the last one while the database is away.</summary>
public sealed class ChangeFollower(
    PublishedContent published,
    PictureReader reader,
    ChangeSignal signal,
    ContentEngineOptions options,
    TimeProvider time,
    ILogger<ChangeFollower> logger) : BackgroundService
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Reads the first picture, so that the site answers nothing before it has something to say.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or CmsDatabaseException)
        {
            await ShowFileAsync(exception, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Brings the picture up to date now.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be used; the picture is the one before.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);

        try
        {
            if (await reader.ReadAsync(published.Public, ct) is { } change)
            {
                published.Show(change.After, change.ItemIds);
            }

            if (published.Become(PictureFreshness.Live, Now))
            {
                logger.LogInformation("The published content follows the database, from change {Sequence} on.", published.Public.Sequence);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            await TryCatchUpAsync(stoppingToken);

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(next, Task.Delay(options.LookEvery, time, pause.Token));
            await pause.CancelAsync();
        }
    }

    private async Task TryCatchUpAsync(CancellationToken ct)
    {
        try
        {
            await CatchUpAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (Exception exception)
        {
            // From the file it stays from the file: it has never been live.
            if (published.State.Freshness != PictureFreshness.FromFile && published.Become(PictureFreshness.Stale, Now))
            {
                logger.LogError(exception, "The database has gone away; the last picture, change {Sequence}, is shown.", published.Public.Sequence);
            }
        }
    }

    private async Task ShowFileAsync(Exception reason, CancellationToken ct)
    {
        if (options.File is not { Exists: true } file)
        {
            throw reason;
        }

        try
        {
            published.Show(await file.ReadAsync(ct));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            logger.LogError("{Reason} It was not used, and nothing is left to start from.", exception.Message);

            throw reason;
        }

        published.Become(PictureFreshness.FromFile, Now);
        logger.LogError("{Reason} The last picture, change {Sequence}, is shown from {Path}.", reason.Message, published.Public.Sequence, file.Path);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
