using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;

namespace OmniReel.Media.Scenes;

/// <summary>How far and how fast people of a shot walk.</summary>
internal static class Strolling
{
    /// <summary>Metres per second at which they go together: the shortest legs, or the oldest, set the pace.</summary>
    public static float Pace(IReadOnlyList<FigurePlan> walkers) => walkers.Any(f => f.Looks.Contains(Look.Old)) ? 0.56f
        : walkers.Any(f => f.Person == Person.Child) ? 0.68f
        : 0.94f;

    /// <inheritdoc cref="Pace(IReadOnlyList{FigurePlan})"/>
    public static float Pace(ShotPlan shot) => shot.Figures.Where(f => f.Bearing != Bearing.Ride).ToList() is { Count: > 0 } walkers
        ? walkers.All(f => f.Bearing == Bearing.Run) ? Running(walkers) : Pace(walkers)
        : shot.Figures.Select(f => f.On is { } on ? Carriage.Pace(shot, on) : 0.94f).DefaultIfEmpty(0.94f).Min();

    private static float Running(IReadOnlyList<FigurePlan> runners) => runners.Any(f => f.Person == Person.Child) ? 1.9f : 2.7f;

    public static float Seconds(ShotPlan shot) => shot.Frames / (float)FilmPlan.FrameRate;

    /// <summary>Stage pixels that walkers gain on a camera that goes along with them; all alike, so that nobody drifts from the others.</summary>
    public static float Gain(ShotPlan shot, Stage stage, float metre) => shot.Camera != CameraMove.Follow && shot.Size.ShowsFeet()
        ? Math.Min((shot.Figures.Count == 1 ? 0.12f : 0.05f) * stage.Width, 0.4f * Way(shot, metre))
        : 0;

    /// <summary>Stage pixels of the whole shot at an easy pace.</summary>
    public static float Way(ShotPlan shot, float metre) => Pace(shot) * metre * Seconds(shot);
}
