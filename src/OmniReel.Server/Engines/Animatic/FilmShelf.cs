using Microsoft.Extensions.Logging;
using OmniReel.Media.Frames;
using OmniReel.Media.Stills;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// Films and what goes with them, as artifacts. An identical film that was made before is shown again under names of the new task's
/// own, so that neither task hangs on the other; one that is damaged or gone is made anew.
/// </summary>
public sealed partial class FilmShelf(IFilmIndex films, IArtifactStore artifacts, ILogger<FilmShelf> log)
{
    private static readonly string[] s_parts = ["video", "marked", "poster", "strip", "panels", "storyboard"];

    /// <summary>What an order comes to.</summary>
    /// <param name="make">Makes the film and all its stills at the paths it is given; called only when there is no film yet.</param>
    public async Task<TaskResult> BringAsync(FilmOrder order, Func<FilmFiles, Task<FilmReport>> make, CancellationToken cancellation)
    {
        if (!order.Task.Facts.Fresh && await TakeAsync(order, cancellation) is { } made)
            return made;
        var folder = artifacts.NewDraft("");
        Directory.CreateDirectory(folder);
        try
        {
            var files = Files(order, folder);
            return await KeepAsync(order, files, await make(files), cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes away what was kept for a task, whose row names none of it. Films that share its content keep theirs.</summary>
    public void Forget(VideoTask task)
    {
        foreach (var part in s_parts)
            artifacts.Remove($"{task.Id}-{part}");
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

    private async Task<TaskResult?> TakeAsync(FilmOrder order, CancellationToken cancellation)
    {
        var task = order.Task;
        if (await films.FindFilmAsync(task.Tenant, order.Key, cancellation) is not { Result: { } before } earlier)
            return null;
        try
        {
            return await new FilmSharing(artifacts, before, task.Id).ShareAsync(order, cancellation);
        }
        catch (DamagedFilmException damaged)
        {
            LogDamaged(task.Id, earlier.Id, damaged.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the film of task {Earlier} would do, but it is not whole ({Reason}); it is made anew.")]
    private partial void LogDamaged(long taskId, long earlier, string reason);
}
