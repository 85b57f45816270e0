namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>A way to go on four legs. Shares are of a round of all feet.</summary>
/// <param name="NearHind">When the foot comes down.</param>
/// <param name="HindDuty">Share of the round that a hind foot is on the ground.</param>
/// <param name="Stride">Heights of the withers that an easy round covers.</param>
/// <param name="Cadence">Easy rounds in a second.</param>
/// <param name="Lift">How high feet go.</param>
/// <param name="Flex">Degrees that the wrist bends.</param>
/// <param name="Bob">How far the body rises and falls.</param>
/// <param name="Beats">Rises in a round.</param>
/// <param name="Top">When the body is highest.</param>
/// <param name="Pitch">Degrees that the body rocks, forehand up first.</param>
/// <param name="Spine">Degrees that the back bends, at a spring of 1.</param>
/// <param name="Nod">Degrees that the neck swings.</param>
internal sealed record Gait(
    float NearHind, float FarHind, float NearFore, float FarFore, float HindDuty, float ForeDuty, float Stride, float Cadence,
    float Lift, float Flex, float Bob, float Beats, float Top, float Pitch, float Spine, float Nod)
{
    /// <summary>Hind foot, fore foot of the same side, then the other side: three feet carry.</summary>
    public static Gait Walk { get; } = new(0, 0.5f, 0.25f, 0.75f, 0.63f, 0.62f, 0.92f, 1.05f, 0.07f, 48, 0.010f, 2, 0.12f, 0.7f, 0, 2.6f);

    public static Gait Lumber { get; } = Walk with { HindDuty = 0.68f, ForeDuty = 0.68f, Stride = 0.80f, Cadence = 0.75f, Lift = 0.055f, Flex = 30, Bob = 0.012f, Nod = 2.2f };

    /// <summary>Feet across from each other together, and a moment in the air between.</summary>
    public static Gait Trot { get; } = new(0, 0.5f, 0.5f, 0, 0.44f, 0.42f, 1.30f, 1.75f, 0.13f, 82, 0.030f, 2, 0.46f, 1.2f, 0, 1.4f);

    /// <summary>Hind feet, then fore feet, then gathered in the air.</summary>
    public static Gait Gallop { get; } = new(0, 0.10f, 0.40f, 0.53f, 0.27f, 0.26f, 2.25f, 1.9f, 0.20f, 105, 0.060f, 1, 0.92f, 5.5f, 12, 5);

    /// <summary>The half bound of hares: both hind feet push, the fore feet land one after the other.</summary>
    public static Gait Hop { get; } = new(0, 0.05f, 0.60f, 0.69f, 0.24f, 0.17f, 1.9f, 1.7f, 0.16f, 80, 0.12f, 1, 0.42f, 9, 17, 7) { Leap = 0.34f };

    /// <summary>How high the whole animal springs, besides its bob.</summary>
    public float Leap { get; init; }

    /// <summary>0 while a foot is down, to 1 at the top of the flight between the hind feet's push and the landing.</summary>
    /// <param name="round">Rounds since the beginning.</param>
    public float Flight(float round)
    {
        var share = round - MathF.Floor(round);
        float off = Math.Max(NearHind, FarHind) + HindDuty, on = Math.Min(NearFore, FarFore);
        return share > off && share < on ? MathF.Sin(MathF.PI * (share - off) / (on - off)) : 0;
    }

    /// <summary>The gait that fits a speed: nobody trots in slow motion.</summary>
    /// <param name="speed">Heights of the withers a second.</param>
    public Gait At(float speed, float tempo)
    {
        speed /= tempo;
        return this == Gallop && speed < 0.42f * Stride * Cadence ? Trot.At(speed, 1) : this == Trot && speed < 0.40f * Stride * Cadence ? Walk : this;
    }
}
