using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Motion;

/// <summary>Moves that take the camera somewhere else, which is seen in how the near passes the far, and those of a lens or a hand.</summary>
internal sealed class CameraTravel(CameraMove move, Stage stage, SKPoint pivot, float? sink, CameraManner manner)
{
    /// <summary>Growth of all in a zoom, of the far in a dolly zoom, and loss of the near in it per unit of depth.</summary>
    private const float Zoom = Camera.Closest - 1, Loom = 0.30f, Ebb = 0.20f;

    /// <summary>Depth beyond which nearer things go no faster: they would leave what is drawn of them.</summary>
    private const float Nearest = 1.3f;

    /// <summary>Most degrees that a hand leans to each side.</summary>
    public const float MostLean = 0.45f;

    private readonly float _reach = new CameraTime(manner.Pace).Reach;

    /// <param name="eased">How far along its way the camera is, 0 to 1.</param>
    public SKMatrix At(float depth, float eased, Moment moment)
    {
        float swing = 2 * eased - 1, near = Math.Min(depth, Nearest);
        return move switch
        {
            CameraMove.TruckLeft => Shift(Side * swing * near, 0),
            CameraMove.TruckRight => Shift(-Side * swing * near, 0),
            CameraMove.CraneUp => Shift(0, (Rise * swing - Raised) * near),
            CameraMove.CraneDown => Shift(0, (-Rise * swing - Raised) * near),
            CameraMove.OrbitLeft => Shift(Round * swing * (Math.Min(depth, 1.6f) - 1), 0),
            CameraMove.OrbitRight => Shift(-Round * swing * (Math.Min(depth, 1.6f) - 1), 0),
            CameraMove.Follow => Shift(-(manner.Followed ?? 0) * (moment.Progress - 0.5f) * near, 0),
            CameraMove.ZoomIn => Scale(1 + Zoom * _reach * eased),
            CameraMove.ZoomOut => Scale(1 + Zoom * _reach * (1 - eased)),
            CameraMove.DollyZoom => Scale(1 + (depth < 1 ? Loom * (1 - depth) : -Ebb * (Math.Min(depth, 1.6f) - 1)) * _reach * eased),
            _ => Shaken(depth, moment),
        };
    }

    /// <summary>See <see cref="Camera.Lean"/>.</summary>
    public float Lean(Moment moment) => MostLean * _reach * Unrest(moment.Seconds, 2);

    /// <summary>What a picture that leans to either side must be enlarged by, so that its corners stay out of the frame.</summary>
    public static float Cover(Stage stage)
    {
        float longer = Math.Max(stage.Width, stage.Height), shorter = Math.Min(stage.Width, stage.Height);
        return 1 + MostLean * MathF.PI / 180 * longer / shorter + 3 / shorter;
    }

    private float Longer => Math.Max(stage.Width, stage.Height);

    private float Shorter => Math.Min(stage.Width, stage.Height);

    /// <summary>A subject that is passed by stays in the frame.</summary>
    private float Side => Math.Min(0.075f * Longer, 0.13f * Shorter) * _reach;

    private float Rise => 0.09f * Shorter * _reach;

    /// <summary>As a tilt: all of the way lies higher where feet would leave the frame.</summary>
    private float Raised => Math.Max(0, Rise - (sink ?? Rise));

    private float Round => Math.Min(0.085f * Longer, 0.16f * Shorter) * _reach;

    /// <summary>A hand turns more than it goes: far and near shake nearly alike.</summary>
    private SKMatrix Shaken(float depth, Moment moment)
    {
        var far = 0.0055f * Longer * _reach * (0.8f + 0.2f * Math.Min(depth, Nearest)) * (manner.Pace is CameraPace.Fast or CameraPace.Whip ? 1.6f : 1);
        return Shift(far * Unrest(moment.Seconds, 0), 0.8f * far * Unrest(moment.Seconds, 1));
    }

    /// <summary>Smooth and without a period that is seen, -1 to 1.</summary>
    private float Unrest(float seconds, int axis)
    {
        var seed = manner.Seed >> (16 * axis);
        return (Wave(0.71f, 0) + 0.55f * Wave(1.63f, 5) + 0.3f * Wave(3.1f, 10)) / 1.85f;

        float Wave(float perSecond, int bits) => MathF.Sin(MathF.Tau * (seconds * perSecond + (seed >> bits & 31) / 32f));
    }

    private SKMatrix Shift(float x, float y) => CameraReach.Shift(stage, manner, x, y);

    private SKMatrix Scale(float scale) => SKMatrix.CreateScale(scale, scale, pivot.X, pivot.Y);
}
