using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// The embedded engine: has the inputs brought and checked, reads the prompt into a plan, draws it, and stores the film. Needs no
/// network, key or GPU of its own.
/// </summary>
public sealed class AnimaticEngine(FilmRenderer renderer, IArtifactStore artifacts, PresetElements presets, TaskInputs inputs, SoundStudio sounds) : IEngine
{
    private const int PercentWhenInputsAreHere = 5;
    private const int PercentWhenDrawn = 99;

    public string Name => "embedded";

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request, body, slot) = attempt;
        try
        {
            // What comes from elsewhere comes as slowly as it likes.
            if (TaskInputs.AreIn(request))
                slot.Leave();
            using var prepared = await inputs.PrepareAsync(task.Tenant, request, body, new SharesToPercent(percent), cancellation);
            await slot.ReturnAsync(cancellation);
            if (AnimaticLimits.Refusal(request, task.Facts.Language) is { } refusal)
                throw new EngineRefusedException(refusal);
            return await MakeAsync(task, request, prepared, percent, cancellation);
        }
        catch (InputsRefusedException e)
        {
            throw new EngineRefusedException(e.In(task.Facts.Language));
        }
        catch (InputsBusyException e)
        {
            throw new EngineBusyException(e.Message, e);
        }
        catch (FfmpegException e) when (e.IsMissing)
        {
            throw new EngineRefusedException(TaskMessages.EncoderMissing(task.Facts.Language), e);
        }
        catch (Exception e) when (e is FfmpegException or SandboxException or IOException)
        {
            throw new EngineTroubleException("An input could not be looked at, or the film could not be encoded or stored.", e);
        }
    }

    private async Task<TaskResult> MakeAsync(
        VideoTask task, VideoRequest request, PreparedInputs prepared, IProgress<int> percent, CancellationToken cancellation)
    {
        var size = prepared.FirstFrame is { } first
            ? OutputSize.Following(request.Mode, first.Facts.Width, first.Facts.Height)
            : OutputSize.Of(request.Mode, request.AspectRatio ?? AspectRatio.Landscape);
        var reading = ScriptReader.Read(AnimaticScript.Of(request, size));
        var plan = await FirstFrame.OpenAsync(ElementFigures.Join(reading, request, presets), prepared, cancellation);
        var draft = artifacts.NewDraft(".mp4");
        var samples = artifacts.NewDraft(".pcm");
        try
        {
            var sound = await FilmSound.RecordAsync(sounds, request, plan, reading, samples, cancellation);
            plan = plan with { Sound = sound?.Plan };
            var drawn = new FramesToPercent(plan.Frames, percent);
            var report = await renderer.RenderAsync(plan, draft, sound?.Path, drawn, cancellation);
            var film = await artifacts.CommitAsync(draft, $"{task.Id}-video", "video/mp4", cancellation);
            return Result(task, plan, [.. FilmSound.Lost(Lost(request, reading), reading, sound)], report, film);
        }
        finally
        {
            File.Delete(draft);
            File.Delete(samples);
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

    /// <summary>A shot of a picture has no words that could have been drawn, so those of a single one are lost together.</summary>
    private string[] Lost(VideoRequest request, ScriptReading reading)
    {
        var isPictureAlone = request.Kind is { Input: InputKind.FirstFrame, Shots: ShotKind.SingleShot };
        return [.. isPictureAlone ? [] : reading.NotUnderstood, .. AnimaticLimits.NotHonoured(request), .. ElementFigures.NotHonoured(request, presets)];
    }

    private sealed class SharesToPercent(IProgress<int> percent) : IProgress<double>
    {
        public void Report(double value) => percent.Report((int)(value * PercentWhenInputsAreHere));
    }

    private sealed class FramesToPercent(int frames, IProgress<int> percent) : IProgress<int>
    {
        public void Report(int value) => percent.Report((int)((long)value * PercentWhenDrawn / frames));
    }
}
