using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Brings the request's elements onto the stage.</summary>
internal static class ElementFigures
{
    /// <summary>People of one shot that fit side by side.</summary>
    private const int Most = 3;

    /// <summary>
    /// A shot that names an element (<c>&lt;&lt;&lt;element_1&gt;&gt;&gt;</c>) shows it; when no shot names one, every shot does. The
    /// elements of a shot become its first figures, in their order, and do what they are for unless the prompt gives them
    /// something else to do.
    /// </summary>
    public static FilmPlan Join(ScriptReading reading, VideoRequest request, PresetElements presets)
    {
        var plan = reading.Plan;
        var cast = request.Elements
            .Select((id, i) => (Preset: presets.Preset(id), Name: NameOf(i)))
            .Where(element => element.Preset is not null)
            .Select(element => (element.Preset!.Subject, element.Name)).ToArray();
        return cast.Length == 0
            ? plan
            : plan with { Shots = [.. plan.Shots.Select((shot, at) => With(shot, [.. cast.Where(one => IsIn(request, at, one.Name)).Select(one => one.Subject)], Costume(reading.SpokenOf[at])))] };
    }

    /// <summary>What a prompt calls the element at this place of the request's list, counted from 0.</summary>
    public static string NameOf(int at) => $"<<<element_{at + 1}>>>";

    private static bool IsIn(VideoRequest request, int at, string name) =>
        !request.Shots.Any(shot => Names(shot, name)) || Names(request.Shots[at], name);

    private static bool Names(ShotRequest shot, string name) => shot.Prompt.Contains(name, StringComparison.Ordinal);

    /// <summary>A dancer dances with ribbons, unless the prompt speaks of ribbons itself: then the reader has decided.</summary>
    private static Accessory[] Costume(IReadOnlySet<Accessory> spokenOf) => spokenOf.Contains(Accessory.Ribbons) ? [] : [Accessory.Ribbons];

    // The seed stays: free choices hang on what was read, and the same words keep their clouds with and without an element.
    private static ShotPlan With(ShotPlan shot, ElementSubject[] cast, Accessory[] costume)
    {
        var figures = cast.Take(Most).Select((subject, i) =>
        {
            var place = i < shot.Figures.Count ? shot.Figures[i] : new FigurePlan { Action = shot.Figures.Count > 0 ? shot.Figures[0].Action : FigureAction.Stand };
            return subject == ElementSubject.Dancer ? Dancer(place, costume) : Known(place, PresetFigures.Of(subject));
        });
        return shot with { Figures = [.. figures.Concat(shot.Figures.Skip(cast.Length)).Take(Most)] };
    }

    /// <summary>Takes the place of a figure as the one it is: in its own clothes, with its own things and what it is given to carry.</summary>
    private static FigurePlan Known(FigurePlan place, FigurePlan self) => self with
    {
        Action = place.Action == FigureAction.Stand ? self.Action : place.Action,
        Accessories = [.. self.Accessories.Union(place.Accessories)],
    };

    /// <summary>Takes the place of a figure: in its colour, with what it carries; one who danced before is dressed for it already.</summary>
    private static FigurePlan Dancer(FigurePlan figure, Accessory[] costume)
    {
        var action = figure.Action == FigureAction.Stand ? FigureAction.Dance : figure.Action;
        var isDressed = action != FigureAction.Dance || figure.Accessories.Count > 0 || figure is { Action: FigureAction.Dance, Person: Person.Woman };
        return figure with { Person = Person.Woman, Action = action, Accessories = isDressed ? figure.Accessories : costume };
    }
}
