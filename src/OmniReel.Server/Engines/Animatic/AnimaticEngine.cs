using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Stills;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// The embedded engine: has the inputs brought and checked, reads the prompt into a plan, and draws it, or finds it drawn. Needs no
/// network, key or GPU of its own.
/// </summary>
public sealed class AnimaticEngine(
    FilmRenderer renderer, FilmShelf shelf, FilmWishes wishes, PresetElements presets, TaskInputs inputs, SoundStudio sounds, FilmEdits edits, DrivenFilms driven,
    ReferencePictures references) : IEngine
{
    private const int PercentWhenInputsAreHere = 5;
    private const int PercentWhenDrawn = 99;

    public string Name => Router.Embedded;

    public async ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation)
    {
        if (task.Facts.Fresh || task.Facts.Slate)
            return false;
        if (wishes.Knows(FilmWish.AskedOf(task, request, body)))
            return true;
        if (inHaste || !IsOfWords(request))
            return false;
        using var none = await inputs.PrepareAsync(task.Tenant, task.CreatedAt, request, body, null, cancellation);
        var film = await ReadAsync(task, request, none, cancellation);
        // It takes a while to speak, even where nothing is drawn in the end.
        return !FilmSound.HasLines(request, film.Plan, film.Reading) && await shelf.HasAsync((await PlanAsync(task, request, film, [], cancellation)).Order, cancellation);
    }

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request, body, slot) = attempt;
        try
        {
            // What comes from elsewhere comes as slowly as it likes.
            if (TaskInputs.AreIn(request))
                slot.Leave();
            var asked = FilmWish.AskedOf(task, request, body);
            using var prepared = await inputs.PrepareAsync(task.Tenant, task.CreatedAt, request, body, new SharesToPercent(percent), cancellation);
            var contents = await InputContents.OfAsync(prepared, cancellation);
            var wish = FilmWish.Of(task, request, asked, contents, await references.ContentsAsync(task, request, cancellation));
            if (!task.Facts.Fresh && await wishes.TakeAsync(task, wish, Units(task, request, prepared), cancellation) is { } made)
                return made;
            return request.Kind.Input == InputKind.VideoEdit
                ? wishes.Keep(wish, await edits.MakeAsync(attempt, prepared, contents, percent, cancellation))
                : await MakeAsync(attempt, prepared, contents, wish, percent, cancellation);
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

    private static decimal Units(VideoTask task, VideoRequest request, PreparedInputs prepared) =>
        request.Kind.Input == InputKind.VideoEdit && prepared.Film is { } film ? FilmEdits.Units(task, request, film) : task.Facts.Units;

    /// <summary>Nothing has to be looked at before it is planned.</summary>
    private bool IsOfWords(VideoRequest request) => !TaskInputs.AreIn(request) && request.Elements.All(id => presets.Preset(id) is not null);

    private async Task<TaskResult> MakeAsync(
        EngineAttempt attempt, PreparedInputs prepared, IReadOnlyList<string> contents, FilmWish wish, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request, _, slot) = attempt;
        if (!IsOfWords(request))
            await slot.ReturnAsync(cancellation);
        var read = await ReadAsync(task, request, prepared, cancellation);
        var film = await PlanAsync(task, request, read, contents, cancellation);
        var result = await shelf.BringAsync(film.Order, slot, percent, DrawAsync, cancellation);
        // With a voice, which may come while this process lives, the same request is another film.
        return film.Plan.Sound is { LacksVoice: true } ? result : wishes.Keep(wish, result);

        async Task<FilmReport> DrawAsync(FilmFiles files, IProgress<int> told)
        {
            var sound = read.Driver is { } driver ? await driver.WriteSoundAsync(files, film.Plan.Frames, cancellation) : await FilmSound.WriteAsync(film.Sound, files, cancellation);
            return await renderer.RenderAsync(film.Plan, files with { Sound = sound }, new FramesToPercent(film.Plan.Frames, told), cancellation);
        }
    }

    /// <summary>The shots as they will be drawn, still without sound and slate.</summary>
    private async Task<ReadFilm> ReadAsync(VideoTask task, VideoRequest request, PreparedInputs prepared, CancellationToken cancellation)
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
        return new ReadFilm(plan, reading, driver, [.. lost, .. AnimaticLimits.NotHonoured(request), .. given.Missing]);
    }

    private async Task<PlannedFilm> PlanAsync(VideoTask task, VideoRequest request, ReadFilm film, IReadOnlyList<string> contents, CancellationToken cancellation)
    {
        var sound = await FilmSound.RehearseAsync(sounds, request, film.Plan, film.Reading, cancellation);
        var plan = film.Plan with { Sound = sound?.Plan, Slate = TaskSlate.Of(task, request) };
        var order = FilmOrder.Of(
            task, request, contents, PlanJson.Write(plan), [.. plan.Shots.Select(shot => shot.Frames)], [.. FilmSound.Lost(film.Lost, film.Reading, sound)],
            FilmWords.Of(request, plan, task.Facts.Language));
        return new PlannedFilm(plan, sound, order);
    }

    private sealed record ReadFilm(FilmPlan Plan, ScriptReading Reading, DrivenFilm? Driver, IReadOnlyList<string> Lost);

    private sealed record PlannedFilm(FilmPlan Plan, SoundTrack? Sound, FilmOrder Order);

    private sealed class SharesToPercent(IProgress<int> percent) : IProgress<double>
    {
        public void Report(double value) => percent.Report((int)(value * PercentWhenInputsAreHere));
    }

    private sealed class FramesToPercent(int frames, IProgress<int> percent) : IProgress<int>
    {
        public void Report(int value) => percent.Report((int)((long)value * PercentWhenDrawn / frames));
    }
}
