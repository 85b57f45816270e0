using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Stills;
using OmniReel.Media.Text;
using OmniReel.Media.Watermarks;
using SkiaSharp;

namespace OmniReel.Media.Storyboards;

/// <summary>The storyboard of a film: a sheet of paper with a print of each shot, its number, time, camera and words.</summary>
public static class Sheet
{
    private static readonly SKColor Ground = new(0xFB, 0xF5, 0xE9), Ink = new(0x2B, 0x1A, 0x24), Faded = new(0x7C, 0x68, 0x66), Seal = new(0xB5, 0x39, 0x1F), Rule = new(0xDD, 0xCF, 0xB8);

    /// <summary>Sizes that a panel's words are tried in, largest first.</summary>
    private static readonly float[] s_sizes = [25, 22, 19.5f, 17.5f];

    /// <summary>Draws a sheet anew from the panels of an earlier one, with other words.</summary>
    /// <param name="panels">The panels' picture as a film's making wrote it.</param>
    /// <exception cref="IOException">The panels cannot be read.</exception>
    public static void Write(Stream panels, SheetFacts facts, SheetText text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var picture = SKBitmap.Decode(panels) ?? throw new IOException("The panels of a storyboard cannot be read.");
        Write(picture, facts, text, path);
    }

    internal static void Write(SKBitmap panels, SheetFacts facts, SheetText text, string path)
    {
        using var surface = SKSurface.Create(new SKImageInfo(SheetLayout.Width, SheetLayout.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        Draw(surface.Canvas, panels, facts, text);
        using var pixels = surface.PeekPixels();
        using var file = File.Create(path);
        // Flat paper packs well without effort; more of it takes longer than the film's own frames.
        pixels.Encode(file, new SKPngEncoderOptions(SKPngEncoderFilterFlags.Paeth, 1));
    }

    private static void Draw(SKCanvas canvas, SKBitmap panels, SheetFacts facts, SheetText text)
    {
        canvas.Clear(Ground);
        Fibres(canvas);
        Head(canvas, facts, text);
        var count = facts.ShotFrames.Count;
        var longest = text.Panels.Select(panel => Lettering.Here.Width(panel.Prompt, s_sizes[^1])).DefaultIfEmpty(0).Max();
        var layout = new SheetLayout(count, (float)facts.Width / facts.Height, longest);
        using var image = SKImage.FromBitmap(panels);
        var height = panels.Height / count;
        for (int shot = 0, first = 0; shot < count; first += facts.ShotFrames[shot++])
        {
            Print(canvas, image, SKRect.Create(0, shot * height, panels.Width, height), layout.Picture(shot));
            var words = shot < text.Panels.Count ? text.Panels[shot] : new PanelText("", "");
            var time = $"{StillPlan.Clock(first)} – {StillPlan.Clock(first + facts.ShotFrames[shot])}";
            Caption(canvas, layout.Text(shot), shot + 1, time, words, count > 2 ? s_sizes[1..] : s_sizes);
        }

        Foot(canvas, text.IsChinese);
    }

    /// <summary>Few and faint: the sheet is to be read, printed and packed.</summary>
    private static void Fibres(SKCanvas canvas)
    {
        var random = new Random(11);
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.1f, StrokeCap = SKStrokeCap.Round };
        for (var i = 0; i < 420; i++)
        {
            float x = random.Next(SheetLayout.Width), y = random.Next(SheetLayout.Height), length = 8 + random.NextSingle() * 26, angle = random.NextSingle() * MathF.Tau;
            var (sin, cos) = MathF.SinCos(angle);
            paint.Color = (i % 3 == 0 ? SKColors.White : new SKColor(0xC9, 0xB1, 0x8C)).WithAlpha((byte)(i % 3 == 0 ? 150 : 60));
            using var hair = Held.Path();
            hair.MoveTo(x, y);
            hair.QuadTo(x + cos * length * 0.5f - sin * 6, y + sin * length * 0.5f + cos * 6, x + cos * length, y + sin * length);
            canvas.DrawPath(hair, paint);
        }
    }

    private static void Head(SKCanvas canvas, SheetFacts facts, SheetText text)
    {
        var letters = Lettering.Here;
        const float left = SheetLayout.Margin, right = SheetLayout.Width - SheetLayout.Margin, line = 112;
        letters.Draw(canvas, text.IsChinese ? "分镜表" : "STORYBOARD", left, 60, 19, Seal, isBold: true);
        var frames = facts.ShotFrames.Sum();
        var shots = facts.ShotFrames.Count;
        var seconds = (frames / (double)FilmPlan.FrameRate).ToString("0.0");
        var about = text.IsChinese
            ? $"{shots} 个镜头 · {seconds} 秒 · {facts.Width}×{facts.Height}"
            : $"{shots} {(shots == 1 ? "shot" : "shots")} · {seconds} s · {facts.Width}×{facts.Height}";
        var aboutWidth = letters.Width(about, 20);
        letters.Draw(canvas, about, right - aboutWidth, 96, 20, Faded);
        var title = letters.Wrap(text.Title, 30, right - left - aboutWidth - 60, 1);
        letters.Draw(canvas, title.Count > 0 ? title[0] : text.IsChinese ? "无题" : "Untitled", left, 97, 30, Ink, isBold: true);
        using var rule = new HeldPaint { Color = Rule, StrokeWidth = 2 };
        canvas.DrawLine(left, line, right, line, rule);
    }

    private static void Print(SKCanvas canvas, SKImage image, SKRect from, SKRect to)
    {
        using (var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 7))
        using (var shade = new HeldPaint { Color = new SKColor(0x4A, 0x2C, 0x1C, 70), MaskFilter = soft })
            canvas.DrawRect(new SKRect(to.Left + 3, to.Top + 6, to.Right + 3, to.Bottom + 7), shade);
        canvas.DrawImage(image, from, to, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.None));
        using var edge = new HeldPaint { Color = Ink.WithAlpha(150), Style = SKPaintStyle.Stroke, StrokeWidth = 1.5f };
        canvas.DrawRect(to, edge);
    }

    private static void Caption(SKCanvas canvas, SKRect room, int number, string time, PanelText words, ReadOnlySpan<float> sizes)
    {
        const float side = 32;
        var letters = Lettering.Here;
        var top = room.Top + 14;
        var stamp = SKRect.Create(room.Left, top, Math.Max(side, letters.Width(number.ToString(), 20) + 14), side);
        using (var red = new HeldPaint { Color = Seal, IsAntialias = true })
            canvas.DrawRoundRect(stamp, 5, 5, red);
        letters.Draw(canvas, number.ToString(), stamp.MidX - letters.Width(number.ToString(), 20) / 2, top + 23.5f, 20, Ground, isBold: true);
        var x = stamp.Right + 12;
        letters.Draw(canvas, time, x, top + 22.5f, 18, Faded);
        var y = room.Top + SheetLayout.Heading;
        x += letters.Width(time, 18) + 18;
        if (letters.Wrap(words.Notes, 18, room.Right - x, 1) is [var beside] && beside == words.Notes.Trim())
        {
            letters.Draw(canvas, beside, room.Right - letters.Width(beside, 18), top + 22.5f, 18, Seal);
        }
        else
        {
            foreach (var line in letters.Wrap(words.Notes, 18, room.Width, 2))
                letters.Draw(canvas, line, room.Left, (y += 25) - 4, 18, Seal);
        }

        Words(canvas, new SKRect(room.Left, y + 4, room.Right, room.Bottom), words.Prompt, sizes);
    }

    private static void Words(SKCanvas canvas, SKRect room, string prompt, ReadOnlySpan<float> sizes)
    {
        var letters = Lettering.Here;
        foreach (var size in sizes)
        {
            var step = size * 1.38f;
            var fitting = Math.Max(1, (int)(room.Height / step));
            var isLast = size == s_sizes[^1];
            var lines = letters.Wrap(prompt, size, room.Width, isLast ? fitting : int.MaxValue);
            if (lines.Count > fitting)
                continue;
            for (var i = 0; i < lines.Count; i++)
                letters.Draw(canvas, lines[i], room.Left, room.Top + size + i * step, size, Ink);
            return;
        }
    }

    private static void Foot(SKCanvas canvas, bool isChinese)
    {
        const float unit = 12, baseline = SheetLayout.Height - 34;
        var letters = Lettering.Here;
        canvas.Save();
        canvas.Translate(SheetLayout.Width - SheetLayout.Margin - Wordmark.Width * unit, baseline);
        canvas.Scale(unit);
        using (var paint = new HeldPaint { Color = Faded, IsAntialias = true })
        {
            using SKPath sign = Wordmark.Sign(), name = Wordmark.Letters();
            canvas.DrawPath(sign, paint);
            (paint.Style, paint.StrokeWidth, paint.StrokeCap, paint.StrokeJoin) = (SKPaintStyle.Stroke, Wordmark.Stroke, SKStrokeCap.Round, SKStrokeJoin.Round);
            canvas.DrawPath(name, paint);
        }

        canvas.Restore();
        letters.Draw(canvas, isChinese ? "动态分镜（由内置引擎绘制，非 AI 实拍影像）" : "Animatic, drawn by the embedded engine; not AI footage", SheetLayout.Margin, baseline, 16, Faded);
    }
}
