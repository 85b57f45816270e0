using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Motion;

/// <summary>
/// Where the camera is at a moment, told as what it does to a layer: far layers follow a little, near ones more. It starts
/// and stops softly and never goes so far that the end of a layer (<see cref="Stage.Overscan"/>) comes into the frame.
/// </summary>
/// <param name="pivot">What push and pull go toward and away from, in stage pixels.</param>
/// <param name="mirrored">Which way a drift goes.</param>
/// <param name="sink">How far the picture may move down before feet leave it, in pixels; null: as far as a tilt goes.</param>
/// <param name="path">The way it goes, which <paramref name="move"/> then only names; null leaves it to the verb.</param>
/// <param name="manner">How fast it goes, and what else its way follows from.</param>
public sealed class Camera(
    CameraMove move, Stage stage, SKPoint pivot, bool mirrored = false, float? sink = null, CameraPath? path = null, CameraManner manner = default)
{
    private readonly CameraCourse? _course = path is null ? null : new CameraCourse(path, stage, sink);
    private readonly CameraTravel _travel = new(move, stage, pivot, sink, manner);
    private readonly CameraTime _time = new(manner.Pace);

    private const float DriftReach = 0.012f;
    private const float PanReach = 0.055f;
    private const float Zoom = 0.18f;

    /// <summary>What push ends at and pull begins with: the scale of what stands at depth 1.</summary>
    public const float Closest = 1 + Zoom;

    /// <summary>The camera never moves.</summary>
    public bool Holds => _course is null && move == CameraMove.Static;

    /// <summary>What layers of this depth are drawn with.</summary>
    public SKMatrix At(float depth, Moment moment)
    {
        if (_course is not null)
            return Following(_course.At(moment.Progress), depth);
        var eased = _time.At(moment);
        var swing = 2 * eased - 1;
        return move switch
        {
            CameraMove.Drift => Shift((mirrored ? -1 : 1) * DriftReach * swing * Longer, 0, depth),
            CameraMove.PanLeft => Shift(PanSide * swing, 0, Turned(depth)),
            CameraMove.PanRight => Shift(-PanSide * swing, 0, Turned(depth)),
            CameraMove.TiltUp => Shift(0, PanSide * swing - Raised, Turned(depth)),
            CameraMove.TiltDown => Shift(0, -PanSide * swing - Raised, Turned(depth)),
            CameraMove.Push => Closer(Zoom * _time.Reach * eased, depth),
            CameraMove.Pull => Closer(Zoom * _time.Reach * (1 - eased), depth),
            CameraMove.Static => SKMatrix.Identity,
            CameraMove.Follow when manner.Followed is null => Shift((mirrored ? -1 : 1) * DriftReach * swing * Longer, 0, depth),
            _ => _travel.At(depth, eased, moment),
        };
    }

    /// <summary>Degrees by which the whole picture leans, clockwise.</summary>
    public float Lean(Moment moment) => manner.Cant + (Sways ? _travel.Lean(moment) : 0);

    /// <summary>Degrees clockwise that it leans all the time, which are a part of <see cref="Lean"/>.</summary>
    public float Cant => manner.Cant;

    /// <summary>Pixels that the picture goes while a frame of a whip is exposed; 0 where it rests.</summary>
    public SKPoint Smear(Moment moment)
    {
        if (_course is not null || manner.Pace != CameraPace.Whip || move is not (CameraMove.PanLeft or CameraMove.PanRight or CameraMove.TiltUp or CameraMove.TiltDown))
            return default;
        SKMatrix before = At(1, moment with { Frame = moment.Frame - 1 }), after = At(1, moment with { Frame = moment.Frame + 1 });
        return new SKPoint((after.TransX - before.TransX) / 2 * Exposure, (after.TransY - before.TransY) / 2 * Exposure);
    }

    /// <summary>Frames that each frame of a whip is exposed for: more than a camera could, since paper goes less far than a whip would.</summary>
    private const float Exposure = 2.6f;

    private bool Sways => _course is null && move == CameraMove.Handheld;

    private float Longer => Math.Max(stage.Width, stage.Height);

    /// <summary>In narrow frames a long pan would carry the figure out of them.</summary>
    private float PanSide => manner.Pace == CameraPace.Whip ? 0.075f * Longer
        : Math.Min(PanReach * Longer, 0.08f * Math.Min(stage.Width, stage.Height)) * _time.Reach;

    /// <summary>A tilt keeps its way, but all of it lies higher where feet would leave the frame.</summary>
    private float Raised => Math.Max(0, PanSide - (sink ?? PanSide));

    /// <summary>A turning camera takes the horizon along; what it passes by goes faster.</summary>
    private static float Turned(float depth) => 0.5f + 0.5f * depth;

    /// <summary>Nearly as a whole: what was measured is how the whole of another scene moved.</summary>
    private SKMatrix Following((float X, float Y, float Scale) way, float depth)
    {
        var share = 0.75f + 0.25f * depth;
        var scale = 1 + (way.Scale - 1) * share;
        return SKMatrix.CreateScale(scale, scale, pivot.X, pivot.Y).PostConcat(Shift(way.X, way.Y, share));
    }

    private SKMatrix Shift(float x, float y, float share) => CameraReach.Shift(stage, manner, x * share, y * share);

    private SKMatrix Closer(float zoom, float depth)
    {
        var scale = 1 + zoom * (0.35f + 0.65f * depth);
        return SKMatrix.CreateScale(scale, scale, pivot.X, pivot.Y);
    }
}
