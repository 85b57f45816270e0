using System.Runtime.Intrinsics;
using OmniReel.Media.Editing.Pixels;

namespace OmniReel.Media.Editing.Styles;

/// <summary>The contours of a picture as a pen draws them: differences of blurs, drawn on along the edges so that strokes hold together.</summary>
internal static unsafe class Lines
{
    /// <summary>Ink of 0 to 1 in a plane.</summary>
    /// <param name="luma">Not changed. Its margins are.</param>
    /// <param name="flow">Along and down, see <see cref="Flow.Along"/>.</param>
    /// <param name="width">Pixels of a stroke, about.</param>
    /// <param name="threshold">Contrast from which on a line is drawn: 0.004 takes in fine texture, 0.02 only what is clear.</param>
    /// <param name="gain">How fast ink grows beyond the threshold: 20 is a pencil, 80 a pen.</param>
    /// <param name="steps">How far strokes hold together, in pixels.</param>
    public static void Draw(
        Plane luma, (Plane Along, Plane Down) flow, Plane ink, Plane scratch, Plane other, float width, float threshold, float gain, int steps)
    {
        PlaneBlur.Gauss(luma, ink, scratch, width * 0.55f);
        PlaneBlur.Gauss(luma, other, scratch, width * 0.55f * 1.7f);
        for (var y = 0; y < luma.Height; y++)
        {
            float* fine = ink.Row(y), coarse = other.Row(y);
            for (var x = 0; x < luma.Width; x += 8)
                (Vector256.Load(coarse + x) - Vector256.Load(fine + x)).Store(coarse + x);
        }

        Flow.Smooth(other, flow.Along, flow.Down, ink, steps);
        for (var y = 0; y < luma.Height; y++)
        {
            var row = ink.Row(y);
            for (var x = 0; x < luma.Width; x += 8)
            {
                var value = (Vector256.Load(row + x) - Vector256.Create(threshold)) * gain;
                var clamped = Vector256.Min(Vector256.Max(value, Vector256<float>.Zero), Vector256<float>.One);
                (clamped * clamped * (Vector256.Create(3f) - (clamped * 2f))).Store(row + x);
            }
        }
    }
}
