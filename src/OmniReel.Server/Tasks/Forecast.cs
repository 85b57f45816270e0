using OmniReel.Contract.Requests;

namespace OmniReel.Server.Tasks;

/// <summary>Learns from each film how many seconds of work a second of film costs, by mode, and estimates from that.</summary>
public sealed class Forecast(WorkerOptions options) : IForecast
{
    private const double NewestWeighs = 0.2;
    private const int SecondsWhenUnknown = 5;

    private readonly Lock _gate = new();

    // Before the first film: what two processors of 2026 need.
    private readonly Dictionary<VideoMode, double> _workPerSecond = new()
    {
        [VideoMode.Std] = 0.8,
        [VideoMode.Pro] = 1.8,
        [VideoMode.UltraHd] = 7,
    };

    private double _workPerFilm = 4;

    /// <summary>A film was made in this time, the wait for its inputs not counted.</summary>
    public void Learn(VideoTask task, TimeSpan work)
    {
        lock (_gate)
        {
            var perSecond = work.TotalSeconds / Seconds(task);
            _workPerSecond[task.Facts.Mode] += NewestWeighs * (perSecond - _workPerSecond[task.Facts.Mode]);
            _workPerFilm += NewestWeighs * (work.TotalSeconds - _workPerFilm);
        }
    }

    public long? EtaMs(VideoTask task, int? queuePosition)
    {
        if (task.IsTerminal)
            return null;
        lock (_gate)
        {
            var own = _workPerSecond[task.Facts.Mode] * Seconds(task) * (100 - task.Progress) / 100;

            // Whoever is ahead shares the slots; those at work now are half done, taken together.
            var before = task.Status == VideoTaskStatus.Queued ? ((queuePosition ?? 0) / (double)Math.Max(1, options.Slots) + 0.5) * _workPerFilm : 0;
            return (long)((own + before) * 1000);
        }
    }

    private static int Seconds(VideoTask task) => task.Facts.Seconds ?? SecondsWhenUnknown;
}
