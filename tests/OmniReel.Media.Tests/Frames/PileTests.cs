using CsCheck;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

/// <summary>Sheets of a pile show what lies below them, as far as it is a sheet of the same pile.</summary>
public sealed unsafe class PileTests
{
    private const int Width = 90, Height = 60, Sheer = 120;

    private static readonly Stage Stage = new(Width, Height);

    private static readonly SKColor Ground = new(120, 190, 230), Cloth = new(232, 60, 80);

    private static readonly SKMatrix Right = SKMatrix.CreateTranslation(20, 0);

    [Fact]
    public void Where_two_sheets_overlap_it_is_darker_and_more_colourful_than_either()
    {
        using var sheet = Square(Cloth);
        using var pixels = Piled(canvas =>
        {
            sheet.Lay(canvas, SKMatrix.Identity, Sheer);
            sheet.Lay(canvas, Right, Sheer);
        });

        SKColor left = At(pixels, 20, 30), both = At(pixels, 40, 30), right = At(pixels, 60, 30);
        left.ShouldBe(Cloth);
        right.ShouldBe(Cloth);
        Luma(both).ShouldBeLessThan(Luma(Cloth) - 10);
        Saturation(both).ShouldBeGreaterThan(Saturation(Cloth) + 5);
        At(pixels, 4, 4).ShouldBe(Ground);
    }

    [Fact]
    public void The_ground_below_a_pile_does_not_shine_through_and_is_opaque_afterwards()
    {
        using var sheet = Square(Cloth);
        using var piled = Piled(canvas => sheet.Lay(canvas, SKMatrix.CreateRotationDegrees(20, 40, 30), Sheer));
        using var plain = Plain(canvas => sheet.Draw(canvas, SKMatrix.CreateRotationDegrees(20, 40, 30)));
        Colors(piled).ShouldBe(Colors(plain));
        Bytes(piled).ToArray().Where((_, i) => i % 4 == 3).ShouldAllBe(alpha => alpha == 255);
    }

    [Fact]
    public void The_next_pile_hides_the_last_one()
    {
        using var sheet = Square(Cloth);
        using var pixels = Plain(canvas =>
        {
            using (Pile.On(canvas, SKRect.Create(Width, Height)))
                sheet.Lay(canvas, SKMatrix.Identity, Sheer);
            using (Pile.On(canvas, SKRect.Create(Width, Height)))
                sheet.Lay(canvas, Right, Sheer);
        });
        At(pixels, 40, 30).ShouldBe(Cloth);
    }

    [Theory]
    [InlineData(Sheer, 0)]
    [InlineData(-1, Sheer)]
    [InlineData(-1, -1)]
    public void Faces_hide_what_is_below_and_bare_legs_are_not_seen_through_what_is_above(int lower, int upper)
    {
        using var sheet = Square(Cloth);
        using var pixels = Piled(canvas =>
        {
            sheet.Lay(canvas, SKMatrix.Identity, lower);
            sheet.Lay(canvas, Right, upper);
        });
        At(pixels, 40, 30).ShouldBe(Cloth);
    }

    [Fact]
    public void Soft_shadows_are_no_sheets()
    {
        using var shadow = Square(SKColors.Black.WithAlpha(150));
        using var sheet = Square(Cloth);
        using var pixels = Piled(canvas =>
        {
            shadow.Draw(canvas, SKMatrix.Identity);
            sheet.Lay(canvas, Right, Sheer);
        });
        At(pixels, 40, 30).ShouldBe(Cloth);
    }

    [Fact]
    public void Without_a_pile_and_on_other_canvases_sheets_are_opaque()
    {
        using var sheet = Square(Cloth);
        using var unpiled = Plain(Both);
        At(unpiled, 40, 30).ShouldBe(Cloth);
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        using (Pile.On(canvas, SKRect.Create(Width, Height)))
            Both(canvas);
        bitmap.GetPixel(40, 30).ShouldBe(Cloth);

        void Both(SKCanvas c)
        {
            sheet.Lay(c, SKMatrix.Identity, Sheer);
            sheet.Lay(c, Right, Sheer);
        }
    }

    [Fact]
    public void Every_pixel_is_filtered_as_one_by_one() =>
        Gen.Select(Gen.UInt.Array[8], Gen.UInt.Array[8], Gen.Int[1, 256]).Sample((source, target, sheer) =>
        {
            fixed (uint* from = source, to = target)
            {
                var filtered = SheerBlend.Filter(System.Runtime.Intrinsics.Vector256.Load(from), System.Runtime.Intrinsics.Vector256.Load(to), sheer);
                for (var i = 0; i < 8; i++)
                {
                    if (filtered[i] != One(source[i], target[i], (uint)sheer))
                        return false;
                }
            }

            return true;
        }, iter: 20_000);

    [Theory]
    [InlineData(0, 0, 90, 60)]
    [InlineData(3, 2, 20, 30)]
    [InlineData(-40, -40, 500, 500)]
    [InlineData(200, 200, 20, 20)]
    public void A_pile_leaves_the_colours_of_its_box(float x, float y, float width, float height)
    {
        using var pixels = Plain(canvas =>
        {
            using var pile = Pile.On(canvas, SKRect.Create(x, y, width, height));
        });
        using var untouched = Plain(_ => { });
        Bytes(pixels).SequenceEqual(Bytes(untouched)).ShouldBeTrue();
    }

    private static uint One(uint source, uint target, uint sheer)
    {
        var covered = Math.Max(target >> 24, 192) - 192;
        var share = (((covered << 2) | (covered >> 4)) * sheer) >> 8;
        uint Missing(int shift) => 255 - ((target >> shift) & 255);
        var half = Math.Min(Missing(0), Math.Min(Missing(8), Missing(16))) / 2;
        var result = source & 0xFF000000;
        for (var shift = 0; shift < 24; shift += 8)
        {
            var color = (source >> shift) & 255;
            result |= (color - ((color * (((Missing(shift) - half) * share) >> 8)) >> 8)) << shift;
        }

        return result;
    }

    private static Sprite Square(SKColor color) => Sprite.Bake(Stage, new SKRect(10, 10, 52, 50), canvas =>
    {
        using var paint = new HeldPaint { Color = color };
        canvas.DrawRect(12, 12, 38, 36, paint);
    });

    private static PixelBlock Piled(Action<SKCanvas> draw) => Plain(canvas =>
    {
        using var pile = Pile.On(canvas, SKRect.Create(Width, Height));
        draw(canvas);
    });

    private static PixelBlock Plain(Action<SKCanvas> draw)
    {
        var pixels = new PixelBlock(Width, Height);
        using var canvas = new FrameCanvas(pixels);
        canvas.Clear(Ground);
        draw(canvas);
        return pixels;
    }

    private static ReadOnlySpan<byte> Bytes(PixelBlock pixels) => new(pixels.Row(0), Width * Height * 4);

    private static uint[] Colors(PixelBlock pixels) => [.. Enumerable.Range(0, Width * Height).Select(i => pixels.Row(0)[i] & 0x00FFFFFF)];

    private static SKColor At(PixelBlock pixels, int x, int y) => new(pixels.Row(y)[x]);

    private static double Luma(SKColor c) => 0.2126 * c.Red + 0.7152 * c.Green + 0.0722 * c.Blue;

    private static float Saturation(SKColor color)
    {
        color.ToHsv(out _, out var saturation, out _);
        return saturation;
    }
}
