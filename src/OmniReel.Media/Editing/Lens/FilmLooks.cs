using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Editing.Lens;

/// <summary>Which step makes which look of film.</summary>
internal static class FilmLooks
{
    public static IFrameStep Of(FilmLookEdit edit, int width, int height) => edit.Look switch
    {
        FilmLook.Grain => new GrainStep(width, height, edit.Strength),
        FilmLook.Vignette => Vignette(width, height, edit.Strength switch { Strength.Slight => 0.35f, Strength.Strong => 0.9f, _ => 0.62f }),
        FilmLook.Letterbox => new LetterboxStep(),
        FilmLook.Scratches => new OldFilmStep(width, height),
        _ => new GlowStep(width, height, edit.Strength),
    };

    /// <summary>Darker toward the corners, the middle as it is.</summary>
    public static ShadeStep Vignette(int width, int height, float depth) => new(width, height, (x, y) =>
    {
        float u = 2 * x - 1, v = 2 * y - 1;
        var beyond = Math.Clamp(((u * u + v * v) * 0.5f - 0.16f) / 0.84f, 0, 1);
        return 1 - depth * beyond * (1.5f - 0.5f * beyond);
    });
}

/// <summary>Black above and below, so that what is between them is 2.39 times as wide as high, or a twelfth each where the frame is no wider.</summary>
internal sealed class LetterboxStep : IFrameStep
{
    private const float Wide = 2.39f;

    public void Apply(Easel easel, Moment moment)
    {
        var bar = Math.Max((int)((easel.Height - easel.Width / Wide) / 2), 0);
        if (easel.Width <= easel.Height || bar < easel.Height / 24)
            bar = easel.Height / 12;
        bar &= ~1;
        for (var y = 0; y < bar; y++)
        {
            Blacken(easel, y);
            Blacken(easel, easel.Height - 1 - y);
        }
    }

    private static unsafe void Blacken(Easel easel, int y) => new Span<uint>(easel.Pixels.Row(y), easel.Width).Fill(0xFF000000u);
}

/// <summary>A film that was shown too often: scratches that wander, specks that come and go, and light that flickers. Grain with it.</summary>
internal sealed class OldFilmStep(int width, int height) : IFrameStep
{
    private readonly GrainStep _grain = new(width, height, Strength.Plain);
    private readonly ShadeStep _corners = FilmLooks.Vignette(width, height, 0.55f);

    public void Apply(Easel easel, Moment moment)
    {
        _corners.Apply(easel, moment);
        var canvas = easel.Canvas;
        var unit = Math.Min(width, height) / 720f;
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
        Scratch(canvas, paint, moment.Frame, unit);
        Specks(canvas, paint, moment.Frame, unit);
        var flicker = NoiseField.At(moment.Frame * 0.45f, 0, 2, 81) - 0.5f;
        canvas.DrawColor((flicker < 0 ? SKColors.Black : SKColors.White).WithAlpha((byte)(MathF.Abs(flicker) * 52)), SKBlendMode.SrcOver);
        _grain.Apply(easel, moment);
    }

    private void Scratch(SKCanvas canvas, SKPaint paint, int frame, float unit)
    {
        for (var i = 0; i < 3; i++)
        {
            // Each is there for some frames at a time and wanders meanwhile.
            var spell = frame / 9 + i * 31;
            if (NoiseField.Hash(spell, i, 82) > 0.55f)
                continue;
            var x = width * (NoiseField.Hash(spell / 3, i, 83) + 0.02f * (NoiseField.At(frame * 0.3f, i, 2, 84) - 0.5f));
            paint.StrokeWidth = unit * (0.7f + NoiseField.Hash(spell, i, 85));
            paint.Color = (i == 1 ? SKColors.Black : new SKColor(0xFF, 0xFA, 0xE6)).WithAlpha((byte)(70 + 70 * NoiseField.Hash(spell, i, 86)));
            canvas.DrawLine(x, 0, x + unit * 3 * (NoiseField.Hash(frame, i, 87) - 0.5f), height, paint);
        }
    }

    private void Specks(SKCanvas canvas, SKPaint paint, int frame, float unit)
    {
        var count = (int)(NoiseField.Hash(frame, 0, 88) * 7);
        for (var i = 1; i <= count; i++)
        {
            float x = width * NoiseField.Hash(frame, i, 89), y = height * NoiseField.Hash(frame, i, 90), size = unit * (1.5f + 7 * MathF.Pow(NoiseField.Hash(frame, i, 91), 3));
            paint.Color = (NoiseField.Hash(frame, i, 92) < 0.6f ? new SKColor(0x14, 0x10, 0x0C) : new SKColor(0xFF, 0xFA, 0xE6)).WithAlpha(190);
            paint.StrokeWidth = size * 0.55f;
            using var hair = Held.Path();
            hair.MoveTo(x, y);
            hair.QuadTo(x + size * 2 * (NoiseField.Hash(frame, i, 93) - 0.5f), y + size, x + size * 2.4f * (NoiseField.Hash(frame, i, 94) - 0.5f), y + size * (1 + NoiseField.Hash(frame, i, 95)));
            canvas.DrawPath(hair, paint);
        }
    }
}
