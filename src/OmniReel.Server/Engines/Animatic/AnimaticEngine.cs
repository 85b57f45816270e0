using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The embedded engine: reads the prompt into a plan, draws it, and stores the film. Needs no network, key or GPU.</summary>
public sealed class AnimaticEngine(FilmRenderer renderer, IArtifactStore artifacts, PresetElements presets) : IEngine
{
    private const int PercentWhenDrawn = 99;

    public string Name => "embedded";

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request) = attempt;
        if (AnimaticLimits.Refusal(request, task.Facts.Language) is { } refusal)
            throw new EngineRefusedException(refusal);

        var size = OutputSize.Of(request.Mode, request.AspectRatio ?? AspectRatio.Landscape);
        var reading = ScriptReader.Read(AnimaticScript.Of(request, size));
        var plan = ElementFigures.Join(reading.Plan, request, presets);
        var draft = artifacts.NewDraft(".mp4");
        try
        {
            var drawn = new FramesToPercent(plan.Frames, percent);
            var report = await renderer.RenderAsync(plan, draft, drawn, cancellation);
            var film = await artifacts.CommitAsync(draft, $"{task.Id}-video", "video/mp4", cancellation);
            return Result(task, plan, [.. reading.NotUnderstood, .. AnimaticLimits.NotHonoured(request), .. ElementFigures.NotHonoured(request, presets)], report, film);
        }
        catch (FfmpegException e) when (e.IsMissing)
        {
            throw new EngineRefusedException(TaskMessages.EncoderMissing(task.Facts.Language), e);
        }
        catch (Exception e) when (e is FfmpegException or IOException)
        {
            throw new EngineTroubleException("The film could not be encoded or stored.", e);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static TaskResult Result(
        VideoTask task, FilmPlan plan, IReadOnlyList<string> lost, FilmReport report, Artifact film) => new()
    {
        VideoArtifact = film.Id,
        Frames = report.Frames,
        Width = report.Width,
        Height = report.Height,
        Bytes = film.Length,
        Units = task.Facts.Units,
        PlanJson = PlanJson.Write(plan),
        NotUnderstood = lost,
    };

    private sealed class FramesToPercent(int frames, IProgress<int> percent) : IProgress<int>
    {
        public void Report(int value) => percent.Report((int)((long)value * PercentWhenDrawn / frames));
    }
}
