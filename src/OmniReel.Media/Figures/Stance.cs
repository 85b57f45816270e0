using System.Numerics;
using System.Runtime.CompilerServices;

namespace OmniReel.Media.Figures;

/// <summary>The root and direction of a bone in figure metres (y down, ground at 0).</summary>
/// <param name="Angle">Radians, clockwise as seen, from the bone's rest direction.</param>
internal readonly record struct Placed(Vector2 Root, float Angle)
{
    /// <summary>A point of the bone's own coordinates.</summary>
    public Vector2 At(float x, float y)
    {
        var (sin, cos) = MathF.SinCos(Angle);
        return Root + new Vector2(x * cos - y * sin, x * sin + y * cos);
    }

    public Placed Child(float x, float y, float angle) => new(At(x, y), angle);
}

/// <summary>A solved skeleton: where every bone is.</summary>
internal struct Stance
{
    private Bones _bones;

    public Placed this[Bone bone]
    {
        readonly get => _bones[(int)bone];
        set => _bones[(int)bone] = value;
    }

    /// <summary>The share of its breadth that a figure keeps edge-on: narrower, paper is a strip and nobody turns.</summary>
    public const float Depth = 0.80f;

    /// <summary>Cosine of the turn: 1 as drawn, -1 mirrored.</summary>
    public float Facing { readonly get; set; }

    /// <summary>1 as drawn, -1 mirrored; between while the figure turns, but never less than <see cref="Depth"/> to a side.</summary>
    public readonly float Width => Across(Depth);

    /// <summary>The x about which <see cref="Width"/> narrows.</summary>
    public float Axis { get; set; }

    /// <summary>Degrees that the skirt opens to each side beyond the legs.</summary>
    public float Flare { get; set; }

    /// <summary>Signed share of its breadth that a part of this depth shows: an ellipse seen from the side.</summary>
    public readonly float Across(float depth)
    {
        var across = MathF.Sqrt(Facing * Facing * (1 - depth * depth) + depth * depth);
        return Facing < 0 ? -across : across;
    }

    /// <summary>A point after the turn is applied.</summary>
    public readonly Vector2 Turned(Vector2 point) => new(Axis + (point.X - Axis) * Width, point.Y);

    [InlineArray(15)]
    private struct Bones
    {
        private Placed _first;
    }
}
