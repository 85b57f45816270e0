using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Signs of bent glass tubes on the fronts of a street, each flickering for itself, and their colours on the road.</summary>
internal static class NeonSigns
{
    private static readonly SKColor[] Gases = [new(0xFF, 0x3C, 0x8C), new(0x36, 0xE4, 0xF0), new(0x6C, 0xFF, 0x8A), new(0xFF, 0xB0, 0x38), new(0xB8, 0x6C, 0xFF)];

    /// <summary>Hangs two on each house: one that stands out from its corner, and one above its shop, clear of the first.</summary>
    /// <param name="depth">That of the houses, so that no sign drifts off its wall.</param>
    /// <param name="fronts">The houses that bear them.</param>
    public static IReadOnlyList<NeonSign> Hang(Studio studio, float depth, IReadOnlyList<HousePlace> fronts)
    {
        var signs = new List<NeonSign>();
        for (var i = 0; i < fronts.Count; i++)
        {
            var front = fronts[i];
            signs.Add(Upright(front, i));
            signs.Add(front.HasShop ? Across(front, i) : Arrow(front, i));
        }

        foreach (var sign in signs)
            Hang(studio, depth, sign);
        return signs;
    }

    /// <summary>A board that stands out from a corner, with a word written downward.</summary>
    private static NeonSign Upright(HousePlace front, int number)
    {
        var word = NeonWords.Downward[number % NeonWords.Downward.Length];
        var size = 0.165f * front.Width;
        var count = word.Length;
        float left = front.Left + 0.035f * front.Width, top = front.Foot - front.Height + 0.10f * front.Height;
        var tubes = Held.Path();
        for (var i = 0; i < count; i++)
            Add(tubes, NeonWords.Tubes(word[i]), left, top + (i * 1.32f) * size, size, size);
        var board = Held.Path();
        board.AddRoundRect(new SKRect(left - 0.32f * size, top - 0.34f * size, left + 1.32f * size, top + (count * 1.32f - 0.02f) * size), 0.2f * size, 0.2f * size);
        tubes.AddRoundRect(new SKRect(left - 0.22f * size, top - 0.24f * size, left + 1.22f * size, top + (count * 1.32f - 0.12f) * size), 0.18f * size, 0.18f * size);
        return new NeonSign(tubes, board, Gases[number % Gases.Length], number * 1.7f);
    }

    private static NeonSign Across(HousePlace front, int number)
    {
        var word = NeonWords.Across[number % NeonWords.Across.Length];
        float letter = 0.105f * front.Width, high = 0.15f * front.Width, step = letter * 1.38f;
        float left = front.Left + 0.625f * front.Width - word.Length * step / 2, top = front.Foot - front.Cell * 2.06f;
        var tubes = Held.Path();
        for (var i = 0; i < word.Length; i++)
            Add(tubes, NeonWords.Tubes(word[i]), left + i * step, top, letter, high);
        var board = Held.Path();
        board.AddRoundRect(new SKRect(left - 0.3f * letter, top - 0.26f * high, left + word.Length * step, top + 1.26f * high), 0.2f * letter, 0.2f * letter);
        return new NeonSign(tubes, board, Gases[(number + 2) % Gases.Length], number * 2.3f + 1);
    }

    private static NeonSign Arrow(HousePlace front, int number)
    {
        float size = 0.26f * front.Width, left = front.Left + 0.44f * front.Width, top = front.Foot - front.Cell * 1.6f;
        var tubes = Held.Path();
        Add(tubes, [[0, 0.35f, 0.6f, 0.35f, 0.6f, 0.1f, 1, 0.5f, 0.6f, 0.9f, 0.6f, 0.65f, 0, 0.65f, 0, 0.35f]], left, top, size, size * 0.8f);
        return new NeonSign(tubes, null, Gases[(number + 3) % Gases.Length], number * 1.1f + 2);
    }

    private static void Add(SKPath tubes, float[][] strokes, float left, float top, float width, float height)
    {
        foreach (var stroke in strokes)
        {
            tubes.MoveTo(left + stroke[0] * width, top + stroke[1] * height);
            for (var i = 2; i < stroke.Length; i += 2)
                tubes.LineTo(left + stroke[i] * width, top + stroke[i + 1] * height);
        }
    }

    private static void Hang(Studio studio, float depth, NeonSign sign)
    {
        var box = sign.Tubes.Bounds;
        box.Inflate(34 * studio.Unit, 34 * studio.Unit);
        if (!box.IntersectsWith(studio.Reach))
            return;
        var unit = studio.Unit * MathF.Sqrt(studio.Lines.Zoom);
        if (sign.Board is { } board)
            studio.Still(studio.Behind, depth, new Prop().Sheet(board, new SKColor(0x1C, 0x16, 0x30), 0.7f, 1.2f));
        var lit = Sprite.Bake(studio.Stage, box, canvas =>
        {
            Stroke(canvas, sign, sign.Color.WithAlpha(150), 9 * unit, 9 * unit);
            Stroke(canvas, sign, sign.Color, 3.8f * unit, 0);
            Stroke(canvas, sign, Tint.Mix(sign.Color, SKColors.White, 0.78f), 1.6f * unit, 0);
        });
        var dim = Sprite.Bake(studio.Stage, box, canvas => Stroke(canvas, sign, Tint.Mix(sign.Color, new SKColor(0x20, 0x18, 0x34), 0.62f), 3f * unit, 0));
        studio.Behind.Moving(depth, box, (canvas, moment) =>
        {
            dim.Draw(canvas, 0, 0);
            lit.Draw(canvas, SKMatrix.Identity, (byte)(255 * Glow(moment.Seconds, sign.Phase)));
        });
    }

    /// <summary>Share of its light at a moment: it hums, and now and then it fails for a tenth of a second.</summary>
    private static float Glow(float seconds, float phase)
    {
        var fails = MathF.Sin(seconds * 2.1f + phase * 3) > 0.93f && MathF.Sin(seconds * 47 + phase) > -0.2f;
        return fails ? 0.18f : 0.90f + 0.10f * MathF.Sin(seconds * 9 + phase);
    }

    private static void Stroke(SKCanvas canvas, NeonSign sign, SKColor color, float width, float blur)
    {
        using var soft = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur) : null;
        using var paint = new HeldPaint { IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round, Color = color, MaskFilter = soft };
        canvas.DrawPath(sign.Tubes, paint);
    }

    /// <summary>The signs' colours on the road below them, in short strokes that fade toward who looks.</summary>
    /// <param name="road">Upper edge of the road, in stage pixels.</param>
    public static void Gleam(Studio studio, IReadOnlyList<NeonSign> signs, float road)
    {
        foreach (var sign in signs)
        {
            var strokes = Held.Path();
            float x = sign.Tubes.Bounds.MidX, half = 0.5f * sign.Tubes.Bounds.Width + 10 * studio.Unit;
            for (var i = 0; i < 6; i++)
            {
                float y = road + (8 + 9 * i) * studio.Unit, wide = half * (0.6f + 0.4f * MathF.Abs(MathF.Sin(i * 2.3f + sign.Phase))), dx = 6 * studio.Unit * MathF.Sin(i * 1.9f + sign.Phase);
                strokes.AddOval(new SKRect(x + dx - wide, y - 2 * studio.Unit, x + dx + wide, y + 2 * studio.Unit));
            }

            studio.Still(studio.Behind, 0.745f, new Prop().Tissue(strokes, sign.Color.WithAlpha(150), 2.5f));
        }
    }
}

/// <summary>One sign: its tubes and the board behind them, in stage pixels.</summary>
/// <param name="Phase">Where in its flicker it begins.</param>
internal readonly record struct NeonSign(SKPath Tubes, SKPath? Board, SKColor Color, float Phase);
