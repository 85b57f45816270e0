using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>Ground and scenery that pass by people who walk beside the camera; in the middle of the shot all is where it was composed.</summary>
/// <param name="Pace">Stage pixels per second at depth 1; above 0 the walkers go to the right.</param>
internal readonly record struct Passage(float Pace)
{
    /// <summary>Nothing passes.</summary>
    public static Passage None => default;

    /// <summary>The camera turns over it: the far goes half as far as the near, and does not stay.</summary>
    public bool Turns { get; init; }

    /// <summary>How far what is at a depth has been carried along, in stage pixels.</summary>
    public float At(float depth, Moment moment) => -Pace * (Turns ? 0.5f + 0.5f * depth : depth) * (moment.Seconds - moment.Frames / 48f);

    /// <summary>How far each copy of a box that comes again after <paramref name="lap"/> lies from the box, for the copies that are seen.</summary>
    /// <param name="seen">What the camera shows of the layer, in stage pixels.</param>
    public Laps Of(SKRect box, float lap, float depth, Moment moment, SKRect seen)
    {
        var carried = At(depth, moment);
        var first = (int)MathF.Floor((seen.Left - carried - box.Right) / lap) + 1;
        var last = (int)MathF.Ceiling((seen.Right - carried - box.Left) / lap) - 1;
        return new Laps(carried + first * lap, lap, Math.Max(0, last - first + 1));
    }
}

/// <summary>Copies at even distances.</summary>
/// <param name="First">Shift of the first copy.</param>
internal readonly record struct Laps(float First, float Lap, int Count)
{
    public float this[int copy] => First + copy * Lap;
}
