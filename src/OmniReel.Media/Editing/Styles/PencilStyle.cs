using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>素描: soft contours, and tones hatched with a pencil in up to three directions on rough paper.</summary>
internal sealed unsafe class PencilStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly Plane _paper, _first, _second, _third;

    public PencilStyle(int width, int height)
    {
        _sheet = new Sheet(width, height);
        _paper = _sheet.Noise(2.1f, 2, 31);
        _first = _sheet.Hatching(-38, 32);
        _second = _sheet.Hatching(-64, 33);
        _third = _sheet.Hatching(24, 34);
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane luma = easel.Plane(0), lines = easel.Plane(1), tone = easel.Plane(2), scratch = easel.Plane(3), other = easel.Plane(4);
        PlanePixels.Luma(easel.Pixels, luma);
        luma.Extend();
        PlaneBlur.Gauss(luma, luma, scratch, 0.7f * _sheet.Unit);
        luma.Extend();
        (Plane Along, Plane Down) flow = (easel.Plane(5), easel.Plane(6));
        Flow.Along(luma, flow.Along, flow.Down, easel.Plane(7), scratch, 2 * _sheet.Unit);
        Lines.Draw(luma, flow, lines, scratch, other, 1.9f * _sheet.Unit, 0.003f, 34, _sheet.Pixels(4));
        PlaneBlur.Gauss(luma, tone, scratch, 2.4f * _sheet.Unit);
        for (var y = 0; y < easel.Height; y++)
            Lay(tone.Row(y), lines.Row(y), luma.Row(y), y, easel.Width);
        PlanePixels.Join(luma, tone, lines, easel.Pixels);
    }

    public void Dispose() => _sheet.Dispose();

    private void Lay(float* tone, float* lines, float* luma, int y, int width)
    {
        float* paper = _paper.Row(y), first = _first.Row(y), second = _second.Row(y), third = _third.Row(y);
        for (var x = 0; x < width; x++)
        {
            var dark = 1 - tone[x];
            // Each direction begins at a deeper tone; a stroke is there where its noise is below what the tone still lacks.
            var graphite = 0.36f * Over(dark, 0.16f, 0.66f, first[x]) + 0.30f * Over(dark, 0.42f, 0.90f, second[x]) + 0.30f * Over(dark, 0.66f, 1.08f, third[x]);
            var rub = 0.20f * dark * dark;
            var line = lines[x] * 0.86f;
            var tooth = Math.Clamp(0.55f + 0.95f * paper[x], 0.35f, 1.12f);
            var ink = Math.Clamp(1 - (1 - (graphite + rub) * tooth) * (1 - line * Math.Clamp(tooth + 0.15f, 0, 1)), 0, 0.93f);
            var sheet = 0.975f - 0.03f * paper[x];
            luma[x] = sheet * (1 - ink) + 0.10f * ink;
            tone[x] = (sheet - 0.006f) * (1 - ink) + 0.10f * ink;
            lines[x] = (sheet - 0.028f) * (1 - ink) + 0.115f * ink;
        }
    }

    private static float Over(float dark, float from, float to, float stroke)
    {
        var want = (dark - from) / (to - from);
        return Math.Clamp((want * 1.25f - stroke * 1.05f + 0.12f) * 4.2f, 0, 1);
    }
}
