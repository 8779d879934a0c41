using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SayNo.Accounts.Notices;

/// <summary>The settings <c>SayNo:Notices</c>.</summary>
public sealed class NoticeOptions
{
    /// <summary>How long to rest between two looks.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>Looks every few seconds for what people should hear of, and sends the letters that are due.</summary>
public sealed class NoticeRunner(IServiceScopeFactory scopes, IOptions<NoticeOptions> options, TimeProvider time, ILogger<NoticeRunner> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await LookAsync(stoppingToken) ? options.Value.Pause : AfterFailure;
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var follower = scope.ServiceProvider.GetRequiredService<NoticeFollower>();

            while (await follower.FollowAsync(ct))
            {
            }

            await scope.ServiceProvider.GetRequiredService<NoticeLetters>().SendDueAsync(ct);

            return true;
        }
        catch (Exception exception)
        {
            if (!ct.IsCancellationRequested)
            {
                // The message alone: an exception's data can hold what people are told.
                logger.LogError("Notices could not be made; trying again in {Pause}: {Reason}", AfterFailure, exception.GetBaseException().Message);
            }

            return false;
        }
    }
}
