using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>A way through the water instead of over the ground: the body lies in it, the legs beat from the hips, the arms draw and glide.</summary>
internal sealed class Swimming(IMotion motion, Build build) : IMotion
{
    private const float Beats = 0.85f;

    public float Axis => motion.Axis;

    public float Pace => motion.Pace;

    public Pose At(float second)
    {
        var leg = build.Thigh + build.Shin;
        var beat = MathF.Tau * Beats * second;
        // The middle of the frame, and up and down a little with every draw of the arms.
        var hips = build.HipHeight * 1.16f + 0.035f * leg * MathF.Sin(0.5f * beat);
        var x = motion.At(second).HipX;
        var draw = MathF.Sin(0.5f * beat);
        return new Pose(
            new Vector4(x, build.HipHeight - hips, 74 + 3 * draw, -52 - 4 * draw),
            new(92 - 26 * draw, 16 + 14 * MathF.Max(0, -draw), -4), new(104 + 22 * draw, 14 + 12 * MathF.Max(0, draw), -4),
            Foot(beat), Foot(beat + MathF.PI));

        Vector3 Foot(float phase)
        {
            // The knee gives on the way down, and the foot is late.
            var (sin, late) = (MathF.Sin(phase), MathF.Sin(phase - 1.1f));
            return new(x - 0.93f * leg - 0.02f * leg * sin, hips - 0.10f * leg + 0.17f * leg * sin, 128 + 20 * late);
        }
    }
}
