using System.Diagnostics;
using System.Globalization;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Films;
using SkiaSharp;

namespace OmniReel.Media.Tests.Pictures;

/// <summary>Pictures of the kinds that people give, of any size.</summary>
internal static class TestPictures
{
    /// <summary>Like a photograph: soft light, edges, and the grain of a sensor.</summary>
    public static StillPicture Photograph(int width, int height, int seed = 1)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            using var sky = new HeldPaint { Shader = SKShader.CreateLinearGradient(default, new SKPoint(width * 0.3f, height), [new SKColor(0xFF5A7FB0), new SKColor(0xFFE8B890), new SKColor(0xFF3A4030)], SKShaderTileMode.Clamp) };
            canvas.DrawPaint(sky);
            var random = new Random(seed);
            for (var i = 0; i < 60; i++)
            {
                using var paint = new HeldPaint { Color = new SKColor((uint)random.Next() | 0xA0000000), IsAntialias = true };
                canvas.DrawOval(random.Next(width), random.Next(height), width * random.NextSingle() * 0.08f, height * random.NextSingle() * 0.10f, paint);
            }
        }

        var pixels = bitmap.Bytes;
        var grain = new Random(seed + 7);
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var speck = grain.Next(-6, 7);
            for (var k = 0; k < 3; k++)
                pixels[i + k] = (byte)Math.Clamp(pixels[i + k] + speck + grain.Next(-2, 3), 0, 255);
        }

        return new StillPicture(width, height, pixels);
    }

    /// <summary>Flat colours and thin black lines.</summary>
    public static StillPicture Drawing(int width, int height, int seed = 1) => Draw(width, height, canvas =>
    {
        canvas.Clear(SKColors.White);
        var random = new Random(seed);
        using var line = new HeldPaint { Color = SKColors.Black, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, height / 400f), IsAntialias = true };
        for (var i = 0; i < 40; i++)
        {
            using var fill = new HeldPaint { Color = new SKColor((uint)random.Next() | 0xFF000000) };
            var box = SKRect.Create(random.Next(width), random.Next(height), width * 0.12f, height * 0.12f);
            canvas.DrawRect(box, fill);
            canvas.DrawRect(box, line);
            canvas.DrawLine(random.Next(width), random.Next(height), random.Next(width), random.Next(height), line);
        }
    });

    /// <summary>Every channel of every pixel by chance.</summary>
    public static StillPicture Noise(int width, int height, int seed = 1)
    {
        var pixels = new byte[4 * width * height];
        new Random(seed).NextBytes(pixels);
        for (var i = 3; i < pixels.Length; i += 4)
            pixels[i] = 255;
        return new StillPicture(width, height, pixels);
    }

    /// <summary>A frame of a film of ours.</summary>
    public static StillPicture OfFilm(Place place, int frame, int width = 640, int height = 360)
    {
        using var bitmap = new FilmRenderer(new RenderOptions(2)).RenderFrame(new FilmPlan(width, height, [RealShots.Of(place)]), frame);
        return new StillPicture(width, height, bitmap.Bytes);
    }

    public static StillPicture Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
            draw(canvas);
        return new StillPicture(width, height, bitmap.Bytes);
    }

    public static ShotPlan Shot(StillPicture? first, StillPicture? last, int frames, CameraMove camera = CameraMove.Push, params Stir[] named) =>
        Treating.Treat(new ShotPlan { Frames = frames, Camera = camera, Seed = 2026, Picture = first, EndPicture = last }, named.ToHashSet(), new HashSet<Stir>());

    public static FilmPlan Film(ShotPlan shot) => new((shot.Picture ?? shot.EndPicture)!.Width, (shot.Picture ?? shot.EndPicture)!.Height, [shot]);

    /// <summary>Frames as they go to the encoder.</summary>
    public static List<I420Frame> Painted(ShotPlan shot, params int[] frames)
    {
        var plan = Film(shot);
        var stage = new Stage(plan.Width, plan.Height);
        using var baked = BakedShot.Bake(shot, stage, ShotStaging.Compose, 2);
        using var painter = new FramePainter(stage);
        return [.. frames.Select(frame =>
        {
            var result = new I420Frame(plan.Width, plan.Height);
            painter.Paint(baked, new Moment(frame, shot.Frames), frame, result);
            return result;
        })];
    }

    public static double Mean(I420Frame frame) => frame.Bytes.Take(frame.UStart).Average(level => (double)level);

    /// <summary>Mean difference of luma.</summary>
    public static double Change(I420Frame before, I420Frame after)
    {
        long sum = 0;
        for (var i = 0; i < before.UStart; i++)
            sum += Math.Abs(before.Bytes[i] - after.Bytes[i]);
        return sum / (double)before.UStart;
    }

    /// <summary>Structural likeness, all planes, of one frame of a film and a picture that ffmpeg itself converts.</summary>
    public static double Likeness(string film, int frame, StillPicture picture)
    {
        var raw = Path.ChangeExtension(film, ".bgra");
        File.WriteAllBytes(raw, picture.Pixels);
        string[] words =
        [
            "-hide_banner", "-nostdin", "-i", film, "-f", "rawvideo", "-pix_fmt", "bgra", "-s", $"{picture.Width}x{picture.Height}", "-i", raw, "-filter_complex",
            $"[0:v]select=eq(n\\,{frame}),setpts=0[a];[1:v]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setpts=0[b];[a][b]ssim",
            "-frames:v", "1", "-f", "null", "-",
        ];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", words) { RedirectStandardError = true })!;
        var said = ffmpeg.StandardError.ReadToEnd();
        ffmpeg.WaitForExit();
        ffmpeg.ExitCode.ShouldBe(0, said);
        var text = said[(said.LastIndexOf("All:", StringComparison.Ordinal) + 4)..];
        return double.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
