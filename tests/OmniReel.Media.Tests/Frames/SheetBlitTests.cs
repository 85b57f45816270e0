using CsCheck;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

public sealed unsafe class SheetBlitTests
{
    private static readonly Stage Stage = new(160, 96);

    [Fact]
    public void A_sheet_is_laid_wherever_the_camera_takes_it() =>
        Gen.Select(Gen.Float[-14, 14], Gen.Float[-14, 14], Gen.Float[1, 1.4f], Gen.Bool).Sample((x, y, zoom, zooms) =>
        {
            var matrix = zooms ? SKMatrix.CreateScale(zoom, zoom, 70, 50) : SKMatrix.CreateTranslation(x, y);
            using var ours = Blit(matrix, [Scene]);
            using var theirs = Reference(matrix);
            return Distance(ours, theirs) <= 5;
        }, iter: 60);

    [Fact]
    public void A_still_camera_copies_exactly()
    {
        using var ours = Blit(SKMatrix.Identity, [Scene]);
        using var theirs = Reference(SKMatrix.Identity);

        Distance(ours, theirs).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_sheet_beyond_reach_is_not_baked() =>
        BakedSheet.Of([new StillLayer(c => c.Clear(SKColors.Red)) { Depth = 1, Box = new SKRect(500, 0, 600, 50) }], Stage, default).ShouldBeNull();

    [Fact]
    public void Cameras_only_enlarge() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Blit(SKMatrix.CreateScale(0.9f, 0.9f), [Scene]));

    /// <summary>Soft and hard edges, thin stretches, a hole, half-transparent parts, opaque ground.</summary>
    private static StillLayer Scene => new(Draw) { Depth = 1 };

    private static void Draw(SKCanvas canvas)
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = SKColors.SteelBlue };
        canvas.DrawRect(-40, 60, 260, 80, paint);
        paint.Color = SKColors.Orange.WithAlpha(140);
        canvas.DrawCircle(60, 40, 30, paint);
        paint.Color = SKColors.DarkRed;
        canvas.DrawRect(100, 10, 3, 70, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 9;
        canvas.DrawCircle(125, 30, 20, paint);
    }

    private static PixelBlock Blit(SKMatrix matrix, IReadOnlyList<Layer> layers)
    {
        var target = Ground();
        using var sheet = BakedSheet.Of(layers, Stage, default);
        using var blit = new SheetBlit(target);
        blit.Lay(sheet!, matrix);
        return target;
    }

    /// <summary>The same picture by the textbook: every pixel from its four neighbours, in doubles.</summary>
    private static PixelBlock Reference(SKMatrix matrix)
    {
        const int origin = 17;
        using var picture = new PixelBlock(194, 130);
        using (var surface = picture.Surface())
        {
            surface.Canvas.Translate(origin, origin);
            Draw(surface.Canvas);
        }

        var target = Ground();
        for (var y = 0; y < target.Height; y++)
        {
            for (var x = 0; x < target.Width; x++)
            {
                var u = (x + 0.5 - matrix.TransX) / matrix.ScaleX - 0.5 + origin;
                var v = (y + 0.5 - matrix.TransY) / matrix.ScaleY - 0.5 + origin;
                target.Row(y)[x] = Over(target.Row(y)[x], channel => Sample(picture, u, v, channel));
            }
        }

        return target;
    }

    private static double Sample(PixelBlock picture, double u, double v, int channel)
    {
        int x = (int)Math.Floor(u), y = (int)Math.Floor(v);
        double across = u - x, down = v - y;
        return (At(0, 0) * (1 - across) + At(1, 0) * across) * (1 - down) + (At(0, 1) * (1 - across) + At(1, 1) * across) * down;

        double At(int dx, int dy) => picture.Row(y + dy)[x + dx] >> (8 * channel) & 255;
    }

    private static uint Over(uint target, Func<int, double> source)
    {
        uint result = 0;
        for (var channel = 0; channel < 4; channel++)
            result |= (uint)Math.Round(source(channel) + (target >> (8 * channel) & 255) * (1 - source(3) / 255)) << (8 * channel);
        return result;
    }

    private static PixelBlock Ground()
    {
        var target = new PixelBlock(Stage.Width, Stage.Height);
        using var surface = target.Surface();
        surface.Canvas.Clear(SKColors.Beige);
        return target;
    }

    /// <summary>The greatest difference of any channel.</summary>
    private static int Distance(PixelBlock a, PixelBlock b)
    {
        var worst = 0;
        for (var y = 0; y < a.Height; y++)
        {
            byte* p = (byte*)a.Row(y), q = (byte*)b.Row(y);
            for (var i = 0; i < a.Width * 4; i++)
                worst = Math.Max(worst, Math.Abs(p[i] - q[i]));
        }

        return worst;
    }
}
