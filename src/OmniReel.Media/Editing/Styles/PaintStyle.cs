using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>油画: strokes of thick colour that follow the shapes, lit from the upper left as their bristles left them.</summary>
internal sealed unsafe class OilStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly Plane _bristles, _canvas;

    public OilStyle(int width, int height)
    {
        _sheet = new Sheet(width, height);
        _bristles = _sheet.Noise(3.4f, 2, 51);
        _canvas = _sheet.Noise(2.2f, 1, 52);
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), luma = easel.Plane(8), height = easel.Plane(9);
        PlanePixels.Split(easel.Pixels, r, g, b);
        Plane[] scratch = [easel.Plane(3), easel.Plane(4), easel.Plane(5), easel.Plane(6), easel.Plane(7)];
        Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(4.5f), 4);
        Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(3), 4);
        for (var y = 0; y < easel.Height; y++)
            Weigh(r.Row(y), g.Row(y), b.Row(y), luma.Row(y), easel.Width);
        luma.Extend();
        Flow.Along(luma, easel.Plane(5), easel.Plane(6), easel.Plane(7), easel.Plane(3), 6 * _sheet.Unit);
        Flow.Smooth(_bristles, easel.Plane(5), easel.Plane(6), height, _sheet.Pixels(6), 1.9f);
        height.Extend();
        for (var y = 0; y < easel.Height; y++)
            Light(r.Row(y), g.Row(y), b.Row(y), luma.Row(y), height, y);
        PlanePixels.Join(r, g, b, easel.Pixels);
    }

    public void Dispose() => _sheet.Dispose();

    private static void Weigh(float* r, float* g, float* b, float* luma, int width)
    {
        for (var x = 0; x < width; x++)
            luma[x] = 0.2126f * r[x] + 0.7152f * g[x] + 0.0722f * b[x];
    }

    private void Light(float* r, float* g, float* b, float* luma, Plane height, int y)
    {
        var reach = Math.Max(1, (int)MathF.Round(_sheet.Unit));
        float* above = height.NearRow(y - reach), below = height.NearRow(y + reach), row = height.Row(y), canvas = _canvas.Row(y);
        for (var x = 0; x < height.Width; x++)
        {
            var slope = (row[x + reach] - row[x - reach]) * 0.7f + (below[x] - above[x]);
            var light = Math.Clamp(1 - slope * 1.15f + (row[x] - 0.5f) * 0.34f + (canvas[x] - 0.5f) * 0.05f, 0.62f, 1.45f);
            var shine = Math.Clamp(-slope * 1.3f - 0.16f, 0, 0.18f) * (0.35f + luma[x]);
            var l = luma[x];
            // A painter's tones: deeper darks, richer colours.
            var tone = (l * l * (3 - 2 * l) * 0.35f + l * 0.65f) / (l + 1e-4f);
            r[x] = (l + (r[x] - l) * 1.30f) * tone * light + shine;
            g[x] = (l + (g[x] - l) * 1.26f) * tone * light + shine;
            b[x] = (l + (b[x] - l) * 1.24f) * tone * light + shine * 0.92f;
        }
    }
}

/// <summary>水彩: thin washes that settle unevenly in rough paper and darken where they end; the border of the sheet stays white.</summary>
internal sealed unsafe class WatercolorStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly Plane _paper, _pigment, _wobble;

    public WatercolorStyle(int width, int height)
    {
        _sheet = new Sheet(width, height);
        _paper = _sheet.Noise(4.2f, 3, 61);
        _pigment = _sheet.Noise(110, 5, 62);
        _wobble = _sheet.Noise(26, 3, 63);
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane r = easel.Plane(0), g = easel.Plane(1), b = easel.Plane(2), luma = easel.Plane(8), coarse = easel.Plane(9);
        PlanePixels.Split(easel.Pixels, r, g, b);
        Plane[] scratch = [easel.Plane(3), easel.Plane(4), easel.Plane(5), easel.Plane(6), easel.Plane(7)];
        Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(5), 4);
        Kuwahara.Run([r, g, b], scratch, _sheet.Pixels(3), 2);
        Plane wr = easel.Plane(3), wg = easel.Plane(4), wb = easel.Plane(5);
        for (var y = 0; y < easel.Height; y++)
            Wobble(r, g, b, wr.Row(y), wg.Row(y), wb.Row(y), luma.Row(y), y);
        PlaneBlur.Gauss(luma, coarse, easel.Plane(6), 3.2f * _sheet.Unit);
        for (var y = 0; y < easel.Height; y++)
            Lay(wr.Row(y), wg.Row(y), wb.Row(y), luma.Row(y), coarse.Row(y), y);
        PlanePixels.Join(wr, wg, wb, easel.Pixels);
    }

    public void Dispose() => _sheet.Dispose();

    /// <summary>No wash ends in a straight line: each pixel comes from a little beside itself.</summary>
    private void Wobble(Plane red, Plane green, Plane blue, float* r, float* g, float* b, float* luma, int y)
    {
        var sway = 7 * _sheet.Unit;
        float* right = _wobble.Row(y), below = _wobble.NearRow(y + _sheet.Pixels(40));
        for (var x = 0; x < red.Width; x++)
        {
            var column = Math.Clamp(x + (int)MathF.Round((right[x] - 0.5f) * sway), 0, red.Width - 1);
            var row = Math.Clamp(y + (int)MathF.Round((below[x] - 0.5f) * sway), 0, red.Height - 1);
            (r[x], g[x], b[x]) = (red.Row(row)[column], green.Row(row)[column], blue.Row(row)[column]);
            luma[x] = 0.3f * r[x] + 0.59f * g[x] + 0.11f * b[x];
        }
    }

    private void Lay(float* r, float* g, float* b, float* luma, float* coarse, int y)
    {
        float* paper = _paper.Row(y), pigment = _pigment.Row(y);
        var down = (y + 0.5f) / _sheet.Height;
        for (var x = 0; x < _sheet.Width; x++)
        {
            var across = (x + 0.5f) / _sheet.Width;
            var edge = Math.Min(Math.Min(across, 1 - across) * 1.7f, Math.Min(down, 1 - down)) * 26 + (pigment[x] - 0.5f) * 5 + (paper[x] - 0.5f) * 0.6f;
            var rim = MathF.Abs(luma[x] - coarse[x]) * 3.2f;
            var density = Math.Clamp(0.62f + 0.75f * (pigment[x] - 0.5f) + rim + 0.42f * (paper[x] - 0.5f), 0.2f, 1.35f) * Math.Clamp(edge, 0, 1);
            var sheet = 0.985f - 0.028f * (paper[x] - 0.4f);
            var l = luma[x];
            r[x] = sheet * (1 - Drunk(l + (r[x] - l) * 1.45f) * density);
            g[x] = (sheet - 0.006f) * (1 - Drunk(l + (g[x] - l) * 1.40f) * density);
            b[x] = (sheet - 0.022f) * (1 - Drunk(l + (b[x] - l) * 1.40f) * density);
        }
    }

    /// <summary>What a wash takes from the white of the paper: never all of it.</summary>
    private static float Drunk(float value) => Math.Clamp(1 - value, 0, 1) * 0.96f;
}
