using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

public sealed class SpriteTests
{
    private static readonly Stage Stage = new(100, 100);

    [Theory]
    [InlineData(1f)]
    [InlineData(2.5f)]
    public void It_comes_back_where_it_was_cut_at_any_scale(float scale)
    {
        using var sprite = Sprite.Bake(Stage, new SKRect(10.5f, 20, 40, 60), Square, scale);
        using var picture = new SKBitmap(100, 100);
        using var canvas = new SKCanvas(picture);
        sprite.Draw(canvas, SKMatrix.CreateTranslation(30, 10));

        picture.GetPixel(45, 35).ShouldBe(SKColors.Red);
        picture.GetPixel(64, 64).ShouldBe(SKColors.Red);
        picture.GetPixel(40, 35).Alpha.ShouldBe((byte)0);
        picture.GetPixel(45, 72).Alpha.ShouldBe((byte)0);
    }

    [Fact]
    public void It_turns_with_smooth_edges()
    {
        using var sprite = Sprite.Bake(Stage, new SKRect(10, 20, 40, 60), Square);
        using var picture = new SKBitmap(100, 100);
        using var canvas = new SKCanvas(picture);
        sprite.Draw(canvas, SKMatrix.CreateRotationDegrees(20, 25, 40));

        Enumerable.Range(0, 10000).Count(i => picture.GetPixel(i % 100, i / 100).Alpha is > 20 and < 235).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void A_paint_can_make_it_fade()
    {
        using var sprite = Sprite.Bake(Stage, new SKRect(10, 20, 40, 60), Square);
        using var picture = new SKBitmap(100, 100);
        using var canvas = new SKCanvas(picture);
        using var half = new HeldPaint { Color = SKColors.White.WithAlpha(128) };
        sprite.Draw(canvas, SKMatrix.Identity, half);

        ((int)picture.GetPixel(25, 40).Alpha).ShouldBeInRange(126, 130);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(300, 300)]
    public void Nothing_and_more_than_four_frames_are_refused(float width, float height) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Sprite.Bake(Stage, SKRect.Create(width, height), Square));

    private static void Square(SKCanvas canvas)
    {
        using var paint = new HeldPaint { Color = SKColors.Red };
        canvas.DrawRect(12, 22, 26, 36, paint);
    }
}
