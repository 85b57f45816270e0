using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>How patches of colour are laid, and what is drawn over them.</summary>
/// <param name="Levels">Steps of brightness.</param>
/// <param name="Radius">Units over which patches become one.</param>
/// <param name="Vivid">1 leaves colours as they are.</param>
/// <param name="Line">Units of the contours; 0 for none.</param>
/// <param name="Threshold">As <see cref="Lines.Draw"/>'s.</param>
/// <param name="Dots">Units from one dot of the shadows to the next; 0 for none.</param>
internal readonly record struct FlatLook(int Levels, float Radius, float Vivid, float Line, float Threshold, float Dots)
{
    public static FlatLook Poster { get; } = new(6, 4.4f, 1.4f, 0, 0, 0);

    public static FlatLook Cartoon { get; } = new(8, 3.6f, 1.28f, 2.1f, 0.010f, 0);

    public static FlatLook Comic { get; } = new(5, 4, 1.35f, 2.9f, 0.009f, 6.4f);
}

/// <summary>海报, 卡通, 漫画: flat patches in few tones; with contours a cartoon, with dots in the shadows as well a comic.</summary>
internal sealed unsafe class FlatStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly FlatLook _look;
    private readonly Plane _grain;
    private readonly Plane? _dots;

    public FlatStyle(int width, int height, FlatLook look)
    {
        _sheet = new Sheet(width, height);
        _look = look;
        _grain = _sheet.Noise(2.4f, 2, 41);
        _dots = look.Dots > 0 ? Screen(look.Dots * _sheet.Unit) : null;
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), lines = easel.Plane(9);
        PlanePixels.Split(easel.Pixels, r, g, b);
        Plane[] scratch = [easel.Plane(3), easel.Plane(4), easel.Plane(5), easel.Plane(6), easel.Plane(7)];
        if (_look.Line > 0)
            Contour(easel, lines);
        Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(_look.Radius), 4);
        if (_look.Line == 0)
            Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(_look.Radius * 0.6f), 4);
        for (var y = 0; y < easel.Height; y++)
            Lay(r.Row(y), g.Row(y), b.Row(y), _look.Line > 0 ? lines.Row(y) : null, _dots is null ? null : _dots.Row(y), _grain.Row(y), easel.Width);
        PlanePixels.Join(r, g, b, easel.Pixels);
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _dots?.Dispose();
    }

    private void Contour(Easel easel, Plane lines)
    {
        var luma = easel.Plane(8);
        PlanePixels.Luma(easel.Pixels, luma);
        luma.Extend();
        PlaneBlur.Gauss(luma, luma, easel.Plane(3), 0.9f * _sheet.Unit);
        luma.Extend();
        Flow.Along(luma, easel.Plane(5), easel.Plane(6), easel.Plane(7), easel.Plane(3), 2.4f * _sheet.Unit);
        Lines.Draw(luma, (easel.Plane(5), easel.Plane(6)), lines, easel.Plane(3), easel.Plane(4), _look.Line * _sheet.Unit, _look.Threshold, 62, _sheet.Pixels(4));
    }

    private void Lay(float* r, float* g, float* b, float* lines, float* dots, float* grain, int width)
    {
        for (var x = 0; x < width; x++)
        {
            float red = r[x], green = g[x], blue = b[x];
            var luma = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
            var step = Stepped(luma);
            var gain = luma > 0.02f ? step / luma : 1;
            red = (luma + (red - luma) * _look.Vivid) * gain;
            green = (luma + (green - luma) * _look.Vivid) * gain;
            blue = (luma + (blue - luma) * _look.Vivid) * gain;
            if (dots is not null)
            {
                // The darker it is, the larger the dots; lights stay clean.
                var dot = Math.Clamp((Math.Clamp((0.64f - luma) * 1.5f, 0, 0.72f) - dots[x]) * 5, 0, 1) * 0.30f;
                red *= 1 - dot;
                green *= 1 - dot;
                blue *= 1 - dot * 0.8f;
            }

            var ink = lines is null ? 0 : lines[x] * 0.94f;
            var paper = 1 - 0.03f * (grain[x] - 0.5f);
            r[x] = red * paper * (1 - ink) + 0.055f * ink;
            g[x] = green * paper * (1 - ink) + 0.05f * ink;
            b[x] = blue * paper * (1 - ink) + 0.07f * ink;
        }
    }

    /// <summary>Steps with borders of a few shades, so that they do not flicker.</summary>
    private float Stepped(float luma)
    {
        var scaled = Math.Clamp(luma, 0, 1) * _look.Levels;
        var step = MathF.Floor(scaled);
        var within = Math.Clamp((scaled - step - 0.5f) * 7 + 0.5f, 0, 1);
        return Math.Clamp((step + within) / _look.Levels * 1.02f + 0.02f, 0, 1);
    }

    /// <summary>A screen of dots at 45 degrees: 0 in their middles, 1 between them.</summary>
    private Plane Screen(float pitch)
    {
        var plane = new Plane(_sheet.Width, _sheet.Height);
        for (var y = 0; y < _sheet.Height; y++)
        {
            for (var x = 0; x < _sheet.Width; x++)
            {
                float u = (x + y) * 0.7071f * MathF.Tau / pitch, v = (x - y) * 0.7071f * MathF.Tau / pitch;
                plane.Row(y)[x] = 0.5f - 0.25f * (MathF.Cos(u) + MathF.Cos(v));
            }
        }

        return plane;
    }
}
