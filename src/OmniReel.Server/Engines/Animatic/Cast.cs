using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Brings the request's elements onto the stage.</summary>
internal static class Cast
{
    /// <summary>
    /// A shot that names an element (<c>&lt;&lt;&lt;element_1&gt;&gt;&gt;</c>) shows it; when no shot names one, every shot does. The
    /// element becomes the shot's main figure, and does what it is for unless the prompt gives it something else to do.
    /// </summary>
    public static FilmPlan Join(FilmPlan plan, VideoRequest request, PresetElements presets)
    {
        for (var i = 0; i < request.Elements.Count; i++)
        {
            if (presets.Preset(request.Elements[i]) is { Subject: ElementSubject.Dancer })
                plan = WithDancer(plan, request, $"<<<element_{i + 1}>>>");
        }

        return plan;
    }

    private static FilmPlan WithDancer(FilmPlan plan, VideoRequest request, string name)
    {
        var anywhere = !request.Shots.Any(shot => shot.Prompt.Contains(name, StringComparison.Ordinal));
        return plan with
        {
            Shots =
            [
                .. plan.Shots.Select((shot, at) =>
                    anywhere || request.Shots[at].Prompt.Contains(name, StringComparison.Ordinal) ? WithDancer(shot) : shot),
            ],
        };
    }

    // The seed stays: free choices hang on what was read, and the same words keep their clouds with and without a dancer.
    private static ShotPlan WithDancer(ShotPlan shot)
    {
        var main = shot.Figures.Count > 0 ? shot.Figures[0] : new FigurePlan();
        var dancer = main with
        {
            Person = Person.Woman,
            Action = main.Action == FigureAction.Stand ? FigureAction.Dance : main.Action,
        };
        return shot with { Figures = [dancer, .. shot.Figures.Skip(1)] };
    }
}
