using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SayNo.Accounts.SignIn;

/// <summary>
/// Does after a page has answered what would tell by its time whether there is an account: the page answers as quickly either way.
/// What does not fit into the queue is dropped, so that nobody can fill the memory.
/// </summary>
public sealed class Afterwards(IServiceScopeFactory scopes, ILogger<Afterwards> logger) : BackgroundService
{
    private const int Longest = 100;

    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> _acts =
        Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task>>(new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Do(Func<IServiceProvider, CancellationToken, Task> act) => _acts.Writer.TryWrite(act);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var act in _acts.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await act(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError("A letter could not be prepared: {Reason}", exception.GetBaseException().Message);
            }
        }
    }
}
