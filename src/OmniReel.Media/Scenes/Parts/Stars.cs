using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Stars pricked through the sky sheets: small ones stay, the large four-pointed ones twinkle.</summary>
internal static class Stars
{
    private const int Small = 290, Large = 54;

    public static void Lay(Studio studio)
    {
        var points = Scatter(studio, Small + Large);
        var unit = studio.Unit;
        var small = points[..Small];
        var sizes = new float[Small];
        for (var i = 0; i < Small; i++)
            sizes[i] = (0.7f + 1.9f * MathF.Pow(studio.Between(0, 1), 2.4f)) * unit;
        var twinkles = new (SKPoint At, float Size, float Phase, float Pace)[Large];
        for (var i = 0; i < Large; i++)
            twinkles[i] = (points[Small + i], 0.28f + 0.85f * MathF.Pow(studio.Between(0, 1), 2), studio.Between(0, 6), studio.Between(1.2f, 3.4f));
        // All choices are made by now: without stars everything else stays as it is.
        if (!studio.Shot.HasStars)
            return;
        studio.Behind.Still(0.005f, canvas =>
        {
            using var paint = new HeldPaint { IsAntialias = true, Color = new SKColor(0xFF, 0xF4, 0xD8, 215) };
            for (var i = 0; i < Small; i++)
            {
                paint.Color = paint.Color.WithAlpha((byte)(120 + 90 * (i % 3 / 2f)));
                canvas.DrawCircle(small[i], sizes[i], paint);
            }
        });

        var side = 13 * unit;
        var star = Sprite.Bake(studio.Stage, new SKRect(-side, -side, side, side), canvas =>
        {
            studio.Painter.Tissue(canvas, Knife.Disc(0, 0, 3.4f * unit), new SKColor(0xFF, 0xF0, 0xC8, 120), 3);
            studio.Painter.Tissue(canvas, FourPoints(10.5f * unit), new SKColor(0xFF, 0xF8, 0xE2));
        });
        studio.Behind.Moving(0.006f, null, (canvas, moment) =>
        {
            foreach (var (at, size, phase, pace) in twinkles)
            {
                var beat = 0.5f + 0.5f * MathF.Sin(phase + moment.Seconds * pace);
                var scale = size * (0.72f + 0.28f * beat);
                star.Draw(canvas, SKMatrix.CreateScaleTranslation(scale, scale, at.X, at.Y), (byte)(130 + 125 * beat));
            }
        });
    }

    /// <summary>Points above the horizon, thinner toward it, none in the moon's halo.</summary>
    private static SKPoint[] Scatter(Studio studio, int count)
    {
        var points = new SKPoint[count];
        var lowest = studio.Lines.Horizon * 0.92f;
        for (var i = 0; i < count;)
        {
            var high = studio.Random.NextSingle();
            var point = new SKPoint(studio.Between(studio.Reach.Left, studio.Reach.Right), studio.Reach.Top + (lowest - studio.Reach.Top) * MathF.Pow(high, 1.25f));
            if (SKPoint.Distance(point, studio.Lines.Sun) > 100 * studio.Unit)
                points[i++] = point;
        }

        return points;
    }

    private static SKPath FourPoints(float radius)
    {
        var path = Held.Path();
        path.MoveTo(0, -radius);
        path.QuadTo(0, 0, radius, 0);
        path.QuadTo(0, 0, 0, radius);
        path.QuadTo(0, 0, -radius, 0);
        path.QuadTo(0, 0, 0, -radius);
        path.Close();
        return path;
    }
}
