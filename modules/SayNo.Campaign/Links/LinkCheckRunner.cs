using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SayNo.Content.Published;

namespace SayNo.Campaign.Links;

/// <summary>Asks all published addresses every day, one after the other, if the site is set to do so.</summary>
public sealed class LinkCheckRunner(
    IServiceScopeFactory scopes,
    PublishedContent published,
    IOptions<LinkCheckOptions> options,
    IConfiguration settings,
    TimeProvider time,
    ILogger<LinkCheckRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(settings[LinkProbe.AddressSetting]))
        {
            logger.LogError("Links are not checked: set {Setting}, so that those who are asked can see who asks.", LinkProbe.AddressSetting);

            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await TryWorkAsync(stoppingToken);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> TryWorkAsync(CancellationToken ct)
    {
        try
        {
            await WorkAsync(ct);

            return Rest;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Checking links has stopped; trying again in {Pause}.", AfterFailure);

            return AfterFailure;
        }
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        var followed = -1L;

        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var checks = scope.ServiceProvider.GetRequiredService<LinkChecks>();

            if (published.Current.Sequence is var sequence && sequence != followed)
            {
                await checks.FollowAsync(ct);
                followed = sequence;
            }

            if (!await checks.AskNextAsync(ct))
            {
                return;
            }
        }
        while (!ct.IsCancellationRequested);
    }
}
