using System.Runtime.Intrinsics;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Lens;

/// <summary>Out of focus: everywhere, or beyond a part that stays sharp. Between them focus is lost little by little.</summary>
internal sealed unsafe class BlurStep : IFrameStep, IDisposable
{
    private readonly float _sigma;

    /// <summary>0 is sharp, 1 out of focus; null for everywhere.</summary>
    private readonly Plane? _away;

    public BlurStep(BlurEdit edit, int width, int height)
    {
        var unit = Math.Min(width, height) / 720f;
        _sigma = unit * (edit.Kind == BlurKind.Whole ? 9 : 11) * edit.Strength switch { Strength.Slight => 0.45f, Strength.Strong => 2.2f, _ => 1 };
        if (edit.Kind == BlurKind.Whole)
            return;
        _away = new Plane(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                _away.Row(y)[x] = edit.Kind == BlurKind.Background ? Beside((x + 0.5f) / width, (y + 0.5f) / height) : Beyond((y + 0.5f) / height);
        }
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), scratch = easel.Plane(3);
        PlanePixels.Split(easel.Pixels, r, g, b);
        if (_away is null)
        {
            foreach (var plane in (Plane[])[r, g, b])
                PlaneBlur.Gauss(plane, plane, scratch, _sigma);
        }
        else
        {
            foreach (var plane in (Plane[])[r, g, b])
                Lose(plane, easel, scratch);
        }

        PlanePixels.Join(r, g, b, easel.Pixels);
    }

    public void Dispose() => _away?.Dispose();

    /// <summary>Through half the blur to all of it: sharp and blurred laid over each other would be a haze.</summary>
    private void Lose(Plane plane, Easel easel, Plane scratch)
    {
        Plane half = easel.Plane(4), full = easel.Plane(5);
        PlaneBlur.Gauss(plane, half, scratch, _sigma * 0.35f);
        PlaneBlur.Gauss(plane, full, scratch, _sigma);
        for (var y = 0; y < plane.Height; y++)
        {
            float* sharp = plane.Row(y), middle = half.Row(y), soft = full.Row(y), away = _away!.Row(y);
            for (var x = 0; x < plane.Width; x += 8)
            {
                Vector256<float> zero = Vector256<float>.Zero, one = Vector256<float>.One;
                var share = Vector256.Load(away + x) * 2f;
                Vector256<float> first = Vector256.Min(share, one), second = Vector256.Max(share - one, zero);
                Vector256<float> a = Vector256.Load(sharp + x), m = Vector256.Load(middle + x), s = Vector256.Load(soft + x);
                var near = a + ((m - a) * first);
                (near + ((s - m) * second)).Store(sharp + x);
            }
        }
    }

    /// <summary>Who is filmed stands in the middle, and feet are nearer than heads: an upright oval, open to the foot of the frame.</summary>
    private static float Beside(float x, float y)
    {
        float across = (x - 0.5f) / 0.24f, down = y < 0.52f ? (y - 0.52f) / 0.40f : (y - 0.52f) / 0.75f;
        return Smooth((MathF.Sqrt(across * across + down * down) - 0.78f) / 0.62f);
    }

    private static float Beyond(float y) => Smooth((MathF.Abs(y - 0.56f) - 0.10f) / 0.26f);

    private static float Smooth(float value)
    {
        value = Math.Clamp(value, 0, 1);
        return value * value * (3 - 2 * value);
    }
}
