using System.Globalization;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>What a sheet of an animal is cut from.</summary>
internal enum Fur { Coat, Soft, Far, Pale, Dark, DarkFar, Mane, Horn, Blush, Line, Pin, Eye, EyeOnDark, Glint, Tongue }

/// <summary>One sheet of a named shape, written facing right with y upward and a size near 1; here y points down.</summary>
internal sealed record RigShape(SKPath Outline, Fur Fur, float Lift);

/// <summary>Heads, ears, horns, feet and tails of the animals, from the embedded file <c>rig-shapes.txt</c>. Immutable.</summary>
internal static class RigShapes
{
    private static readonly Lazy<Dictionary<string, List<string[]>>> Lines = new(Load);

    /// <summary>Sheets of a shape, back to front, scaled; the caller owns the paths. None for the name that ends in <c>none</c>.</summary>
    /// <param name="asleep">With closed eyes.</param>
    /// <exception cref="FormatException">The file has no such shape, or it cannot be read.</exception>
    public static IReadOnlyList<RigShape> Of(string name, SKMatrix matrix, bool asleep = false)
    {
        if (name.EndsWith(".none", StringComparison.Ordinal))
            return [];
        if (!Lines.Value.TryGetValue(name, out var lines))
            throw new FormatException($"There is no shape {name}.");
        var shown = lines.Where(fields => fields[3] != (asleep ? "awake" : "asleep")).ToList();
        // Eyes lie above whatever else is on a head.
        return [.. shown.Select(fields => Read(fields, matrix)), .. shown.SelectMany(fields => RigEyes.Of(fields, matrix, asleep))];
    }

    public static IReadOnlyList<RigShape> Of(string name, float size) => Of(name, SKMatrix.CreateScale(size, size));

    /// <summary>The numbers of a field such as <c>c:1,2</c> or <c>1,2!</c>.</summary>
    internal static float[] Numbers(string field) =>
        [.. (field[1] == ':' ? field[2..] : field).TrimEnd('!').Split(',').Select(n => float.Parse(n, CultureInfo.InvariantCulture))];

    private static Dictionary<string, List<string[]>> Load()
    {
        var lines = new Dictionary<string, List<string[]>>();
        using var stream = typeof(RigShapes).Assembly.GetManifestResourceStream("rig-shapes.txt")
            ?? throw new InvalidOperationException("The file of rig shapes is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 4 || fields[0][0] == '#')
                continue;
            if (!lines.TryGetValue(fields[0], out var own))
                lines.Add(fields[0], own = []);
            own.Add(fields);
        }

        return lines;
    }

    /// <summary>Name, fur, lift; then points (<c>x,y</c>; <c>x,y!</c> is a corner), limbs (<c>l:x,y,r</c>; <c>m:</c> begins another), discs and crescents, and holes.</summary>
    private static RigShape Read(string[] fields, SKMatrix matrix)
    {
        var points = new List<float>();
        var holes = new List<SKPath>();
        var limbs = new List<SKPath>();
        float[]? last = null;
        foreach (var field in fields[3..].Where(f => f is not ("awake" or "asleep") && f[..2] != "e:"))
        {
            var n = Numbers(field);
            switch (field[..2])
            {
                case "o:": holes.Add(Knife.Disc(n[0], -n[1], n[2])); break;
                case "c:": holes.Add(Knife.Crescent(n[0], -n[1], n[2], n[3], -n[4])); break;
                case "s:": limbs.Add(Knife.Crescent(n[0], -n[1], n[2], n[3], -n[4])); break;
                case "d:": limbs.Add(Knife.Disc(n[0], -n[1], n[2])); break;
                case "m:": last = n; break;
                case "l:":
                    limbs.Add(Knife.Limb(new SKPoint(last![0], -last[1]), new SKPoint(n[0], -n[1]), last[2], n[2], 1));
                    last = n;
                    break;
                default:
                    for (var i = field[^1] == '!' ? 2 : 1; i > 0; i--)
                        points.AddRange([n[0], -n[1]]);
                    break;
            }
        }

        if (points.Count > 0)
            limbs.Add(Knife.Smooth(true, [.. points]));
        // Unions of paths lose what is thinner than a few hundredths: they are made a hundred times as large.
        var outline = limbs.Count == 1 ? limbs[0] : Knife.Joined([.. limbs.Select(l => l.At(SKMatrix.CreateScale(100, 100)))]).At(SKMatrix.CreateScale(0.01f, 0.01f));
        foreach (var hole in holes)
            outline.Hole(hole);
        outline.Transform(matrix);
        return new RigShape(outline, Enum.Parse<Fur>(fields[1], ignoreCase: true), float.Parse(fields[2], CultureInfo.InvariantCulture));
    }
}
