using System.Runtime.Intrinsics;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Lens;

/// <summary>Lights spill over what is beside them, as in a soft lens.</summary>
internal sealed unsafe class GlowStep(int width, int height, Strength strength) : IFrameStep
{
    private readonly float _sigma = 14 * Math.Min(width, height) / 720f;
    private readonly float _share = strength switch { Strength.Slight => 0.28f, Strength.Strong => 0.8f, _ => 0.5f };

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), glow = easel.Plane(4);
        PlanePixels.Split(easel.Pixels, r, g, b);
        foreach (var plane in (Plane[])[r, g, b])
        {
            for (var y = 0; y < plane.Height; y++)
            {
                float* from = plane.Row(y), to = glow.Row(y);
                for (var x = 0; x < plane.Width; x += 8)
                {
                    var value = Vector256.Load(from + x);
                    (value * value).Store(to + x);
                }
            }

            PlaneBlur.Gauss(glow, glow, easel.Plane(3), _sigma);
            for (var y = 0; y < plane.Height; y++)
            {
                float* to = plane.Row(y), light = glow.Row(y);
                for (var x = 0; x < plane.Width; x += 8)
                {
                    // Screened: light adds to light and never beyond white.
                    var value = Vector256.Load(to + x);
                    (value + ((Vector256<float>.One - value) * Vector256.Load(light + x) * _share)).Store(to + x);
                }
            }
        }

        PlanePixels.Join(r, g, b, easel.Pixels);
    }
}
