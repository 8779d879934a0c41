using SayNo.Content.Published;

namespace SayNo.Admin.Reviewing;

/// <summary>Waits a moment until visitors see what was just done, so that the screen can say so.</summary>
public sealed class ServedSoon(PublishedContent published)
{
    // Longer than it takes on any node that is well; whoever pressed the button must not wait for one that is not.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <returns>False if this node does not show it yet.</returns>
    public async Task<bool> WaitAsync(long sequence, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);

        try
        {
            await published.WaitForAsync(sequence, limit.Token);

            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
