using System.Numerics;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>
/// A part of a wing seen from the side while it beats. Raised and lowered it stands off the body; between the two it does not
/// shrink toward whoever looks, but lies back along the body, as a puppeteer turns it about its pin, and turns over there.
/// </summary>
/// <param name="X">Where one length along the feathers' front-to-back line (+x of the cut) is seen, in the body's own measures.</param>
/// <param name="Y">The same of +y of the cut, which points from the tip to the root.</param>
internal readonly record struct WingBeat(Vector2 X, Vector2 Y)
{
    /// <summary>Least share of its length that a wing shows.</summary>
    public const float Least = 0.60f;

    /// <summary>How far back it lies half way, and always.</summary>
    private const float Swept = 0.74f, Rest = 0.12f;

    /// <summary>Where the tip is seen, for a length of 1.</summary>
    public Vector2 Tip => -Y;

    /// <param name="lift">Share of its length that it is raised, -1 to 1; below 0 it is lowered and seen mirrored.</param>
    /// <param name="size">Of the whole wing; the far one is a little smaller.</param>
    public static WingBeat At(float lift, float size)
    {
        var height = MathF.Min(1, MathF.Abs(lift));
        var back = Rest + (Swept - Rest) * (1 - Curve.Ease(height));
        // The front edge follows the turn half of the way; as the wing turns over it shows at least a blade.
        var turn = 0.62f * MathF.Atan2(back, height) * Math.Max(0.40f, Curve.Ease(height / 0.22f)) * (lift < 0 ? 1 : -1);
        var (sin, cos) = MathF.SinCos(turn);
        var breadth = 0.62f + 0.38f * Curve.Ease(height / 0.5f);
        return new WingBeat(new Vector2(cos, sin) * (breadth * size), new Vector2(back, MathF.Sign(lift) * height) * size);
    }

    /// <summary>The same on a body that is turned by so many radians.</summary>
    public WingBeat Turned(float angle)
    {
        var turn = Matrix3x2.CreateRotation(angle);
        return new WingBeat(Vector2.Transform(X, turn), Vector2.Transform(Y, turn));
    }
}
