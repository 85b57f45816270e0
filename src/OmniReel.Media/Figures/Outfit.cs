using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Figures.Clothes;

namespace OmniReel.Media.Figures;

/// <summary>How an arm or a leg is dressed.</summary>
internal sealed record Sleeves(Dye Upper, Dye FarUpper, Dye Lower, bool Slits, bool Cuffs, float Fullness = 1)
{
    public Dye Hand { get; init; } = Dye.Skin;

    /// <summary>The hands are in thick gloves with a flared cuff.</summary>
    public bool Gauntlets { get; init; }
}

/// <inheritdoc cref="Sleeves"/>
internal sealed record Hose(Dye Near, Dye Far, Dye Shoes, bool Boots, float Fullness = 1);

/// <summary>Everything a figure wears and holds, by where it hangs; the order of drawing follows from that.</summary>
internal sealed record Outfit
{
    public required Sleeves Sleeves { get; init; }

    public required Hose Hose { get; init; }

    public required Part Trunk { get; init; }

    public required Part Head { get; init; }

    /// <summary>Outer skirts last.</summary>
    public IReadOnlyList<SkirtCut> Skirts { get; init; } = [];

    /// <summary>Cloth over the legs of who sits, in place of skirts.</summary>
    public IReadOnlyList<IItem> Lap { get; init; } = [];

    public Dye Neck { get; init; } = Dye.Skin;

    /// <summary>Ribbons, and what hangs down the back.</summary>
    public IReadOnlyList<IItem> Behind { get; init; } = [];

    /// <summary>Hair that falls behind the neck.</summary>
    public IReadOnlyList<IItem> BehindHead { get; init; } = [];

    /// <summary>Over trunk and neck: collar, umbrella.</summary>
    public IReadOnlyList<IItem> Over { get; init; } = [];

    /// <summary>Over the head: a hat.</summary>
    public IReadOnlyList<IItem> Atop { get; init; } = [];

    /// <summary>Before everything but the near arm: sash ends.</summary>
    public IReadOnlyList<IItem> Before { get; init; } = [];

    /// <summary>Over the near arm: shoulder plates.</summary>
    public IReadOnlyList<IItem> Near { get; init; } = [];

    /// <summary>Sits across something that hides the far leg.</summary>
    public bool Astride { get; init; }

    /// <summary>Whether the near hand is closed about something.</summary>
    public bool Grips { get; init; }

    /// <summary>Far to near.</summary>
    public IReadOnlyList<IItem> Items(Build build) =>
    [
        .. Behind,
        .. Limbs.Arm(build, near: false, Sleeves, grips: false),
        .. Astride ? [] : Limbs.Leg(build, near: false, Hose),
        .. Limbs.Leg(build, near: true, Hose),
        .. Skirts,
        .. Lap,
        .. BehindHead,
        Heads.Neck(build.Head, build.Breadth, Neck),
        Trunk,
        .. Over,
        Head,
        .. Atop,
        .. Before,
        .. Limbs.Arm(build, near: true, Sleeves, Grips),
        .. Near,
    ];
}
