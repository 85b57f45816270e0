using OmniReel.Media.Editing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Editing;

/// <summary>One frame before and after edits, without any film around it.</summary>
internal static class EditedFrame
{
    public const int Width = 316, Height = 180, Frames = 48;

    /// <summary>Slopes of colour with edges and texture in them: blue, green, red and 255.</summary>
    public static uint[] Source { get; } = Draw();

    public static async Task<uint[]> OfAsync(IReadOnlyList<Edit> edits, EditMaterial? material = null, int frame = 24, uint[]? source = null)
    {
        var plan = new EditPlan(Width, Height, Frames, edits);
        using var steps = await EditSteps.PrepareAsync(plan, material ?? new EditMaterial(), NoFilm, TestContext.Current.CancellationToken);
        using var easel = new Easel(Width, Height);
        Fill(easel, source ?? Source);
        foreach (var step in steps.All)
            step.Apply(easel, new Moment(frame, Frames));
        return Read(easel);
    }

    public static double Luma(uint[] pixels) => pixels.Average(p => 0.2126 * Red(p) + 0.7152 * Green(p) + 0.0722 * Blue(p));

    /// <summary>Mean range of the three channels, in levels.</summary>
    public static double Saturation(uint[] pixels) => pixels.Average(p => Math.Max(Red(p), Math.Max(Green(p), Blue(p))) - Math.Min(Red(p), Math.Min(Green(p), Blue(p))));

    public static int Red(uint pixel) => (int)(pixel >> 16) & 255;

    public static int Green(uint pixel) => (int)(pixel >> 8) & 255;

    public static int Blue(uint pixel) => (int)pixel & 255;

    private static Task<SandboxedReading> NoFilm((int Width, int Height) size) => throw new InvalidOperationException("No film is looked at.");

    private static unsafe void Fill(Easel easel, uint[] pixels)
    {
        for (var y = 0; y < Height; y++)
            pixels.AsSpan(y * Width, Width).CopyTo(new Span<uint>(easel.Pixels.Row(y), Width));
    }

    private static unsafe uint[] Read(Easel easel)
    {
        var pixels = new uint[Width * Height];
        for (var y = 0; y < Height; y++)
            new Span<uint>(easel.Pixels.Row(y), Width).CopyTo(pixels.AsSpan(y * Width));
        return pixels;
    }

    private static uint[] Draw()
    {
        var pixels = new uint[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                int r = x * 255 / Width, g = y * 255 / Height, b = (x / 40 + y / 30) % 2 == 0 ? 210 : 60;
                var texture = (x * 7 + y * 13) % 17;
                pixels[y * Width + x] = 0xFF000000u | (uint)Math.Min(255, r + texture) << 16 | (uint)Math.Min(255, g + texture) << 8 | (uint)b;
            }
        }

        return pixels;
    }
}
