using SkiaSharp;

namespace OmniReel.Media.Native;

/// <summary>Paths that outlive the calls that they were last given to (<see cref="DeferredRelease"/>). Plain ones are banned.</summary>
internal static class Held
{
    public static SKPath Path() => new HeldPath();

    public static SKPath Path(SKPathFillType fill) => new HeldPath { FillType = fill };

    /// <summary>The same outline.</summary>
    public static SKPath Path(SKPath path) => new HeldPath(path);

    /// <summary>The path of an SVG's path data; null when it is none.</summary>
    public static SKPath? Parse(string data)
    {
#pragma warning disable RS0030 // It is copied here.
        using var path = SKPath.ParseSvgPathData(data);
#pragma warning restore RS0030
        return path is null ? null : new HeldPath(path);
    }

    /// <summary>One path cut by, joined with or taken from another, with both alive until it is done; null when the library cannot.</summary>
    public static SKPath? Combine(this SKPath path, SKPath other, SKPathOp operation)
    {
        var result = new HeldPath();
        var done = path.Op(other, operation, result);
        GC.KeepAlive(path);
        GC.KeepAlive(other);
        return done ? result : null;
    }
}
