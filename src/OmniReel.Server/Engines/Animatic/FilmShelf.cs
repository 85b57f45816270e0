using Microsoft.Extensions.Logging;
using OmniReel.Media.Frames;
using OmniReel.Media.Stills;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// Films and what goes with them, as artifacts. An identical film that was made before is shown again under names of the new task's
/// own, so that neither task hangs on the other; one that is damaged or gone is made anew. One that is being made just now is waited
/// for; should it not come, the first who waited makes it.
/// </summary>
public sealed partial class FilmShelf(IFilmIndex films, IArtifactStore artifacts, FilmFlights flights, ILogger<FilmShelf> log)
{
    private static readonly string[] s_parts = ["video", "marked", "poster", "strip", "panels", "storyboard"];

    /// <summary>There is such a film, unless its files are damaged.</summary>
    public async ValueTask<bool> HasAsync(FilmOrder order, CancellationToken cancellation) =>
        !order.Task.Facts.Fresh && await films.FindFilmAsync(order.Task.Tenant, order.Key, cancellation) is not null;

    /// <summary>What an order comes to.</summary>
    /// <param name="slot">Held while the film is made; left while another task makes it.</param>
    /// <param name="make">Makes the film and all its stills at the paths it is given, and tells how far it is; called only when there is no film yet.</param>
    public async Task<TaskResult> BringAsync(
        FilmOrder order, IWorkSlot slot, IProgress<int> percent, Func<FilmFiles, IProgress<int>, Task<FilmReport>> make, CancellationToken cancellation)
    {
        while (true)
        {
            if (await FindAsync(order, slot, percent, cancellation) is { } found)
                return found;
            // Before the flight begins: who makes a film others wait for must wait for nobody.
            await slot.ReturnAsync(cancellation);
            if (flights.TryBegin(order, percent, out var flight))
                return await LeadAsync(order, flight, make, cancellation);
            if (order.Task.Facts.Fresh)
                return await MakeAsync(order, percent, make, cancellation);
        }
    }

    /// <summary>Takes away what was kept for a task, whose row names none of it. Films that share its content keep theirs.</summary>
    public void Forget(VideoTask task)
    {
        foreach (var part in s_parts)
            artifacts.Remove($"{task.Id}-{part}");
    }

    /// <summary>A film that is there, or that comes from another task; null where it has to be made.</summary>
    private async Task<TaskResult?> FindAsync(FilmOrder order, IWorkSlot slot, IProgress<int> percent, CancellationToken cancellation)
    {
        while (!order.Task.Facts.Fresh)
        {
            if (await TakeAsync(order, cancellation) is { } made)
                return made;
            if (flights.Find(order) is not { } flight)
                return null;
            if (!flight.End.IsCompleted)
                slot.Leave();
            if (await flight.FollowAsync(percent, cancellation) is not { } film)
                continue;
            if (await ShareAsync(order, film, cancellation) is { } shared)
                return shared;
            flights.Forget(flight);
        }

        return null;
    }

    private async Task<TaskResult> LeadAsync(FilmOrder order, FilmFlight flight, Func<FilmFiles, IProgress<int>, Task<FilmReport>> make, CancellationToken cancellation)
    {
        try
        {
            var film = await MakeAsync(order, flight, make, cancellation);
            flights.Land(flight, film);
            return film;
        }
        catch
        {
            flights.Forget(flight);
            throw;
        }
    }

    private async Task<TaskResult> MakeAsync(FilmOrder order, IProgress<int> percent, Func<FilmFiles, IProgress<int>, Task<FilmReport>> make, CancellationToken cancellation)
    {
        var folder = artifacts.NewDraft("");
        Directory.CreateDirectory(folder);
        try
        {
            var files = Files(order, folder);
            return await KeepAsync(order, files, await make(files, percent), cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FilmFiles Files(FilmOrder order, string folder)
    {
        string In(string name) => Path.Combine(folder, name);
        return new FilmFiles(In("film.mp4"))
        {
            Marked = order.Task.Facts.Watermark ? In("marked.mp4") : null,
            Stills = new StillFiles(In("poster.jpg"), In("strip.jpg"), In("panels.jpg"), In("storyboard.png"), order.Text),
        };
    }

    // The pictures first: the film is what the others go with.
    private async Task<TaskResult> KeepAsync(FilmOrder order, FilmFiles files, FilmReport report, CancellationToken cancellation)
    {
        var id = order.Task.Id;
        var sums = new Dictionary<string, string>();
        var stills = files.Stills!;
        var result = new TaskResult
        {
            PosterArtifact = await CommitAsync(stills.Poster, $"{id}-poster", "image/jpeg"),
            StripArtifact = await CommitAsync(stills.Strip, $"{id}-strip", "image/jpeg"),
            PanelsArtifact = await CommitAsync(stills.Panels, $"{id}-panels", "image/jpeg"),
            StoryboardArtifact = await CommitAsync(stills.Sheet, $"{id}-storyboard", "image/png"),
            WatermarkedArtifact = files.Marked is { } marked ? await CommitAsync(marked, $"{id}-marked", "video/mp4") : null,
            VideoArtifact = await CommitAsync(files.Film, $"{id}-video", "video/mp4"),
            Frames = report.Frames,
            Width = report.Width,
            Height = report.Height,
            Bytes = report.Bytes,
            Units = order.Units,
            PlanJson = order.PlanJson,
            NotUnderstood = order.NotUnderstood,
            FilmKey = order.Key,
            WordsKey = order.WordsKey,
        };
        return result with { Sums = sums };

        async Task<string> CommitAsync(string draft, string artifact, string type)
        {
            sums[artifact] = await FilmOrder.SumAsync(draft, cancellation);
            return (await artifacts.CommitAsync(draft, artifact, type, cancellation)).Id;
        }
    }

    private async Task<TaskResult?> TakeAsync(FilmOrder order, CancellationToken cancellation) =>
        await films.FindFilmAsync(order.Task.Tenant, order.Key, cancellation) is { Result: { } before } ? await ShareAsync(order, before, cancellation) : null;

    private async Task<TaskResult?> ShareAsync(FilmOrder order, TaskResult before, CancellationToken cancellation)
    {
        try
        {
            return await new FilmSharing(artifacts, before, order.Task.Id).ShareAsync(order, cancellation);
        }
        catch (DamagedFilmException damaged)
        {
            LogDamaged(order.Task.Id, before.VideoArtifact, damaged.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the film {Earlier} would do, but it is not whole ({Reason}).")]
    private partial void LogDamaged(long taskId, string earlier, string reason);
}
