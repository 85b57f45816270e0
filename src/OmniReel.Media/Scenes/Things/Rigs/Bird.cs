using System.Numerics;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Bones of a bird. Legs point down from their root, wings up, the others forward.</summary>
internal enum BirdBone
{
    Body, Neck, Head, Tail, NearFold, NearWing, NearHand, FarWing, FarHand,
    NearThigh, NearShank, NearFoot, FarThigh, FarShank, FarFoot,
}

/// <summary>The proportions of a bird in lengths of its body, y down, the ground at 0, facing right.</summary>
internal sealed record Bird
{
    public Bird(RigWords words)
    {
        Words = words;
        Tilt = words.Number("tilt") * Beast.Degree;
        Leg = words.Number("leg");
        Neck = words.Number("neck");
        NeckUp = words.Number("neckup") * Beast.Degree;
        NeckCurl = words.Number("neckcurl") * Beast.Degree;
        Head = words.Number("head");
        Inner = words.Number("inner");
        Outer = words.Number("outer");
        Beat = words.Number("beat");
        Tempo = words.Number("tempo");
        var root = words.Numbers("neckat");
        NeckRoot = new Vector2(root[0], -root[1]);
        var hip = words.Numbers("hip");
        Hip = new Vector2(hip[0], -hip[1]);
    }

    public RigWords Words { get; }

    /// <summary>Radians that the body is raised when it stands.</summary>
    public float Tilt { get; }

    /// <summary>What is seen of a leg.</summary>
    public float Leg { get; }

    public float Neck { get; }

    /// <summary>Radians above the horizon at the root; along the neck it turns by <see cref="NeckCurl"/> more.</summary>
    public float NeckUp { get; }

    /// <inheritdoc cref="NeckUp"/>
    public float NeckCurl { get; }

    public float Head { get; }

    /// <summary>Lengths of the two parts of a wing.</summary>
    public float Inner { get; }

    /// <inheritdoc cref="Inner"/>
    public float Outer { get; }

    /// <summary>Beats of the wings in a second.</summary>
    public float Beat { get; }

    public float Tempo { get; }

    /// <summary>From the middle of the body.</summary>
    public Vector2 NeckRoot { get; }

    /// <inheritdoc cref="NeckRoot"/>
    public Vector2 Hip { get; }

    /// <summary>Where the wings are hinged, from the middle of the body.</summary>
    public static Vector2 Shoulder { get; } = new(0.12f, -0.10f);
}
