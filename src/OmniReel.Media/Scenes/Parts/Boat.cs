using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A small sailing boat that bobs and makes a little way; at night, with people about, a lantern hangs on its mast.</summary>
internal static class Boat
{
    /// <param name="x">Middle of the waterline, share of the width.</param>
    /// <param name="y">Waterline, pixels.</param>
    /// <param name="height">Mast height in units.</param>
    public static void Lay(Studio studio, float x, float y, float height, float depth, SKColor hull, SKColor sail)
    {
        var size = height * studio.Unit;
        // The crests of the strip before it reach no higher than its keel.
        var foot = new SKPoint(x * studio.Width, y - 0.085f * size);
        var facing = studio.Lines.Sun.X > foot.X ? 1 : -1;
        var matrix = SKMatrix.CreateScale(size * facing, size).PostConcat(SKMatrix.CreateTranslation(foot.X, foot.Y));
        var (body, mast, main, fore) = (Hull().At(matrix), Knife.Box(-0.014f, -1, 0.014f, -0.12f).At(matrix), MainSail().At(matrix), ForeSail().At(matrix));
        var box = new SKRect(foot.X - size * 0.62f, foot.Y - size * 1.1f, foot.X + size * 0.62f, foot.Y + size * 0.16f);
        var cutout = Sprite.Bake(studio.Stage, box, canvas =>
        {
            studio.Painter.Sheet(canvas, mast, hull, 0.3f, 1);
            studio.Painter.Sheet(canvas, main, sail, 0.5f, 1.6f, thin: true);
            studio.Painter.Sheet(canvas, fore, Tint.Mix(sail, hull, 0.18f), 0.5f, 1.6f, thin: true);
            studio.Painter.Sheet(canvas, body, hull, 0.5f, 1.8f);
            if (studio.Air.Lit >= 1 && studio.Shot.Figures.Count > 0)
                studio.Painter.Tissue(canvas, Knife.Disc(foot.X + facing * size * 0.30f, foot.Y - size * 0.24f, size * 0.05f), new SKColor(0xFF, 0xCF, 0x70), 1.5f);
        });
        var phase = studio.Between(0, 6);
        var way = facing * 3.2f * studio.Unit;
        box.Inflate(size * 0.25f, size * 0.1f);
        studio.Behind.Moving(depth, box, (canvas, moment) =>
        {
            var t = moment.Seconds;
            var rock = SKMatrix.CreateRotationDegrees(2.6f * MathF.Sin(t * 1.3f + phase), foot.X, foot.Y);
            cutout.Draw(canvas, rock.PostConcat(SKMatrix.CreateTranslation(way * (t - moment.Frames / 48f), 1.4f * studio.Unit * MathF.Sin(t * 1.7f + phase))));
        });
    }

    private static SKPath Hull() => Knife.Smooth(true, -0.46f, -0.15f, -0.2f, -0.10f, 0.2f, -0.10f, 0.52f, -0.18f, 0.38f, 0.06f, 0, 0.1f, -0.34f, 0.06f)
        .Hole(Knife.Crescent(0.02f, 0.0f, 0.26f, 0.018f, 180));

    private static SKPath MainSail()
    {
        var path = Held.Path();
        path.MoveTo(-0.03f, -0.98f);
        path.LineTo(-0.03f, -0.20f);
        path.LineTo(-0.42f, -0.22f);
        path.QuadTo(-0.24f, -0.56f, -0.03f, -0.98f);
        path.Close();
        return path.Hole(Knife.Crescent(-0.16f, -0.36f, 0.09f, 0.014f, -8)).Hole(Knife.Crescent(-0.13f, -0.52f, 0.06f, 0.012f, -8));
    }

    private static SKPath ForeSail()
    {
        var path = Held.Path();
        path.MoveTo(0.03f, -0.92f);
        path.QuadTo(0.18f, -0.55f, 0.44f, -0.24f);
        path.LineTo(0.03f, -0.20f);
        path.Close();
        return path;
    }
}
