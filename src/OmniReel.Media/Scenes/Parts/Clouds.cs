using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Where a cloud hangs (shares of the frame, middle of its base) and its size in units.</summary>
internal readonly record struct CloudPlace(float X, float Y, float Size);

/// <summary>Auspicious clouds: round lumps on a flat base, a pair of crescents cut into each lump. They drift.</summary>
internal static class Clouds
{
    private const float Far = 0.04f;

    // Offset of each lump and its radius, in cloud sizes.
    private static readonly (float X, float Y, float Radius)[] Lumps =
        [(-1.5f, -0.38f, 0.55f), (-0.6f, -0.72f, 0.78f), (0.45f, -0.52f, 0.66f), (1.4f, -0.34f, 0.46f)];

    /// <param name="depth">Clouds before peaks are nearer than these.</param>
    public static void Lay(Studio studio, ReadOnlySpan<CloudPlace> places, float depth = Far)
    {
        var index = 0;
        // Rain and snow bring a closed deck, and a second row, higher and wider.
        if (!studio.Air.IsClear)
            LayDeck(studio, depth);
        foreach (var place in places)
            Hang(studio, place, index++, depth);
        if (studio.Air.IsClear)
            return;
        foreach (var x in (ReadOnlySpan<float>)[0.08f, 0.36f, 0.66f, 0.93f])
            Hang(studio, new CloudPlace(x, 0.085f + 0.03f * (index % 2), studio.Stage.IsTall ? 58 : 70), index++, depth);
    }

    /// <summary>Two scalloped sheets over the whole width, the nearer one darker: no sky is seen above them.</summary>
    private static void LayDeck(Studio studio, float depth)
    {
        for (var i = 0; i < 2; i++)
        {
            float low = (0.135f - 0.060f * i) * studio.Height, lobe = (186 - 52 * i) * studio.Unit, deep = (46 - 12 * i) * studio.Unit;
            var deck = Held.Path();
            var x = studio.Reach.Left - studio.Between(0, 1) * lobe;
            deck.MoveTo(x, studio.Reach.Top - 20);
            deck.LineTo(x, low);
            for (; x < studio.Reach.Right; x += lobe)
                deck.CubicTo(x + 0.10f * lobe, low + deep, x + 0.90f * lobe, low + deep, x + lobe, low + 6 * studio.Unit * MathF.Sin(x));
            deck.LineTo(x, studio.Reach.Top - 20);
            deck.Close();
            var color = Tint.Mix(Tint.Mix(studio.Air.Clouds[0], studio.Air.Clouds[1], 0.5f - 0.3f * i), SKColors.Black, 0.04f + 0.05f * i);
            studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, deck, color, 1, 2), studio.Band(studio.Reach.Top, low + deep));
        }
    }

    /// <summary>Hangs one cloud.</summary>
    public static void Hang(Studio studio, CloudPlace place, int index, float depth = Far)
    {
        var size = place.Size * studio.Unit;
        float x = (place.X + studio.Between(-0.02f, 0.02f)) * studio.Width, y = (place.Y + studio.Between(-0.012f, 0.012f)) * studio.Height;
        var isMirrored = studio.Random.Next(2) == 0;
        var color = Tint.Mix(studio.Air.Clouds[0], studio.Air.Clouds[1], studio.Between(0.1f, 0.9f));
        var shape = Outline(size).At(SKMatrix.CreateScale(isMirrored ? -1 : 1, 1).PostConcat(SKMatrix.CreateTranslation(x, y)));
        var box = shape.Bounds;
        box.Inflate(14 * studio.Unit, 14 * studio.Unit);
        var cloud = studio.Bake(box, (canvas, painter) => painter.Sheet(canvas, shape, color, 1, 2));
        var pace = (index % 2 == 0 ? 5f : -4f) * studio.Unit;
        box.Inflate(90 * studio.Unit, 3 * studio.Unit);
        studio.Behind.Moving(depth, box, (canvas, moment) => cloud.Draw(canvas, pace * (moment.Seconds - moment.Frames / 48f), 0));
    }

    private static SKPath Outline(float size)
    {
        var bar = Held.Path();
        bar.AddRoundRect(new SKRect(-size * 2.6f, -size * 0.42f, size * 2.6f, 0), size * 0.21f, size * 0.21f);
        var discs = Array.ConvertAll(Lumps, l => Knife.Disc(l.X * size, l.Y * size, l.Radius * size));
        var cloud = Knife.Joined([bar, .. discs]).Less(Knife.Box(-size * 3, 0, size * 3, size * 2));
        foreach (var (x, y, radius) in Lumps)
        {
            cloud.Hole(Knife.Crescent(x * size, (y - radius * 0.30f) * size, radius * size * 0.52f, size * 0.045f, -16));
            cloud.Hole(Knife.Crescent((x + 0.03f) * size, (y + radius * 0.02f) * size, radius * size * 0.30f, size * 0.035f, -16));
        }

        return cloud;
    }
}
