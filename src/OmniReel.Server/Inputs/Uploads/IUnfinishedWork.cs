namespace OmniReel.Server.Inputs.Uploads;

/// <summary>What was accepted and has not ended: it may still need the uploads that it names.</summary>
public interface IUnfinishedWork
{
    /// <summary>
    /// When the oldest of the tasks that wait with inputs, the tasks at work and the elements that are still to be made was accepted,
    /// Unix milliseconds; null when there is none. Sees every write that was acknowledged before the call.
    /// </summary>
    ValueTask<long?> OldestAsync(CancellationToken cancellation);
}
