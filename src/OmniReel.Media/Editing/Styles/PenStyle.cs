using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>线稿: black contours on white paper, and a thin grey wash where it is dark, as storyboards are drawn.</summary>
internal sealed unsafe class PenStyle : IFrameStep, IDisposable
{
    private readonly Sheet _sheet;
    private readonly Plane _paper;

    public PenStyle(int width, int height)
    {
        _sheet = new Sheet(width, height);
        _paper = _sheet.Noise(2.6f, 2, 21);
    }

    public bool TakesPlanes => true;

    public void Apply(Easel easel, Moment moment)
    {
        Plane luma = easel.Plane(0), lines = easel.Plane(1), fine = easel.Plane(2), scratch = easel.Plane(3), other = easel.Plane(4);
        PlanePixels.Luma(easel.Pixels, luma);
        luma.Extend();
        PlaneBlur.Gauss(luma, luma, scratch, 0.8f * _sheet.Unit);
        luma.Extend();
        (Plane Along, Plane Down) flow = (easel.Plane(5), easel.Plane(6));
        Flow.Along(luma, flow.Along, flow.Down, easel.Plane(7), scratch, 2.2f * _sheet.Unit);
        Lines.Draw(luma, flow, lines, scratch, other, 2.5f * _sheet.Unit, 0.008f, 62, _sheet.Pixels(4));
        Lines.Draw(luma, flow, fine, scratch, other, 1.35f * _sheet.Unit, 0.009f, 60, _sheet.Pixels(2));
        PlaneBlur.Gauss(luma, luma, scratch, 5 * _sheet.Unit);
        for (var y = 0; y < easel.Height; y++)
        {
            float* l = luma.Row(y), a = lines.Row(y), b = fine.Row(y), paper = _paper.Row(y);
            for (var x = 0; x < easel.Width; x++)
            {
                var ink = 1 - (1 - a[x]) * (1 - 0.75f * b[x]);
                var shade = Math.Clamp((0.36f - l[x]) * 2.4f, 0, 1) * 0.30f + Math.Clamp((0.62f - l[x]) * 8, 0, 1) * 0.07f;
                var sheet = 0.985f - 0.022f * paper[x];
                l[x] = sheet * (1 - shade) * (1 - ink) + 0.075f * ink;
                a[x] = l[x] + 0.004f * (1 - ink);
                b[x] = l[x] - 0.012f * (1 - ink) + 0.02f * ink;
            }
        }

        PlanePixels.Join(lines, luma, fine, easel.Pixels);
    }

    public void Dispose() => _sheet.Dispose();
}
