using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes;

/// <summary>The stretch of the frame's width that belongs to whom or what a shot is about: no post and no trunk stands in it.</summary>
/// <param name="Left">Stage pixels.</param>
/// <param name="Right">Stage pixels.</param>
internal readonly record struct HeroLane(float Left, float Right)
{
    public float Middle => (Left + Right) / 2;

    /// <summary>What people cross over the whole shot; where nobody is seen, what the things on the ground take. Null in an empty place.</summary>
    public static HeroLane? Of(Studio studio)
    {
        var (shot, stage, lines) = (studio.Shot, studio.Stage, studio.Lines);
        var crossed = Blocking.Crossed(shot, stage, lines);
        if (crossed.Count > 0)
            return new HeroLane(crossed.Min(b => b.Left), crossed.Max(b => b.Right));
        var standing = Enumerable.Range(0, shot.Things.Count).Where(i => IsOnGround(shot.Things[i])).ToList();
        if (standing.Count == 0)
            return null;
        var half = 0.5f * standing.Sum(i => 1.12f * shot.Things[i].Count * shot.Things[i].Aspect() * ThingScale.Height(shot, stage, i, lines.Metre));
        // What crosses a frame that stays takes all of its width.
        if (ThingSubject.Goes(shot) && studio.Passing == 0)
            half = Math.Max(half, 0.40f * stage.Width);
        half = Math.Min(half, 0.46f * stage.Width);
        var middle = Math.Clamp(standing.Sum(i => shot.Things[i].Count) == 1 ? (lines.FigureX + stage.Width * 0.5f) / 2 : stage.Width * 0.5f, half, stage.Width - half);
        return new HeroLane(middle - half, middle + half);
    }

    private static bool IsOnGround(ThingPlan thing) => thing is { IsField: false, Relation: null }
        && (thing.Spot == ThingSpot.Ground || (thing.Spot == ThingSpot.Usual && ThingCatalog.Instance[thing.Id].Habitat == Habitat.Ground && thing.Motion is not
            (ThingMotion.Flap or ThingMotion.Flutter or ThingMotion.Soar or ThingMotion.Hover or ThingMotion.Rise or ThingMotion.Fall or ThingMotion.Swim or ThingMotion.Leap or ThingMotion.Drift or ThingMotion.Hang)));

    /// <summary>True when what stands at an x in the middle of the shot never comes into the lane, nor does any of its copies.</summary>
    /// <param name="half">Half its width, in pixels.</param>
    /// <param name="carried">Pixels that it is carried along over the whole shot.</param>
    /// <param name="lap">See <see cref="Layer.Lap"/>.</param>
    public bool IsClear(float x, float half, float carried, float lap)
    {
        for (var copy = -2; copy <= 2; copy++)
        {
            var at = x + copy * lap;
            if (at + half + carried / 2 > Left && at - half - carried / 2 < Right)
                return false;
        }

        return true;
    }
}
