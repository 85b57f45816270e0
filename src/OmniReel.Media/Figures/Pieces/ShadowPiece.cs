using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>The soft shadow on the ground below the hips and the darker touch below each foot.</summary>
internal sealed class ShadowPiece : IPiece
{
    private const float HalfWidth = 0.34f;

    private readonly Performance _performance;
    private readonly Sprite _pool;

    public ShadowPiece(Performance performance)
    {
        _performance = performance;
        var radius = HalfWidth * performance.PixelsPerMetre;
        using var shape = Knife.Disc(0, 0, radius * 0.62f);
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, radius * 0.17f);
        using var paint = new HeldPaint { IsAntialias = true, Color = performance.Painter.Light.Shadow.WithAlpha(150), MaskFilter = blur };
        _pool = Sprite.Bake(performance.Painter.Stage, new SKRect(-radius, -radius, radius, radius), canvas => canvas.DrawPath(shape, paint), 0.5f);
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance)
    {
        Span<SKMatrix> pools = stackalloc SKMatrix[3];
        Pools(stance, pools);
        using var faded = new HeldPaint { Color = SKColors.White.WithAlpha((byte)(255 / (1 + 1.6f * Height(stance)))) };
        _pool.Draw(canvas, pools[0], faded);
        foreach (var pool in pools[1..])
        {
            if (pool.ScaleX > 0.06f)
                _pool.Draw(canvas, pool);
        }
    }

    public SKRect Reach(float second, in Stance stance)
    {
        Span<SKMatrix> pools = stackalloc SKMatrix[3];
        Pools(stance, pools);
        var reach = pools[0].MapRect(_pool.Bounds);
        return SKRect.Union(reach, SKRect.Union(pools[1].MapRect(_pool.Bounds), pools[2].MapRect(_pool.Bounds)));
    }

    private void Pools(in Stance stance, Span<SKMatrix> pools)
    {
        var build = _performance.Build;
        var size = build.Ankle / 0.07f;
        var least = size / (1 + 1.6f * Height(stance));
        pools[0] = Pool(stance.Turned(stance[Bone.Trunk].Root).X, 1.25f * least, 0.16f * least);
        pools[1] = Foot(stance, Bone.NearFoot);
        pools[2] = Foot(stance, Bone.FarFoot);

        SKMatrix Foot(in Stance s, Bone bone)
        {
            var ball = s[bone].At(build.Ball * 0.5f, build.Ankle);
            // A lifted foot's touch shrinks away.
            var near = Math.Clamp(1 + (ball.Y * 7), 0, 1);
            return Pool(s.Turned(ball).X, 0.42f * near * size, 0.09f * near * size);
        }
    }

    /// <summary>Metres between the ground and the lower foot: a leap takes the figure away from its shadow.</summary>
    private float Height(in Stance stance)
    {
        var build = _performance.Build;
        var lower = Math.Max(
            stance[Bone.NearFoot].At(build.Ball, build.Ankle).Y, stance[Bone.FarFoot].At(build.Ball, build.Ankle).Y);
        return Math.Max(0, -lower - 0.02f);
    }

    private SKMatrix Pool(float x, float scaleX, float scaleY)
    {
        var at = _performance.ToStage(new(x, 0.008f));
        return SKMatrix.CreateScaleTranslation(scaleX, scaleY, at.X, at.Y);
    }
}
