using System.Runtime.InteropServices;

namespace SayNo.Host.Commands;

/// <summary>Turns Ctrl+C and a request to end into cancellation, so that a transaction is rolled back instead of cut off.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals;

    public Interrupt() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
