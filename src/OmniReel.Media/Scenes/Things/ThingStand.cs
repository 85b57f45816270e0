using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>What carries a thing where it is.</summary>
internal enum Carrier { Ground, Air, Water, Wall, String }

/// <summary>Where one thing is in the middle of the shot.</summary>
/// <param name="Foot">Middle of its lower edge, in stage pixels; in the water, of its waterline.</param>
/// <param name="Height">Of the drawing, in stage pixels.</param>
/// <param name="Depth">As of layers: 1 where people stand.</param>
/// <param name="Travel">Stage pixels that it goes the way it faces over the whole shot, half of them before <paramref name="Foot"/>.</param>
/// <param name="Climb">Stage pixels that it rises over the whole shot; below 0 it sinks.</param>
/// <param name="Phase">Of its motion, in seconds: no two of a flock move alike.</param>
internal sealed record ThingStand(
    SKPoint Foot, float Height, float Depth, bool FacesRight, Carrier Carrier, float Travel = 0, float Climb = 0, float Phase = 0)
{
    /// <summary>What it floats in: the line above which it is seen, and the colour of the water there; null where it is dry.</summary>
    public (float Line, SKColor Color)? Water { get; init; }

    /// <summary>Stage pixels per second by which the ground passes below it besides.</summary>
    public float Passing { get; init; }

    /// <summary>Somebody rides on it.</summary>
    public bool Ridden { get; init; }

    /// <summary>Passes by and comes again with the ground: see <see cref="Frames.Layer.Lap"/>.</summary>
    public float Lap { get; init; }
}
