using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>
/// A part of a wing seen from the side while it beats: broad above the shoulder, then broad below it. It never shrinks to an edge: half way
/// it still stands off the body by a part of its length, swept back a little, and turns over from one frame to the next, as a sheet does on its pin.
/// </summary>
/// <param name="X">Where one length along the feathers' front-to-back line (+x of the cut) is seen, in the body's own measures.</param>
/// <param name="Y">The same of +y of the cut, which points from the tip to the root.</param>
internal readonly record struct WingBeat(Vector2 X, Vector2 Y)
{
    /// <summary>Share of its length that it stands off the body at least, and how far back it lies then, and always.</summary>
    private const float Least = 0.54f, Swept = 0.38f, Rest = 0.12f;

    /// <summary>Where the tip is seen, for a length of 1.</summary>
    public Vector2 Tip => -Y;

    /// <param name="lift">Share of its length that it is raised, -1 to 1.</param>
    /// <param name="raised">Above the shoulder; else it is lowered and seen mirrored. Parts of one wing are on one side.</param>
    /// <param name="size">Of the whole wing; the far one is a little smaller.</param>
    public static WingBeat At(float lift, bool raised, float size)
    {
        var side = raised ? 1 : -1;
        var full = Curve.Ease(Math.Clamp(side * lift, 0, 1));
        float height = Least + (1 - Least) * full, back = Rest + (Swept - Rest) * (1 - full);
        // The front edge follows the turn half of the way.
        var (sin, cos) = MathF.SinCos(-side * 0.55f * MathF.Atan2(back, height));
        return new WingBeat(new Vector2(cos, sin) * size, new Vector2(back, side * height) * size);
    }

    /// <summary>The same on a body that is turned by so many radians.</summary>
    public WingBeat Turned(float angle)
    {
        var turn = Matrix3x2.CreateRotation(angle);
        return new WingBeat(Vector2.Transform(X, turn), Vector2.Transform(Y, turn));
    }
}
