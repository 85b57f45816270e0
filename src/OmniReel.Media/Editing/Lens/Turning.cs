using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Lens;

/// <summary>The frame turned round.</summary>
internal sealed unsafe class FlipStep(Flip flip) : IFrameStep
{
    public void Apply(Easel easel, Moment moment)
    {
        if (flip == Flip.Mirror)
        {
            for (var y = 0; y < easel.Height; y++)
                new Span<uint>(easel.Pixels.Row(y), easel.Width).Reverse();
            return;
        }

        for (var y = 0; y < easel.Height / 2; y++)
        {
            Span<uint> above = new(easel.Pixels.Row(y), easel.Width), below = new(easel.Pixels.Row(easel.Height - 1 - y), easel.Width), spare = new(easel.Spare.Row(0), easel.Width);
            above.CopyTo(spare);
            below.CopyTo(above);
            spare.CopyTo(below);
        }
    }
}

/// <summary>From a colour or to it, over a second, or a quarter of a film that is shorter than four.</summary>
internal sealed class FadeStep(Fade fade) : IFrameStep
{
    public void Apply(Easel easel, Moment moment)
    {
        var length = Math.Min(FilmPlan.FrameRate, moment.Frames / 4f);
        var isIn = fade is Fade.FromBlack or Fade.FromWhite;
        var gone = (isIn ? moment.Frame : moment.Frames - 1 - moment.Frame) / Math.Max(1, length);
        if (gone >= 1)
            return;
        var share = 1 - gone * gone * (3 - 2 * gone);
        easel.Canvas.DrawColor((fade is Fade.FromBlack or Fade.ToBlack ? SKColors.Black : SKColors.White).WithAlpha((byte)MathF.Round(255 * share)), SKBlendMode.SrcOver);
    }
}
