using CsCheck;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

/// <summary>Sprites in frames are laid by loops of our own: they must look as Skia's do, wherever they are and however turned.</summary>
public sealed unsafe class SlantedBlitTests
{
    private const int Width = 150, Height = 96;

    private static readonly Stage Stage = new(Width, Height);

    [Fact]
    public void A_sprite_in_a_frame_looks_as_on_any_canvas() =>
        Gen.Select(Gen.Float[-180, 180], Gen.Float[-1.6f, 1.6f].Where(Wide), Gen.Float[0.4f, 1.6f], Gen.Float[-40, 190], Gen.Float[-40, 130], Gen.Int[0, 255])
            .Sample((degrees, across, down, x, y, alpha) =>
            {
                using var sprite = Leaf(1.3f);
                using var paint = new HeldPaint { Color = SKColors.White.WithAlpha((byte)alpha) };
                var matrix = SKMatrix.CreateScale(across, down).PostConcat(SKMatrix.CreateRotationDegrees(degrees)).PostConcat(SKMatrix.CreateTranslation(x, y));
                using var ours = Drawn(pixels => new FrameCanvas(pixels), canvas => sprite.Draw(canvas, matrix, alpha < 200 ? paint : null));
                using var theirs = Drawn(OnSkia, canvas => sprite.Draw(canvas, matrix, alpha < 200 ? paint : null));
                // Skia measures positions more coarsely: a hard edge may differ by a sixteenth of its height.
                return Distance(ours, theirs) is var (worst, mean) && worst <= 40 && mean < 0.6;
            }, iter: 300);

    /// <summary>Seen almost edge on, less than a pixel is left, which Skia may leave out.</summary>
    private static bool Wide(float across) => Math.Abs(across) > 0.05f;

    [Fact]
    public void A_canvas_that_was_moved_and_clipped_moves_and_clips_sprites() =>
        Gen.Select(Gen.Float[1, 1.2f], Gen.Float[-30, 30], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((zoom, shift, left, top) =>
        {
            using var sprite = Leaf(1);
            using var ours = Drawn(pixels => new FrameCanvas(pixels), Draw);
            using var theirs = Drawn(OnSkia, Draw);
            var (worst, mean) = Distance(ours, theirs);
            return worst <= 40 && mean < 0.6;

            void Draw(SKCanvas canvas)
            {
                canvas.ClipRect(SKRect.Create(left, top, 60, 30));
                canvas.Translate(shift, 10);
                canvas.Scale(zoom);
                sprite.Draw(canvas, SKMatrix.CreateRotationDegrees(25, 60, 40));
            }
        }, iter: 100);

    [Fact]
    public void What_is_not_for_our_loops_is_left_to_Skia()
    {
        using var sprite = Leaf(1);
        using var screen = new HeldPaint { BlendMode = SKBlendMode.Screen };
        using var round = Held.Path();
        round.AddCircle(70, 40, 30);
        Action<SKCanvas>[] draws =
        [
            canvas => sprite.Draw(canvas, SKMatrix.Identity, screen),
            canvas =>
            {
                canvas.ClipPath(round, SKClipOperation.Intersect, true);
                sprite.Draw(canvas, SKMatrix.CreateTranslation(20, 0));
            },
        ];
        foreach (var draw in draws)
        {
            using var ours = Drawn(pixels => new FrameCanvas(pixels), draw);
            using var theirs = Drawn(OnSkia, draw);
            Distance(ours, theirs).Worst.ShouldBe(0);
        }
    }

    [Fact]
    public void A_sprite_seen_edge_on_is_not_seen()
    {
        using var sprite = Leaf(1);
        using var ours = Drawn(pixels => new FrameCanvas(pixels), canvas => sprite.Draw(canvas, SKMatrix.CreateScale(0, 1)));
        using var ground = Drawn(OnSkia, _ => { });
        Distance(ours, ground).Worst.ShouldBe(0);
    }

    [Fact]
    public void Octagons_hold_all_that_is_drawn_and_lines_know_where_they_are_inside() =>
        Gen.Select(Gen.Int[6, 40], Gen.Int[6, 40], Gen.Int[0, 1 << 30], Gen.Int[-90000, 90000], Gen.Int[-90000, 90000], Gen.Int[-9, 45], Gen.Int[-9, 45])
            .Sample((width, height, seed, dx, dy, x, y) =>
            {
                var random = new Random(seed);
                using var pixels = new PixelBlock(width, height);
                for (var i = random.Next(4); i >= 0; i--)
                    pixels.Row(random.Next(height))[random.Next(width)] = 0xFFFFFFFF;
                var octagon = Octagon.Around(pixels);
                long fromX = (long)x << Octagon.Bits, fromY = (long)y << Octagon.Bits;
                var (from, to) = octagon.Inside(fromX, fromY, dx, dy, 60);
                return Enumerable.Range(0, 60).All(step =>
                {
                    long atX = fromX + (long)step * dx, atY = fromY + (long)step * dy;
                    int column = (int)(atX >> Octagon.Bits), row = (int)(atY >> Octagon.Bits);
                    if (step >= from && step < to)
                        return column >= 0 && row >= 0 && column < width - 1 && row < height - 1;
                    return column < 0 || row < 0 || column >= width - 1 || row >= height - 1
                        || (pixels.Row(row)[column] | pixels.Row(row)[column + 1] | pixels.Row(row + 1)[column] | pixels.Row(row + 1)[column + 1]) == 0;
                });
            }, iter: 3000);

    private static Sprite Leaf(float scale) => Sprite.Bake(Stage, new SKRect(20, 10, 90, 70), canvas =>
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = SKColors.SeaGreen };
        using var path = Held.Path();
        path.MoveTo(22, 66);
        path.QuadTo(30, 14, 86, 12);
        path.QuadTo(84, 60, 22, 66);
        canvas.DrawPath(path, paint);
        paint.Color = SKColors.Orange.WithAlpha(120);
        canvas.DrawCircle(70, 50, 17, paint);
    }, scale);

    private static SKCanvas OnSkia(PixelBlock pixels) => new(pixels.Bitmap());

    private static PixelBlock Drawn(Func<PixelBlock, SKCanvas> open, Action<SKCanvas> draw)
    {
        var pixels = new PixelBlock(Width, Height);
        using var canvas = open(pixels);
        canvas.Clear(SKColors.Beige);
        draw(canvas);
        return pixels;
    }

    /// <summary>Greatest and mean difference of a channel.</summary>
    private static (int Worst, double Mean) Distance(PixelBlock a, PixelBlock b)
    {
        var (worst, sum) = (0, 0L);
        for (var y = 0; y < Height; y++)
        {
            byte* p = (byte*)a.Row(y), q = (byte*)b.Row(y);
            for (var i = 0; i < Width * 4; i++)
            {
                var difference = Math.Abs(p[i] - q[i]);
                (worst, sum) = (Math.Max(worst, difference), sum + difference);
            }
        }

        return (worst, sum / (Width * Height * 4.0));
    }
}
