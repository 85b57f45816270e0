using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;
using OmniReel.Media.References;
using OmniReel.Media.Script;
using OmniReel.Media.Stills;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Films that another film drives (<c>refer_type: feature</c>).</summary>
public sealed class DrivenFilms(ReferenceReader reader)
{
    /// <summary>Looks at the film of a request; null where it has none that drives.</summary>
    /// <exception cref="InputsRefusedException">The film cannot be decoded.</exception>
    internal async Task<DrivenFilm?> LookAsync(VideoRequest request, PreparedInputs inputs, CancellationToken cancellation)
    {
        if (request.Kind.Input != InputKind.VideoFeature || inputs.Film is not { } film)
            return null;
        try
        {
            return new DrivenFilm(reader, request, inputs, film, await reader.StudyAsync(film.File.Path, film.Facts, cancellation));
        }
        catch (UnreadableMediaException fault)
        {
            throw inputs.Broken(film, fault);
        }
    }
}

/// <summary>One film that another one drives.</summary>
internal sealed class DrivenFilm(ReferenceReader reader, VideoRequest request, PreparedInputs inputs, FilmInput film, ReferenceStudy study)
{
    private readonly ReferenceWords _words = ReferenceWords.Read(request.Prompt);

    /// <summary>The request without what its prompt says of the film.</summary>
    public VideoRequest Words => request with { Prompt = _words.Rest };

    /// <param name="drawn">As the rest of the prompt was read.</param>
    /// <param name="isBare">It says nothing that can be drawn: then a next shot goes on with the picture itself.</param>
    /// <exception cref="InputsRefusedException">The film cannot be decoded.</exception>
    public async Task<FramedPlan> DriveAsync(FramedPlan drawn, bool isBare, CancellationToken cancellation)
    {
        var plan = drawn.Plan;
        try
        {
            // A picture of the request's own comes first where there is one.
            if (_words.Sequel == Sequel.None || (_words.Sequel == Sequel.Next && inputs.FirstFrame is not null))
                return drawn with { Plan = Driving.Drive(plan, study, _words.Traits) };
            var isNext = _words.Sequel == Sequel.Next;
            var picture = await reader.PictureAsync(film.File.Path, film.Facts, isNext, plan.Width, plan.Height, cancellation);
            return isBare && plan.Shots[0].Figures.Count == 0 && inputs.FirstFrame is null ? Alone(plan, picture) : drawn with { Plan = Joined(plan, picture) };
        }
        catch (UnreadableMediaException fault)
        {
            throw inputs.Broken(film, fault);
        }
    }

    /// <summary>Writes the film's sound beside a draft, as long as the new film; its path, or null where none is wanted or there is none.</summary>
    /// <exception cref="InputsRefusedException">The sound cannot be decoded.</exception>
    public async Task<string?> WriteSoundAsync(FilmFiles files, int frames, CancellationToken cancellation)
    {
        if (!request.Video!.KeepOriginalSound || !film.Facts.HasAudio)
            return null;
        try
        {
            if (await reader.SoundAsync(film.File.Path, frames, cancellation) is not { } sound)
                return null;
            var path = Path.ChangeExtension(files.Film, ".pcm");
            await File.WriteAllBytesAsync(path, sound, cancellation);
            return path;
        }
        catch (UnreadableMediaException fault)
        {
            throw inputs.Broken(film, fault);
        }
    }

    private FilmPlan Joined(FilmPlan plan, StillPicture picture)
    {
        var driven = Driving.Drive(plan, study, _words.Traits);
        var shots = driven.Shots.ToArray();
        if (_words.Sequel == Sequel.Next)
            shots[0] = shots[0] with { Handover = new Handover(picture, null) };
        else
            shots[^1] = shots[^1] with { Handover = new Handover(null, picture) };
        return driven with { Shots = shots, Reference = driven.Reference! with { Sequel = _words.Sequel } };
    }

    /// <summary>The picture goes on by itself, as its camera went.</summary>
    private FramedPlan Alone(FilmPlan plan, StillPicture picture)
    {
        var isNext = _words.Sequel == Sequel.Next;
        var reading = PictureReader.Read(_words.Rest, request.NegativePrompt);
        var before = isNext ? study.Plan.Shots[^1].Camera : study.Plan.Shots[0].Camera;
        var camera = reading.Camera ?? (before is CameraMove.Static or CameraMove.Drift || !_words.Traits.Contains(ReferenceTrait.Camera) ? CameraMove.Push : before);
        var shot = plan.Shots[0] with { Frames = plan.Frames, Camera = camera, Picture = isNext ? picture : null, EndPicture = isNext ? null : picture };
        var treated = Treating.Treat(shot, reading.Stirs.SelectMany(word => word.Stirs).ToHashSet(), reading.Still);
        ReferenceTrait[] taken = _words.Traits.Contains(ReferenceTrait.Camera) && reading.Camera is null && camera == before ? [ReferenceTrait.Camera] : [];
        return new FramedPlan(
            plan with { Shots = [treated], Reference = study.Plan with { Taken = taken, Sequel = _words.Sequel } },
            [.. reading.NotUnderstood, .. reading.Stirs.Where(word => !word.Stirs.Any(treated.Treatment!.Moving.Contains)).Select(word => word.Text)]);
    }
}
