namespace SayNo.Content.Publishing;

/// <summary>Wakes the follower of the change log on this node, so that it need not wait for its next look.</summary>
public sealed class ChangeSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>There may be new changes: call it after a commit, or when another node says so.</summary>
    public void Set() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>The next <see cref="Set"/>. Take it before looking, else one that comes in between is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
