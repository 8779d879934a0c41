using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SayNo.Content.Storage;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Web.Media;

namespace SayNo.Media.Uploading;

/// <summary>Removes uploads that nobody has gone on with, and files that a fault has left without their entry.</summary>
public sealed class UploadSweeper(
    IServiceScopeFactory scopes, MediaStore store, IOptions<MediaLimits> limits, TimeProvider time, ILogger<UploadSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Looks once.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MediaDb>();
        var before = time.GetUtcNow().UtcDateTime - limits.Value.UploadLasts;
        await ForgetUploadsAsync(db, before, ct);

        if (Directory.Exists(store.LibraryFolder))
        {
            var kept = (await db.Media.Select(item => item.Path).ToListAsync(ct)).Select(path => path.Split('/')[1]).ToHashSet(StringComparer.Ordinal);

            foreach (var folder in new DirectoryInfo(store.LibraryFolder).EnumerateDirectories().Where(one => one.LastWriteTimeUtc < before && !kept.Contains(one.Name)))
            {
                logger.LogWarning("{Folder} has no entry in the library and is removed.", MediaFolder.Library + folder.Name);
                folder.Delete(recursive: true);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (DatabaseFault.Is(fault) || fault is IOException or UnauthorizedAccessException)
            {
                logger.LogError("Old uploads could not be removed: {Reason}", fault.GetBaseException().Message);
            }
        }
    }

    // An upload of a slow line lives as long as bytes of it arrive.
    private async Task ForgetUploadsAsync(MediaDb db, DateTime before, CancellationToken ct)
    {
        foreach (var upload in await db.Uploads.AsNoTracking().Where(one => one.BegunAt < before).ToListAsync(ct))
        {
            var part = new FileInfo(store.PartOf(upload.Id));

            if (!part.Exists || part.LastWriteTimeUtc < before)
            {
                await db.Uploads.Where(one => one.Id == upload.Id).ExecuteDeleteAsync(ct);
                part.Delete();
            }
        }

        var open = (await db.Uploads.Select(one => one.Id).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

        foreach (var part in new DirectoryInfo(Directory.CreateDirectory(store.PartFolder).FullName).EnumerateFiles()
            .Where(one => one.LastWriteTimeUtc < before && !open.Contains(one.Name)))
        {
            part.Delete();
        }
    }
}
