namespace OmniReel.Server.Tasks;

/// <summary>How long a task will still take; an estimate from what earlier films took.</summary>
public interface IForecast
{
    /// <summary>Milliseconds until the task ends; null when it has ended. <paramref name="queuePosition"/> as the store gave it.</summary>
    long? EtaMs(VideoTask task, int? queuePosition);
}
