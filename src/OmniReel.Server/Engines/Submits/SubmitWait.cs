namespace OmniReel.Server.Engines.Submits;

/// <summary>One attempt's place at its upstream: waited for before a submit, held while the film is made.</summary>
public sealed class SubmitWait(ParallelGate gate, SpendBreaker breaker, TimeProvider time) : IDisposable
{
    private const int TooManyAtOnce = 1303;

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(30);

    private ParallelGate.Place? _place;

    /// <summary>Waits until a submit may be sent; returns at once while a place is held.</summary>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        while (await breaker.IsTrippedAsync(cancellation))
            await Task.Delay(s_lookAgain, time, cancellation);
        _place ??= await gate.EnterAsync(cancellation);
    }

    /// <summary>The upstream has the film already.</summary>
    public void Resume() => _place ??= gate.Resume();

    /// <summary>The upstream has taken it.</summary>
    public void Taken() => gate.Taken();

    /// <summary>The upstream has no room now.</summary>
    public void Refused(int code)
    {
        if (code == TooManyAtOnce)
            gate.TooMany();
        else
            gate.TooFast();
        Leave();
    }

    /// <summary>Gives the place to the next.</summary>
    public void Leave()
    {
        _place?.Dispose();
        _place = null;
    }

    public void Dispose() => Leave();
}
