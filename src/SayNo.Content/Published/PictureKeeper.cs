using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SayNo.Content.Published;

/// <summary>Writes the picture to its file in the background, some seconds after a change, and once more when the program ends.</summary>
public sealed class PictureKeeper(PublishedContent published, ContentEngineOptions options, TimeProvider time, ILogger<PictureKeeper> logger)
    : BackgroundService
{
    private Picture _kept = Picture.Empty;
    private bool _fails;

    /// <summary>Writes what was not written yet.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.KeepEvery, time, stoppingToken);
                await KeepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; StopAsync writes the last picture.
        }
    }

    private async Task KeepAsync(CancellationToken ct)
    {
        var picture = published.Public;

        if (options.File is not { } file
            || ReferenceEquals(picture, _kept)
            || published.State.Freshness is PictureFreshness.Empty or PictureFreshness.FromFile)
        {
            return;
        }

        try
        {
            await file.WriteAsync(picture, ct);
            _kept = picture;
            _fails = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!_fails)
            {
                logger.LogError("The picture cannot be written to {Path}: {Reason} Without it this node cannot start while the database is away.",
                    file.Path, exception.Message);
            }

            _fails = true;
        }
    }
}
