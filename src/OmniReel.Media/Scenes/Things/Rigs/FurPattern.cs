using System.Numerics;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Stripes, spots and patches, kept within the sheet that they lie on; light ones are cut through.</summary>
internal static class FurPattern
{
    public static IEnumerable<RigSheet> Trunk(Beast beast, SKPath outline)
    {
        var box = outline.Bounds;
        return beast.Words.Text("pattern") switch
        {
            "stripes" => [Kept(outline, Stripes(beast, box, 0.085f, 0.62f), Fur.Line)],
            "bands" => [Kept(outline, Stripes(beast, box, 0.090f, 1.05f), Fur.Line)],
            "tabby" => [Kept(outline, Stripes(beast, box, 0.125f, 0.42f), Fur.Dark)],
            "spots" => [Dotted(Spots(outline, 0.034f, 0.115f, ring: true), Fur.Line)],
            "dapples" => [Dotted(Spots(outline, 0.019f, 0.110f, ring: false, 0.62f), Fur.Pale)],
            "dots" => [Dotted(Spots(outline, 0.034f, 0.155f, ring: false), Fur.Line)],
            "patches" => [Kept(outline, Patches(box, false), Fur.Dark)],
            "net" => [Kept(outline, Patches(box, true), Fur.Dark)],
            "belt" => [Kept(outline, Knife.Box(beast.Shoulder.X - 0.30f, box.Top, box.Right, box.Bottom), Fur.Dark)],
            "fleece" => [Kept(outline, Curls(box), Fur.Far)],
            _ => [],
        };
    }

    /// <summary>Of who sits: stripes run inward from the back.</summary>
    /// <param name="back">Points along it.</param>
    public static IEnumerable<RigSheet> Seated(Beast beast, SKPath outline, IReadOnlyList<Vector2> back)
    {
        var pattern = beast.Words.Text("pattern");
        if (pattern is not ("stripes" or "bands" or "tabby"))
            return Trunk(beast, outline);
        var bars = Held.Path();
        for (var i = 0; i < back.Count; i++)
        {
            var to = back[i] + (new Vector2(0.08f, -0.42f) - back[i]) * (i % 2 == 0 ? 0.50f : 0.38f);
            bars.AddPath(Wedge(back[i].X, back[i].Y, to.X, to.Y, 0.055f));
        }

        return [Kept(outline, bars, pattern == "tabby" ? Fur.Dark : Fur.Line)];
    }

    public static IEnumerable<RigSheet> Limb(string pattern, SKPath limb)
    {
        var box = limb.Bounds;
        if (pattern is "stripes" or "bands" or "tabby")
        {
            var bars = Held.Path();
            for (var y = box.Top + 0.10f; y < box.Bottom - 0.03f; y += 0.075f)
                bars.AddPath(Wedge(box.Left, y, box.MidX + 0.02f, y + 0.015f, 0.026f));
            return [Kept(limb, bars, pattern == "tabby" ? Fur.Dark : Fur.Line)];
        }

        return pattern switch
        {
            "spots" => [Dotted(Spots(limb, 0.024f, 0.09f, ring: false), Fur.Line)],
            "dots" => [Dotted(Spots(limb, 0.026f, 0.13f, ring: false), Fur.Line)],
            "net" => [Dotted(Spots(limb, 0.036f, 0.11f, ring: false), Fur.Dark)],
            _ => [],
        };
    }

    private static RigSheet Dotted(SKPath spots, Fur fur) => new(spots, fur, 0, 0);

    private static RigSheet Kept(SKPath outline, SKPath pattern, Fur fur)
    {
        return new RigSheet(outline.Combine(pattern, SKPathOp.Intersect) ?? Held.Path(), fur, 0, 0);
    }

    /// <summary>From the back down, and shorter ones from the belly up between them.</summary>
    private static SKPath Stripes(Beast beast, SKRect box, float apart, float depth)
    {
        var path = Held.Path();
        var i = 0;
        for (var x = box.Left + 0.04f; x < box.Right; x += apart, i++)
        {
            var deep = (beast.Back - beast.Belly) * depth * (i % 2 == 0 ? 1 : 0.78f);
            var lean = 0.05f * MathF.Sin(i * 1.9f);
            path.AddPath(Wedge(x, box.Top - 0.02f, x + lean + 0.02f, box.Top + 0.06f + deep, apart * 0.46f));
            if (depth is > 0.5f and < 1)
                path.AddPath(Wedge(x + apart * 0.5f, box.Bottom, x + apart * 0.5f + lean, box.Bottom - 0.10f - 0.4f * deep, apart * 0.40f));
        }

        return path;
    }

    /// <summary>A bar that ends in a point.</summary>
    private static SKPath Wedge(float x, float y, float toX, float toY, float width)
    {
        float dx = toX - x, dy = toY - y, length = MathF.Sqrt(dx * dx + dy * dy);
        float nx = -dy / length * width / 2, ny = dx / length * width / 2;
        var path = Held.Path();
        path.MoveTo(x - nx, y - ny);
        path.QuadTo(x + dx * 0.6f - nx * 1.1f, y + dy * 0.6f - ny * 1.1f, toX, toY);
        path.QuadTo(x + dx * 0.6f + nx * 1.1f, y + dy * 0.6f + ny * 1.1f, x + nx, y + ny);
        path.Close();
        return path;
    }

    /// <summary>Those that lie wholly within the outline.</summary>
    private static SKPath Spots(SKPath outline, float radius, float apart, bool ring, float down = 1)
    {
        var box = outline.Bounds;
        var path = Held.Path(ring ? SKPathFillType.EvenOdd : SKPathFillType.Winding);
        var row = 0;
        for (var y = box.Top + apart * 0.45f; y < box.Top + box.Height * down; y += apart * 0.82f, row++)
        {
            var i = 0;
            for (var x = box.Left + (row % 2 == 0 ? 0.3f : 0.8f) * apart; x < box.Right; x += apart, i++)
            {
                float r = radius * (1 + 0.22f * MathF.Sin(i * 2.3f + row * 4.1f)), px = x + 0.16f * apart * MathF.Sin(i * 5.1f + row), py = y + 0.14f * apart * MathF.Sin(i * 3.7f + row * 2);
                if (!Within(outline, px, py, r * 1.1f))
                    continue;
                path.AddCircle(px, py, r);
                if (ring)
                    path.AddCircle(px + 0.12f * r, py, r * 0.50f);
            }
        }

        return path;
    }

    private static bool Within(SKPath outline, float x, float y, float r) =>
        outline.Contains(x - r, y) && outline.Contains(x + r, y) && outline.Contains(x, y - r) && outline.Contains(x, y + r);

    private static SKPath Patches(SKRect box, bool net)
    {
        var path = Held.Path();
        var apart = net ? 0.155f : 0.36f;
        var row = 0;
        for (var y = box.Top + (net ? 0.06f : 0.10f); y < box.Bottom + apart; y += apart, row++)
        {
            var i = 0;
            for (var x = box.Left + (row % 2 == 0 ? 0.1f : 0.62f) * apart; x < box.Right + apart * 0.5f; x += apart * (net ? 1 : 1.25f), i++)
            {
                var points = new float[14];
                for (var k = 0; k < 7; k++)
                {
                    var r = apart * (net ? 0.46f : 0.36f) * (1 + (net ? 0.12f : 0.34f) * MathF.Sin(k * 2.4f + i * 1.7f + row * 2.9f));
                    (points[2 * k], points[2 * k + 1]) = (x + r * MathF.Cos(k * MathF.Tau / 7), y + r * MathF.Sin(k * MathF.Tau / 7));
                }

                path.AddPath(net ? Knife.Polygon(points) : Knife.Smooth(true, points));
            }
        }

        return path;
    }

    private static SKPath Curls(SKRect box)
    {
        var path = Held.Path();
        var row = 0;
        for (var y = box.Top + 0.07f; y < box.Bottom - 0.02f; y += 0.085f, row++)
        {
            for (var x = box.Left + (row % 2 == 0 ? 0.05f : 0.10f); x < box.Right; x += 0.105f)
                path.AddPath(Knife.Crescent(x, y, 0.036f, 0.012f, row % 2 == 0 ? 12 : -12));
        }

        return path;
    }
}
