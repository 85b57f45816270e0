namespace OmniReel.Server.Tasks;

/// <summary>A bell for one sleeper: rung while nobody sleeps, it is heard at the next sleep.</summary>
internal sealed class WakeUp
{
    private TaskCompletionSource _rung = New();

    public void Ring() => Volatile.Read(ref _rung).TrySetResult();

    /// <summary>Sleeps until the bell or the end of the time.</summary>
    public async Task SleepAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        var bell = Volatile.Read(ref _rung);
        try
        {
            await bell.Task.WaitAsync(atMost, time, cancellation);
        }
        catch (TimeoutException)
        {
            return;
        }

        Volatile.Write(ref _rung, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
