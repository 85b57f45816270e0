using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Script;
using OmniReel.Media.Stills;
using OmniReel.Server.Elements;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// The embedded engine: has the inputs brought and checked, reads the prompt into a plan, and draws it, or finds it drawn. Needs no
/// network, key or GPU of its own.
/// </summary>
public sealed class AnimaticEngine(FilmRenderer renderer, FilmShelf shelf, PresetElements presets, TaskInputs inputs, SoundStudio sounds, FilmEdits edits, DrivenFilms driven, ReferencePictures references) : IEngine
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
            using var prepared = await inputs.PrepareAsync(task.Tenant, task.CreatedAt, request, body, new SharesToPercent(percent), cancellation);
            await slot.ReturnAsync(cancellation);
            return request.Kind.Input == InputKind.VideoEdit
                ? await edits.MakeAsync(task, request, prepared, percent, cancellation)
                : await MakeAsync(task, request, prepared, percent, cancellation);
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

    public void Forget(VideoTask task) => shelf.Forget(task);

    private async Task<TaskResult> MakeAsync(
        VideoTask task, VideoRequest request, PreparedInputs prepared, IProgress<int> percent, CancellationToken cancellation)
    {
        var size = prepared.FirstFrame is { } first
            ? OutputSize.Following(request.Mode, first.Facts.Width, first.Facts.Height)
            : OutputSize.Of(request.Mode, request.AspectRatio ?? AspectRatio.Landscape);
        var given = await references.BringAsync(task, request, prepared, Math.Max(size.Width, size.Height), cancellation);
        var driver = await driven.LookAsync(request, prepared, cancellation);
        var words = driver?.Words ?? request;
        var reading = ScriptReader.Read(AnimaticScript.Of(words, size, given.Names));
        var cast = PrintCasting.Join(ElementFigures.Join(reading, words, presets), given.Pictures, request.Elements.All(id => presets.Preset(id) is null));
        var drawn = new FramedPlan(cast, reading.NotUnderstood);
        if (driver is not null)
            drawn = await driver.DriveAsync(drawn, reading.IsBare, cancellation);
        var (plan, lost) = await PictureFrames.FrameAsync(drawn.Plan, drawn.NotUnderstood, words, prepared, cancellation);
        var sound = await FilmSound.RehearseAsync(sounds, request, plan, reading, cancellation);
        plan = plan with { Sound = sound?.Plan, Slate = TaskSlate.Of(task, request) };
        var order = await FilmOrder.OfAsync(
            task, request, prepared, PlanJson.Write(plan), [.. plan.Shots.Select(shot => shot.Frames)],
            [.. FilmSound.Lost([.. lost, .. AnimaticLimits.NotHonoured(request), .. given.Missing], reading, sound)],
            FilmWords.Of(request, plan, task.Facts.Language), cancellation);
        return await shelf.BringAsync(order, DrawAsync, cancellation);

        async Task<FilmReport> DrawAsync(FilmFiles files) => await renderer.RenderAsync(
            plan, files with { Sound = driver is null ? await FilmSound.WriteAsync(sound, files, cancellation) : await driver.WriteSoundAsync(files, plan.Frames, cancellation) }, new FramesToPercent(plan.Frames, percent), cancellation);
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
