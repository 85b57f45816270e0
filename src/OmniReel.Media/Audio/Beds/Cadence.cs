using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Audio.Beds;

/// <summary>When the figures of a shot make a sound, from the same motions that draw them.</summary>
internal static class Cadence
{
    /// <summary>Degrees that both arms swing together, above which cloth is heard; a turn counts with it.</summary>
    private const float LeastSwing = 70, DegreesPerTurn = 300;

    /// <summary>Seconds at which a walker's feet come down.</summary>
    public static IEnumerable<float> Steps(ShotPlan shot, Stage stage, int index)
    {
        var lines = Composition.Of(stage, shot);
        var standing = Blocking.Place(shot, stage, lines)[index];
        var seconds = Strolling.Seconds(shot);
        var passed = MathF.Abs(Blocking.Passing(shot, stage, lines)) / standing.PixelsPerMetre * seconds;
        var plan = shot.Figures[index];
        if (plan.Bearing == Bearing.Run)
            return Repertoire.Run(plan.Person, Build.Of(plan), new Way(standing.Travel / standing.PixelsPerMetre, passed, seconds), index * Repertoire.Apart).Steps.Footfalls(seconds);
        return Repertoire.Walk(plan.Person, Build.Of(plan), new Way(standing.Travel / standing.PixelsPerMetre, passed, seconds), index * Repertoire.Apart, plan.Looks.Contains(Look.Old)).Steps.Footfalls(seconds);
    }

    /// <summary>Where a dancer's arms or body swing through the air, and for how many seconds.</summary>
    public static IEnumerable<(double Second, double Length)> Swings(ShotPlan shot, int index)
    {
        var figure = shot.Figures[index];
        var phrase = Repertoire.Dance(figure.Person);
        double start = Repertoire.Start(figure, shot.Seed, index), end = start + Strolling.Seconds(shot);
        for (var round = Math.Floor(start / phrase.Period); round * phrase.Period < end; round++)
        {
            for (var i = 0; i + 1 < phrase.Keys.Count; i++)
            {
                Key from = phrase.Keys[i], to = phrase.Keys[i + 1];
                var swing = MathF.Abs(to.Pose.NearArm.X - from.Pose.NearArm.X) + MathF.Abs(to.Pose.FarArm.X - from.Pose.FarArm.X)
                    + DegreesPerTurn * MathF.Abs(to.Pose.Turn - from.Pose.Turn);
                var second = round * phrase.Period + from.Second;
                if (swing > LeastSwing && second >= start && second < end)
                    yield return (second - start, to.Second - from.Second);
            }
        }
    }
}
