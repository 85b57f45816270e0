using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>One cut sheet in its bone's measures, y down, facing right. Holes are contours of an even-odd outline.</summary>
/// <param name="Rim">Width of the lit bevel in units; 0 for paint on the sheet below.</param>
internal sealed record RigSheet(SKPath Outline, Fur Fur, float Lift = 0.6f, float Rim = 2f);

/// <summary>Something of a puppet that moves as one piece.</summary>
/// <param name="Bone">Place of its bone in a pose.</param>
internal abstract record RigItem(int Bone, IReadOnlyList<RigSheet> Sheets);

/// <summary>A stiff piece on a bone.</summary>
/// <param name="Pins">Joints of the body: place, radius. Heads have none: a pin there is a second eye.</param>
internal sealed record RigPart(int Bone, IReadOnlyList<RigSheet> Sheets, IReadOnlyList<(Vector2 At, float Radius)> Pins) : RigItem(Bone, Sheets);

/// <summary>A soft piece that bends: cut straight along +x from its root, of a length; at a moment its nodes turn.</summary>
/// <param name="Turn">Radians that the strip has turned against its bone at a share (0 root to 1 end) of its length.</param>
internal sealed record RigStrip(int Bone, IReadOnlyList<RigSheet> Sheets, float Length, Func<float, RigMoment, float> Turn) : RigItem(Bone, Sheets)
{
    /// <summary>Where on its bone the root is.</summary>
    public Vector2 Offset { get; init; }
}

/// <summary>The moment that is posed.</summary>
/// <param name="Seconds">Since the shot began, with the puppet's phase.</param>
/// <param name="Way">Of ground that has passed below the puppet since the middle of the shot, in its own measures.</param>
internal readonly record struct RigMoment(float Seconds, float Way);

/// <summary>Where every bone is: right-facing, y down, the ground at 0, the body's place at x 0.</summary>
internal sealed class RigPose(int bones)
{
    private readonly Placed[] _bones = new Placed[bones];

    public Placed this[int bone]
    {
        get => _bones[bone];
        set => _bones[bone] = value;
    }

    /// <summary>How far the body is off the ground beyond its stance.</summary>
    public float Rise { get; set; }

    /// <summary>Stretch of single bones across them; 1 as cut.</summary>
    public Dictionary<int, Vector2> Stretch { get; } = [];

    /// <summary>Bones that turn in depth: where one length along +x and one along +y of theirs are seen, whatever their angle.</summary>
    public Dictionary<int, (Vector2 X, Vector2 Y)> Seen { get; } = [];
}

/// <summary>A puppet as data: its pieces far to near, and how it is posed.</summary>
/// <param name="Box">What it covers in an even stance.</param>
/// <param name="Belly">Height of the waterline when it floats.</param>
internal sealed record Rig(IReadOnlyList<RigItem> Items, Func<RigMoment, RigPose> Pose, SKRect Box, float Belly = 0)
{
    /// <summary>Size of the head in the puppet's measures.</summary>
    public float Head { get; init; }

    /// <summary>The bone that carries a rider, and where on it the middle of the back is.</summary>
    public (int Bone, Vector2 At) Back { get; init; }
}
