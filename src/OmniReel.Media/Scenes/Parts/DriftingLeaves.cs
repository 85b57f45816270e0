using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A few leaves that fall slowly, swinging and turning.</summary>
internal static class DriftingLeaves
{
    private const int Count = 12;

    public static void Lay(Studio studio, LayerStack stack, float depth, params ReadOnlySpan<SKColor> colors)
    {
        var length = 22 * studio.Unit;
        var sprites = new Sprite[colors.Length];
        for (var i = 0; i < sprites.Length; i++)
        {
            var color = colors[i];
            sprites[i] = studio.Bake(new SKRect(-length, -length, length, length), (canvas, painter) =>
                painter.Sheet(canvas, Leaf.Outline(-length * 0.5f, 0, length, 0), color, 0.5f, 1.2f, thin: true));
        }

        var reach = studio.Reach;
        var leaves = new (float X, float Y, float Phase, float Scale, int Kind)[Count];
        for (var i = 0; i < Count; i++)
            leaves[i] = (studio.Between(reach.Left, reach.Right), studio.Between(0, reach.Height), studio.Between(0, 6), studio.Between(0.6f, 1.1f), i % sprites.Length);
        stack.Moving(depth, null, (canvas, moment) =>
        {
            foreach (var (x, start, phase, scale, kind) in leaves)
            {
                var t = moment.Seconds;
                var y = reach.Top + (start + t * (26 + 14 * scale) * studio.Unit) % reach.Height;
                var swing = MathF.Sin(t * 1.3f + phase);
                var matrix = SKMatrix.CreateRotation(phase + 0.9f * swing)
                    .PreConcat(SKMatrix.CreateScale(scale, scale * (0.35f + 0.65f * MathF.Abs(MathF.Cos(t * 1.1f + phase)))))
                    .PostConcat(SKMatrix.CreateTranslation(x + 26 * studio.Unit * swing, y));
                sprites[kind].Draw(canvas, matrix);
            }
        });
    }
}
