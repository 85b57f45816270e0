using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>水墨: washes of ink in a few strengths that bleed into rice paper, brush lines over them, and a breath of the film's own colours.</summary>
internal sealed unsafe class InkStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly Plane _fibre, _clouds;

    public InkStyle(int width, int height)
    {
        _sheet = new Sheet(width, height);
        _fibre = _sheet.Noise(3.2f, 3, 11, 1.6f);
        _clouds = _sheet.Noise(150, 4, 12);
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), luma = easel.Plane(8), lines = easel.Plane(9);
        PlanePixels.Split(easel.Pixels, r, g, b);
        PlanePixels.Luma(easel.Pixels, luma);
        luma.Extend();
        PlaneBlur.Gauss(luma, luma, easel.Plane(3), 1.1f * _sheet.Unit);
        luma.Extend();
        Flow.Along(luma, easel.Plane(5), easel.Plane(6), easel.Plane(7), easel.Plane(3), 2.6f * _sheet.Unit);
        Lines.Draw(luma, (easel.Plane(5), easel.Plane(6)), lines, easel.Plane(3), easel.Plane(4), 2.6f * _sheet.Unit, 0.008f, 42, _sheet.Pixels(4));
        Kuwahara.Run([r, g, b], [easel.Plane(3), easel.Plane(4), easel.Plane(5), easel.Plane(6), easel.Plane(7)], _sheet.Pixels(5), 2);
        for (var y = 0; y < easel.Height; y++)
            Lay(r.Row(y), g.Row(y), b.Row(y), lines.Row(y), _fibre.Row(y), _clouds.Row(y), easel.Width, (y + 0.5f) / easel.Height);
        PlanePixels.Join(r, g, b, easel.Pixels);
    }

    public void Dispose() => _sheet.Dispose();

    private static void Lay(float* r, float* g, float* b, float* lines, float* fibre, float* clouds, int width, float down)
    {
        for (var x = 0; x < width; x++)
        {
            float red = r[x], green = g[x], blue = b[x];
            var luma = 0.3f * red + 0.59f * green + 0.11f * blue;
            // Ink as water carries it: unevenly, and in steps where one wash has dried before the next.
            var tone = (1 - luma) * (0.86f + 0.34f * clouds[x]) + 0.05f * (fibre[x] - 0.5f);
            var wash = Washes(tone);
            // Left white toward the edges of the sheet.
            var edge = Edge(x, width, down) + 0.35f * (clouds[x] - 0.5f);
            wash *= Math.Clamp(edge * 3.2f, 0, 1);
            var stroke = lines[x] * Math.Clamp(0.72f + 0.9f * (fibre[x] - 0.32f), 0.25f, 1) * Math.Clamp(edge * 4.5f + 0.15f, 0, 1);
            var ink = 1 - (1 - 0.93f * wash) * (1 - 0.86f * stroke);
            var paper = 1 - 0.045f * (fibre[x] - 0.3f);
            // A breath of colour where the film has much of it.
            var hold = 0.15f * (1 - ink * 0.6f) * Math.Clamp(edge * 3, 0, 1);
            r[x] = (0.968f * paper * (1 - ink) + 0.085f * ink) + (red - luma) * hold;
            g[x] = (0.948f * paper * (1 - ink) + 0.090f * ink) + (green - luma) * hold;
            b[x] = (0.898f * paper * (1 - ink) + 0.105f * ink) + (blue - luma) * hold;
        }
    }

    /// <summary>Five strengths with soft borders.</summary>
    private static float Washes(float tone)
    {
        tone = Math.Clamp(tone * 1.08f - 0.06f, 0, 1);
        var scaled = tone * 5;
        var step = MathF.Floor(scaled);
        var within = Math.Clamp((scaled - step - 0.5f) * 3.2f + 0.5f, 0, 1);
        var settled = (step + within * within * (3 - 2 * within)) / 5;
        var value = 0.35f * tone + 0.65f * settled;
        return value * value * 0.25f + value * 0.75f;
    }

    private static float Edge(int x, int width, float down)
    {
        var across = (x + 0.5f) / width;
        return Math.Min(Math.Min(across, 1 - across) * 1.7f, Math.Min(down, 1 - down)) * 4 - 0.02f;
    }
}
