using Microsoft.Extensions.Logging;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Stills;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>
/// Makes a film of an upstream ours: fetched, looked at, and stored byte for byte. It is paid for, so what plays is kept, whatever else is
/// odd about it; the pictures of it, and the copy with a mark, are left out where they cannot be had.
/// </summary>
internal sealed partial class KlingFilm(
    FilmFetch fetch, FilmProbe probe, MomentStills stills, Sandbox sandbox, InputPolicy policy, IArtifactStore artifacts, ICrashPoints crashes, ILogger<KlingFilm> log)
{
    private const int PercentWhenThere = 90, PercentWhenHere = 99;

    /// <summary>Times that a film which does not play is fetched; what still does not play then is for later.</summary>
    private const int MostFetches = 3;

    private static readonly string[] s_parts = ["video", "marked", "poster", "strip"];

    /// <summary>As <see cref="IPaidWork.KeepAsync"/>.</summary>
    public async Task<TaskResult> KeepAsync(string connection, EngineAttempt attempt, UpstreamReport report, IProgress<int> percent, CancellationToken cancellation)
    {
        var folder = artifacts.NewDraft("");
        try
        {
            Directory.CreateDirectory(folder);
            var film = await BringAsync(report.FilmUrl!, Path.Combine(folder, "film.mp4"), new Halfway(percent, crashes), cancellation);
            crashes.Reach(CrashPoint.BeforeStoring);
            var result = await StoreAsync(connection, attempt, report, film, folder, cancellation);
            crashes.Reach(CrashPoint.AfterStoring);
            return result;
        }
        catch (Exception e) when (e is FilmFetchException or UnreadableMediaException or SandboxException or FfmpegException or IOException or UnauthorizedAccessException)
        {
            throw new EngineTroubleException($"The film of task {attempt.Task.Id} is made at {connection}, and could not be brought here.", e);
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>Takes away what was kept of a task.</summary>
    public void Forget(VideoTask task)
    {
        foreach (var part in s_parts)
            artifacts.Remove($"{task.Id}-{part}");
    }

    private async Task<FilmFile> BringAsync(string url, string path, IProgress<double> done, CancellationToken cancellation)
    {
        for (var fetches = 1; ; fetches++)
        {
            await fetch.FetchAsync(url, path, done, cancellation);
            try
            {
                return new FilmFile(path, await LookAsync(path, cancellation));
            }
            catch (UnreadableMediaException) when (fetches < MostFetches)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>What it is; null where nothing here may or can look at it. Throws <see cref="UnreadableMediaException"/> for what does not play.</summary>
    private async Task<FilmFacts?> LookAsync(string path, CancellationToken cancellation)
    {
        if (policy.SandboxRequired && (await sandbox.ReportAsync()).Level != SandboxLevel.Full)
            return null;
        try
        {
            return await probe.ReadAsync(path, cancellation);
        }
        catch (FfmpegException e) when (e.IsMissing)
        {
            return null;
        }
    }

    // The film last: it is what the others go with.
    private async Task<TaskResult> StoreAsync(string connection, EngineAttempt attempt, UpstreamReport report, FilmFile film, string folder, CancellationToken cancellation)
    {
        var (task, request, _, _) = attempt;
        var remarks = new List<string>(FilmRemarks.On(task, film));
        var (poster, strip) = await PicturesAsync(task, film, folder, cancellation);
        string? marked = null;
        if (task.Facts.Watermark && (marked = await MarkedAsync(task, report, folder, cancellation)) is null)
            remarks.Add(FilmRemarks.NoMark(task.Facts.Language));
        var (width, height) = film.Size(request);
        var account = FilmAccount.Write(connection, report, film);
        var stored = await artifacts.CommitAsync(film.Path, $"{task.Id}-video", "video/mp4", cancellation);
        return new TaskResult
        {
            VideoArtifact = stored.Id,
            WatermarkedArtifact = marked,
            PosterArtifact = poster,
            StripArtifact = strip,
            Frames = film.Frames(task, report),
            Width = width,
            Height = height,
            Bytes = stored.Length,
            Units = report.Units ?? Quoted(task, request, film, report),
            PlanJson = account,
            NotUnderstood = remarks,
        };
    }

    /// <summary>What it costs by the price that was held: an edit is as long as its film.</summary>
    private static decimal Quoted(VideoTask task, VideoRequest request, FilmFile film, UpstreamReport report) => request.Kind.Input == InputKind.VideoEdit
        ? EditPrice.Settled(task.Facts.Units, request.Model, (decimal)film.Seconds(task, report))
        : task.Facts.Units;

    private async Task<(string? Poster, string? Strip)> PicturesAsync(VideoTask task, FilmFile film, string folder, CancellationToken cancellation)
    {
        if (film.Facts is not { } facts)
            return (null, null);
        try
        {
            string poster = Path.Combine(folder, "poster.jpg"), strip = Path.Combine(folder, "strip.jpg");
            await stills.TakeAsync(film.Path, facts, poster, strip, cancellation);
            return (
                (await artifacts.CommitAsync(poster, $"{task.Id}-poster", "image/jpeg", cancellation)).Id,
                (await artifacts.CommitAsync(strip, $"{task.Id}-strip", "image/jpeg", cancellation)).Id);
        }
        catch (Exception e) when (e is UnreadableMediaException or SandboxException or FfmpegException)
        {
            LogWithout(task.Id, "pictures", e.Message);
            return (null, null);
        }
    }

    private async Task<string?> MarkedAsync(VideoTask task, UpstreamReport report, string folder, CancellationToken cancellation)
    {
        if (report.WatermarkedUrl is not { } url)
            return null;
        try
        {
            var marked = await BringAsync(url, Path.Combine(folder, "marked.mp4"), new Progress<double>(), cancellation);
            return (await artifacts.CommitAsync(marked.Path, $"{task.Id}-marked", "video/mp4", cancellation)).Id;
        }
        catch (Exception e) when (e is FilmFetchException or UnreadableMediaException or SandboxException)
        {
            LogWithout(task.Id, "the copy with a mark", e.Message);
            return null;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start empties the folder of drafts.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the film is here without {What}: {Why}")]
    private partial void LogWithout(long taskId, string what, string why);

    /// <summary>Shares of a film to percent of a task, and the middle of it to whoever tests what happens there.</summary>
    private sealed class Halfway(IProgress<int> percent, ICrashPoints crashes) : IProgress<double>
    {
        private bool _isReached;

        public void Report(double value)
        {
            percent.Report(PercentWhenThere + (int)(value * (PercentWhenHere - PercentWhenThere)));
            if (value < 0.5 || _isReached)
                return;
            _isReached = true;
            crashes.Reach(CrashPoint.WhileFetching);
        }
    }
}
