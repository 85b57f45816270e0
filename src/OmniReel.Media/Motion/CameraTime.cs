using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Motion;

/// <summary>What a camera's way follows from besides its verb.</summary>
/// <param name="Seed">Of a hand's unrest.</param>
/// <param name="Followed">Stage pixels that the one who is followed goes to the right in the shot, 0 where the scenery passes instead; null: nobody goes anywhere.</param>
/// <param name="Cant">Degrees clockwise by which the whole picture leans all the time.</param>
public readonly record struct CameraManner(CameraPace? Pace, ulong Seed = 0, float? Followed = null, float Cant = 0);

/// <summary>How far along its way a camera is.</summary>
internal readonly struct CameraTime(CameraPace? pace)
{
    /// <summary>Share of the shot that a fast move takes, and seconds that a whip takes.</summary>
    private const float FastShare = 0.42f, WhipSeconds = 0.5f;

    /// <summary>Share of its usual way that it goes.</summary>
    public float Reach => pace == CameraPace.Slow ? 0.6f : 1;

    /// <summary>0 where it begins, 1 where it ends.</summary>
    public float At(Moment moment) => Ease(pace switch
    {
        CameraPace.Fast => Math.Min(1, moment.Progress / FastShare),
        CameraPace.Whip => Math.Clamp((moment.Progress - 0.5f) * Math.Max(1, moment.Frames / (24 * WhipSeconds)) + 0.5f, 0, 1),
        _ => moment.Progress,
    });

    /// <summary>Speeds up over the first quarter, goes evenly, slows down over the last.</summary>
    private static float Ease(float progress)
    {
        const float ramp = 0.25f, height = 1 / (1 - ramp);
        if (progress < ramp)
            return height * progress * progress / (2 * ramp);
        if (progress > 1 - ramp)
            return 1 - height * (1 - progress) * (1 - progress) / (2 * ramp);
        return height * (progress - ramp / 2);
    }
}
