using System.Numerics;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Bones of a four-legged animal; limbs point down (+y) from their root, the others forward (+x).</summary>
internal enum BeastBone
{
    Haunch, Chest, Neck, Head, NearEar, FarEar, Tail, Trunk, Jaw,
    NearUpper, NearForearm, NearCannon, NearForefoot, FarUpper, FarForearm, FarCannon, FarForefoot,
    NearThigh, NearShank, NearHock, NearHindfoot, FarThigh, FarShank, FarHock, FarHindfoot,
}

/// <summary>The proportions of a four-legged animal in heights of its withers, y down, the ground at 0, facing right.</summary>
internal sealed record Beast
{
    public Beast(RigWords words)
    {
        Words = words;
        Length = words.Number("length");
        Rump = words.Number("rump");
        Back = words.Number("back");
        Belly = words.Number("belly");
        Chest = words.Number("chest");
        Flank = words.Number("flank");
        Bulk = words.Number("bulk");
        NeckLength = words.Number("neck");
        NeckUp = words.Number("neckup") * Degree;
        HeadSize = words.Number("head");
        HeadDown = words.Number("headdown") * Degree;
        FootHeight = words.Number("foot");
        Spring = words.Number("spring");
        Tempo = words.Number("tempo");
        TailLength = words.Number("tail");
        TailUp = words.Number("tailup") * Degree;
        TailCurl = words.Number("tailcurl") * Degree;
        var fore = words.Points("fore");
        var hind = words.Points("hind");
        float sx = Length / 2, hx = -Length / 2;
        (Shoulder, Elbow, Wrist, ForeFoot) = (At(fore[0], sx), At(fore[1], sx), At(fore[2], sx), At(fore[3], sx));
        (Hip, Stifle, Hock, HindFoot) = (At(hind[0], hx), At(hind[1], hx), At(hind[2], hx), At(hind[3], hx));
        ForeWidths = words.Numbers("forew");
        HindWidths = words.Numbers("hindw");
        Middle = new Vector2(0, -(Back + Belly) / 2);
        NeckRoot = new Vector2(sx - 0.05f * Bulk, -words.Number("neckat"));
        TailRoot = new Vector2(hx - 0.13f * Bulk, -(Rump - words.Number("tailat")));

        static Vector2 At(Vector2 point, float x) => new(point.X + x, point.Y);
    }

    public const float Degree = MathF.PI / 180;

    public RigWords Words { get; }

    /// <summary>Hip joint to shoulder joint, along the ground.</summary>
    public float Length { get; }

    /// <summary>Heights above the ground: the croup, the middle of the back, of the belly, of the breast and of the flank.</summary>
    public float Rump { get; }

    /// <inheritdoc cref="Rump"/>
    public float Back { get; }

    /// <inheritdoc cref="Rump"/>
    public float Belly { get; }

    /// <inheritdoc cref="Rump"/>
    public float Chest { get; }

    /// <inheritdoc cref="Rump"/>
    public float Flank { get; }

    /// <summary>How far the body reaches beyond its joints; 1 for a fox.</summary>
    public float Bulk { get; }

    public float NeckLength { get; }

    /// <summary>Radians above the horizon.</summary>
    public float NeckUp { get; }

    public float HeadSize { get; }

    /// <summary>Radians below the horizon.</summary>
    public float HeadDown { get; }

    /// <summary>Height of the lowest joint.</summary>
    public float FootHeight { get; }

    /// <summary>How much the spine bends in a gallop; 1 for a fox, 0 for an elephant.</summary>
    public float Spring { get; }

    /// <summary>Haste of its steps; 1 for a fox.</summary>
    public float Tempo { get; }

    public float TailLength { get; }

    public float TailUp { get; }

    public float TailCurl { get; }

    public Vector2 Shoulder { get; }

    public Vector2 Elbow { get; }

    public Vector2 Wrist { get; }

    public Vector2 ForeFoot { get; }

    public Vector2 Hip { get; }

    public Vector2 Stifle { get; }

    public Vector2 Hock { get; }

    public Vector2 HindFoot { get; }

    /// <summary>Radii of the fore leg at shoulder, elbow, wrist, foot; of the hind leg likewise.</summary>
    public float[] ForeWidths { get; }

    /// <inheritdoc cref="ForeWidths"/>
    public float[] HindWidths { get; }

    /// <summary>About this the back bends.</summary>
    public Vector2 Middle { get; }

    public Vector2 NeckRoot { get; }

    public Vector2 TailRoot { get; }

    public bool IsHoofed => Words.Text("paw") == "hoof";
}
