using System.Runtime.InteropServices;

namespace OmniReel.CommandLine;

/// <summary>Turns the first Ctrl-C, SIGTERM or SIGHUP into a cancellation; a second one ends the process as the system would.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _exitCode;

    public Interruption()
    {
        Watch(PosixSignal.SIGINT, ExitCode.Interrupted);
        Watch(PosixSignal.SIGTERM, 143);
        Watch(PosixSignal.SIGHUP, 129);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>128 + the signal that came; that of Ctrl-C when none did.</summary>
    public int Code => _exitCode == 0 ? ExitCode.Interrupted : _exitCode;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Watch(PosixSignal signal, int exitCode) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
            return;
        context.Cancel = true;
        _source.Cancel();
    }));
}
