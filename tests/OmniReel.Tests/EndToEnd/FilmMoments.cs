using OmniReel.Client;
using OmniReel.Contract.Answers;

namespace OmniReel.Tests.EndToEnd;

/// <summary>Moments of a film in the making, for a test to do something in just then.</summary>
internal static class FilmMoments
{
    /// <summary>Waits until a film has come so far, or has ended.</summary>
    public static async Task UntilPercentAsync(OmniReelClient client, string id, int percent, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await client.WaitAsync(id, new Until(percent, enough), enough.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It has come so far.
        }
    }

    /// <summary>Does something the moment that a film's file has its name in one of a server's folders, and waits for the film's end or that moment.</summary>
    public static async Task AtFileAsync(OmniReelClient client, string id, string folder, Action then, CancellationToken cancellation)
    {
        using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var watcher = new FileSystemWatcher(folder, "*.mp4") { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName };
        watcher.Created += (_, _) => Found();
        watcher.Renamed += (_, _) => Found();
        watcher.EnableRaisingEvents = true;
        try
        {
            await client.WaitAsync(id, null, found.Token);
        }
        catch (Exception e) when (found.IsCancellationRequested && !cancellation.IsCancellationRequested && e is OperationCanceledException or HttpRequestException or IOException)
        {
            // What was done then may well have been a kill.
        }

        void Found()
        {
            then();
            found.Cancel();
        }
    }

    private sealed class Until(int percent, CancellationTokenSource enough) : IProgress<TaskEventData>
    {
        public void Report(TaskEventData value)
        {
            if (value.Progress >= percent)
                enough.Cancel();
        }
    }
}
