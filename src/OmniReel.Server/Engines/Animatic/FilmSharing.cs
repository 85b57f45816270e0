using OmniReel.Media.Storyboards;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Gives one task the artifacts of another. Throws <see cref="DamagedFilmException"/> where they are not what they were.</summary>
internal sealed class FilmSharing(IArtifactStore artifacts, TaskResult before, long id)
{
    private readonly Dictionary<string, string> _sums = [];

    /// <summary>To a task of the very same request: all is as it was.</summary>
    public Task<TaskResult> ShareAsync(decimal units, CancellationToken cancellation) => ShareAsync(before with { Units = units }, inOtherWords: null, cancellation);

    /// <summary>To a task of the same film, which may have been asked for in other words.</summary>
    public Task<TaskResult> ShareAsync(FilmOrder order, CancellationToken cancellation)
    {
        if (order.Task.Facts.Watermark && before.WatermarkedArtifact is null)
            throw new DamagedFilmException("no marked film");
        var told = before with { Units = order.Units, PlanJson = order.PlanJson, NotUnderstood = order.NotUnderstood, WordsKey = order.WordsKey };
        return ShareAsync(told, order.WordsKey == before.WordsKey ? null : order, cancellation);
    }

    private async Task<TaskResult> ShareAsync(TaskResult told, FilmOrder? inOtherWords, CancellationToken cancellation)
    {
        string?[] wanted =
        [
            before.VideoArtifact, before.WatermarkedArtifact, inOtherWords is null ? before.StoryboardArtifact : null, before.PosterArtifact, before.StripArtifact,
            before.PanelsArtifact,
        ];
        // All are looked at before any is shared: nothing half whole gets a name.
        var found = await Task.WhenAll(wanted.OfType<string>().Select(artifact => Task.Run(() => Sound(artifact), cancellation)));
        var storyboard = inOtherWords is null
            ? NewName(before.StoryboardArtifact)
            : await RedrawAsync(inOtherWords, found.First(one => one.Id == before.PanelsArtifact), cancellation);
        await ShareAsync(found, cancellation);
        foreach (var one in found)
            _sums[NewName(one.Id)!] = before.Sums![one.Id];
        return told with
        {
            VideoArtifact = NewName(before.VideoArtifact)!,
            WatermarkedArtifact = NewName(before.WatermarkedArtifact),
            PosterArtifact = NewName(before.PosterArtifact),
            StripArtifact = NewName(before.StripArtifact),
            PanelsArtifact = NewName(before.PanelsArtifact),
            StoryboardArtifact = storyboard,
            Sums = _sums,
            IsCached = true,
        };
    }

    // TASK-poster becomes OWN-poster.
    private string? NewName(string? artifact) => artifact is null ? null : $"{id}{artifact[artifact.IndexOf('-', StringComparison.Ordinal)..]}";

    /// <summary>The artifact, if it is what it was.</summary>
    private Artifact Sound(string id)
    {
        if (before.Sums?.GetValueOrDefault(id) is not { } sum)
            throw new DamagedFilmException($"{id} has no sum");
        try
        {
            var artifact = artifacts.Find(id) ?? throw new DamagedFilmException($"{id} is gone");
            using var content = artifacts.Open(artifact);
            return FilmOrder.Sum(content) == sum ? artifact : throw new DamagedFilmException($"{id} has changed");
        }
        catch (IOException e)
        {
            throw new DamagedFilmException($"{id} cannot be read", e);
        }
    }

    private async Task ShareAsync(IEnumerable<Artifact> found, CancellationToken cancellation)
    {
        try
        {
            await artifacts.ShareAsync([.. found.Select(one => new NewId(one, NewName(one.Id)!))], cancellation);
        }
        catch (FileNotFoundException e)
        {
            throw new DamagedFilmException("a part of it is gone", e);
        }
    }

    /// <summary>The sheet of the same pictures with this task's words.</summary>
    private async Task<string> RedrawAsync(FilmOrder order, Artifact panels, CancellationToken cancellation)
    {
        var draft = artifacts.NewDraft(".png");
        try
        {
            await using (var content = artifacts.Open(panels))
                Sheet.Write(content, new SheetFacts(before.Width, before.Height, order.ShotFrames), order.Text, draft);
            var name = $"{id}-storyboard";
            _sums[name] = await FilmOrder.SumAsync(draft, cancellation);
            return (await artifacts.CommitAsync(draft, name, "image/png", cancellation)).Id;
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

/// <summary>An artifact of a film that was made before is gone or is not what it was.</summary>
internal sealed class DamagedFilmException(string message, Exception? cause = null) : Exception(message, cause);
