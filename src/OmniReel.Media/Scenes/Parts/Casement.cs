using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A window from inside: lattice with a row of rings, sill, and curtains that breathe.</summary>
internal static class Casement
{
    public static Prop Lattice(SKRect hole, SKColor wood, float unit)
    {
        float bar = 9 * unit, middle = hole.MidX, cross = hole.Top + hole.Height * 0.26f, row = (hole.Top + cross) / 2;
        var frame = Knife.Box(hole.Left - bar, hole.Top - bar, hole.Right + bar, hole.Bottom + bar)
            .Hole(Knife.Box(hole.Left + bar * 0.5f, hole.Top + bar * 0.5f, hole.Right - bar * 0.5f, hole.Bottom - bar * 0.5f));
        var lattice = new Prop()
            .Sheet(Knife.Box(middle - bar / 2, hole.Top, middle + bar / 2, hole.Bottom), wood, 0.6f, 1.6f)
            .Sheet(Knife.Box(hole.Left, cross - bar / 2, hole.Right, cross + bar / 2), wood, 0.6f, 1.6f);
        var rings = Math.Max(4, (int)(hole.Width / (62 * unit)));
        var radius = Math.Min(hole.Width / rings * 0.40f, (cross - hole.Top) * 0.36f);
        for (var i = 0; i < rings; i++)
        {
            var x = hole.Left + hole.Width * (i + 0.5f) / rings;
            lattice.Sheet(Knife.Box(x - 2 * unit, hole.Top, x + 2 * unit, row - radius + 2 * unit), wood, 0.3f, 0.8f)
                .Sheet(Knife.Box(x - 2 * unit, row + radius - 2 * unit, x + 2 * unit, cross), wood, 0.3f, 0.8f)
                .Sheet(Knife.Disc(x, row, radius).Hole(Knife.Disc(x, row, radius - 5 * unit)), wood, 0.4f, 1);
        }

        return lattice.Sheet(frame, wood, 0.9f, 2)
            .Sheet(Knife.Box(hole.Left - 46 * unit, hole.Bottom, hole.Right + 46 * unit, hole.Bottom + 24 * unit), Tint.Mix(wood, SKColors.White, 0.08f), 1.2f, 2.6f);
    }

    /// <summary>Three folds on each side, hung on a rod; they swing from their upper edge.</summary>
    public static void LayCurtains(Studio studio, float depth, SKRect hole, SKColor[] folds, SKColor rod)
    {
        var unit = studio.Unit;
        float top = hole.Top - 34 * unit, reach = 62 * unit;
        studio.Still(studio.Behind, depth, new Prop()
            .Sheet(Knife.Box(hole.Left - reach - 26 * unit, top - 5 * unit, hole.Right + reach + 26 * unit, top + 4 * unit), rod, 0.7f, 1.6f)
            .Sheet(Knife.Disc(hole.Left - reach - 30 * unit, top, 11 * unit), rod, 0.7f, 1.6f)
            .Sheet(Knife.Disc(hole.Right + reach + 30 * unit, top, 11 * unit), rod, 0.7f, 1.6f));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var prop = Curtain(side < 0 ? hole.Left : hole.Right, side, top, hole.Bottom + 62 * unit, hole.Width, folds, unit);
            var box = prop.Bounds(unit);
            var sprite = Sprite.Bake(studio.Stage, box, canvas => prop.Draw(canvas, studio.Painter));
            var phase = side + studio.Between(0, 1);
            box.Inflate(14 * unit, 0);
            studio.Behind.Moving(depth, box, (canvas, moment) =>
            {
                var swing = side * 0.012f * (1 + MathF.Sin(moment.Seconds * 1.1f + phase));
                sprite.Draw(canvas, SKMatrix.CreateTranslation(0, -top).PostConcat(SKMatrix.CreateSkew(-swing, 0)).PostConcat(SKMatrix.CreateTranslation(0, top)));
            });
        }
    }

    private static Prop Curtain(float edge, int side, float top, float bottom, float width, SKColor[] folds, float unit)
    {
        var curtain = new Prop();
        var height = bottom - top;
        for (var i = 2; i >= 0; i--)
        {
            var inward = (0.07f + 0.075f * i) * width;
            var fold = Held.Path();
            fold.MoveTo(edge + side * 62 * unit, top);
            fold.LineTo(edge - side * inward, top);
            fold.CubicTo(edge - side * inward * 0.9f, top + height * 0.45f, edge + side * 8 * unit, top + height * 0.52f, edge + side * (20 - i * 17) * unit, bottom);
            fold.LineTo(edge + side * 62 * unit, bottom);
            fold.Close();
            for (var k = 0; i == 0 && k < 7; k++)
                fold.Hole(Knife.Disc(edge + side * 44 * unit, bottom - (16 + k * 30) * unit, 4.4f * unit));
            curtain.Sheet(fold, folds[i], 0.9f, 2, thin: true);
        }

        return curtain;
    }
}
