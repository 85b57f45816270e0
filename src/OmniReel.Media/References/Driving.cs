using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.References;

/// <summary>Lets a film's plan be driven by what was seen in another one: where it cuts, how its camera goes, what light and colour it has.</summary>
public static class Driving
{
    /// <param name="plan">As it was read from the prompt.</param>
    public static FilmPlan Drive(FilmPlan plan, ReferenceStudy study, IReadOnlyCollection<ReferenceTrait> traits)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(traits);
        var shots = traits.Contains(ReferenceTrait.Rhythm) ? Rhythm.Cut(plan, study) : plan.Shots;
        var driven = new List<ShotPlan>();
        var begin = 0;
        foreach (var shot in shots)
        {
            driven.Add(Driven(shot, study, Span(begin, shot.Frames, plan.Frames, study.Frames), traits));
            begin += shot.Frames;
        }

        return plan with { Shots = driven, Reference = study.Plan with { Taken = [.. traits.Order()] } };
    }

    /// <summary>The frames of the other film at the time of a shot of this one.</summary>
    private static (int From, int To) Span(int begin, int frames, int all, int reference)
    {
        int From(int frame) => all < 2 ? 0 : (int)Math.Round(frame * (double)reference / (all - 1), MidpointRounding.AwayFromZero);
        var from = Math.Min(From(begin), reference - 1);
        return (from, Math.Clamp(From(begin + frames), from + 1, reference));
    }

    private static ShotPlan Driven(ShotPlan shot, ReferenceStudy study, (int From, int To) span, IReadOnlyCollection<ReferenceTrait> traits)
    {
        if (traits.Contains(ReferenceTrait.Palette))
            shot = shot with { Tones = study.Tones(span.From, span.To) };
        // Drift is what no word asks for: a verb of the prompt is obeyed.
        if (!traits.Contains(ReferenceTrait.Camera) || shot.Camera != CameraMove.Drift)
            return shot;
        var path = study.Path(span.From, span.To, shot.Frames);
        var name = WayFinder.Name(path);
        return shot with { Camera = name, Path = name == CameraMove.Static ? null : path };
    }
}
