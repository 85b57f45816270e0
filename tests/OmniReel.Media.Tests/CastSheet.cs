using OmniReel.Media.Frames;
using OmniReel.Media.Tests.Obedience;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests;

public sealed class CastSheet
{
    [Fact]
    public void Sheet()
    {
        if (!File.Exists("/tmp/cast/prompts.txt"))
            return;
        Directory.CreateDirectory("/tmp/cast/out");
        using var log = new StreamWriter("/tmp/cast/out/log.txt");
        foreach (var line in File.ReadAllLines("/tmp/cast/prompts.txt").Where(l => l.Contains('|')))
        {
            var parts = line.Split('|');
            int w = 640, h = 360;
            var reading = Reading.Of(parts[1], frames: 73);
            var shot = reading.Plan.Shots[0];
            log.WriteLine($"{parts[0]}: {parts[1]} => {Reading.Line(shot)} [{string.Join(", ", shot.Figures.Select(f => $"{f.Guise}/{f.Bearing}/{f.On}/{f.Hands}"))}] things {string.Join(' ', shot.Things.Select(t => t.Id + ":" + t.Motion))} NOT: {string.Join("|", reading.NotUnderstood)}");
            log.Flush();
            try
            {
                using var watched = new Watched(shot, w, h);
                using var sheet = new SKBitmap(2 * w, 2 * h);
                using var canvas = new SKCanvas(sheet);
                int[] frames = parts.Length > 2 ? [.. parts[2].Split(',').Select(int.Parse)] : [4, 28, 46, 68];
                for (var i = 0; i < 4; i++)
                {
                    var pixels = watched.Colors(frames[i]);
                    using var one = new SKBitmap(w, h);
                    one.Pixels = pixels;
                    canvas.DrawBitmap(one, i % 2 * w, i / 2 * h);
                }

                using var data = sheet.Encode(SKEncodedImageFormat.Png, 90);
                using var file = File.Create($"/tmp/cast/out/{parts[0]}.png");
                data.SaveTo(file);
            }
            catch (Exception e)
            {
                log.WriteLine("   FAILED " + e);
            }
        }
    }
}
