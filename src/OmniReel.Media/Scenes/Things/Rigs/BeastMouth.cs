using System.Numerics;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Heads that give voice: what lies below the mouth's line is a jaw of its own, with the dark of the mouth and a tongue above it.</summary>
internal static class BeastMouth
{
    /// <summary>Degrees that a mouth opens at most.</summary>
    public const float Widest = 30;

    /// <summary>Booleans of paths lose what is thinner than a few hundredths: they are made this many times as large.</summary>
    private const float Fine = 100;

    /// <summary>The corner of the mouth from the joint at the nape, as an animal of this size has it, y down.</summary>
    public static Vector2 Corner(Beast beast) => new Vector2(Line(beast).X, -Line(beast).Y) * beast.HeadSize;

    /// <summary>The jaw, then the rest of the head above it.</summary>
    public static IEnumerable<RigItem> Of(Beast beast)
    {
        var size = beast.HeadSize * Fine;
        var (x, y, front) = Line(beast);
        var slope = (front - y) / (1 - x);
        // Below the line, and behind it a little under the cheek, so that no gap opens there.
        var lower = Knife.Polygon(x * size, -y * size, 1.5f * size, -(y + (1.5f - x) * slope) * size, 1.5f * size, size, (x - 0.07f) * size, size);
        var shapes = RigShapes.Of("head." + beast.Words.Text("face"), SKMatrix.CreateScale(size, size));
        var jaw = new List<RigSheet>();
        var rest = new List<RigSheet>();
        foreach (var shape in shapes)
        {
            var rim = shape.Lift == 0 ? 0 : 1.9f;
            if (shape.Outline.Combine(lower, SKPathOp.Intersect) is { IsEmpty: false } below)
                jaw.Add(new RigSheet(Own(below, beast), shape.Fur, shape.Lift * 0.6f, rim * 0.7f));
            if (shape.Outline.Less(lower) is { IsEmpty: false } above)
                rest.Add(new RigSheet(above.At(SKMatrix.CreateScale(1 / Fine, 1 / Fine)), shape.Fur, shape.Lift, rim));
        }

        yield return new RigPart((int)BeastBone.Jaw, [.. Inside((0.97f - x) * beast.HeadSize, -slope), .. jaw], []);
        yield return new RigPart((int)BeastBone.Head, rest, []);
    }

    /// <summary>Above the jaw, from its corner forward: closed, it lies behind the upper lip.</summary>
    private static IEnumerable<RigSheet> Inside(float length, float slope)
    {
        var up = MathF.Tan(0.9f * Widest * Beast.Degree);
        yield return new RigSheet(Knife.Polygon(0, 0, length, slope * length, 0.96f * length, (slope - up) * length), Fur.Line, 0, 0);
        yield return new RigSheet(
            Knife.Smooth(true, 0.08f * length, 0.02f * length, 0.45f * length, (0.45f * slope - 0.16f) * length, 0.84f * length, (0.84f * slope - 0.13f) * length, 0.86f * length, slope * length, 0.4f * length, 0.06f * length),
            Fur.Tongue, 0, 0);
    }

    private static SKPath Own(SKPath outline, Beast beast)
    {
        var corner = Corner(beast);
        return outline.At(SKMatrix.CreateScale(1 / Fine, 1 / Fine).PostConcat(SKMatrix.CreateTranslation(-corner.X, -corner.Y)));
    }

    /// <summary>The corner, and the height of the line where the nose ends; in lengths of the head, y up.</summary>
    private static (float X, float Y, float Front) Line(Beast beast) => beast.Words.Numbers("mouth") is [var x, var y, var front] ? (x, y, front) : default;
}
