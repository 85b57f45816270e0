using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What one prompt says, before anything is carried over or filled in.</summary>
internal sealed class ShotFacts
{
    public Claims<Place> Place { get; } = new();

    public Claims<TimeOfDay> Time { get; } = new();

    public Claims<Weather> Weather { get; } = new();

    public Claims<Season> Season { get; } = new();

    /// <summary>What drifts through the air.</summary>
    public Claims<Aloft> Aloft { get; } = new();

    /// <summary>What is seen in the sky of a night.</summary>
    public Claims<SkyWord> Sky { get; } = new();

    /// <summary>What the place has besides.</summary>
    public Traits Traits { get; private set; }

    /// <summary>What the place is said not to have.</summary>
    public Traits DeniedTraits { get; private set; }

    public Claims<ShotSize> Size { get; } = new();

    /// <summary>Of the whole film, wherever it is said.</summary>
    public Claims<Drawing> Drawing { get; } = new();

    public Claims<CameraMove> Camera { get; } = new();

    /// <summary>How fast the camera goes.</summary>
    public Claims<CameraPace> Pace { get; } = new();

    /// <summary>From how high the camera looks.</summary>
    public Claims<CameraAngle> Angle { get; } = new();

    /// <summary>Whether it leans.</summary>
    public Claims<CameraRoll> Roll { get; } = new();

    public Cast Cast { get; } = new();

    /// <summary>What is to be heard.</summary>
    public SoundFacts Sound { get; } = new();

    public ThingClaims Things { get; } = new();

    /// <summary>The picture of the request's that takes the place of the place, as its plan calls it.</summary>
    public string? Backdrop { get; set; }

    /// <summary>The words that nothing explains or that are drawn differently, in order.</summary>
    public List<string> NotUnderstood { get; } = [];

    /// <summary>Words that are drawn in one place only, where this prompt says none: in any other they are not understood.</summary>
    public List<(string Word, Place Place)> OnlyIn { get; } = [];

    /// <summary>Comes after what was said before, in the story's time ("then", 接着): what it says does not hold for the shots before.</summary>
    public bool Follows { get; init; }

    /// <summary>Says where, who or what is done: enough for a shot of its own.</summary>
    public bool Stands => Place.Said is not null || Size.Said is not null || Cast.IsSaid || Things.Said.Count > 0 || Backdrop is not null;

    public void Affirm(Traits traits) => (Traits, DeniedTraits) = (Traits | traits, DeniedTraits & ~traits);

    public void Deny(Traits traits) => (Traits, DeniedTraits) = (Traits & ~traits, DeniedTraits | traits);

    /// <summary>Denies whatever <paramref name="other"/> denies.</summary>
    public void DenyAll(ShotFacts other)
    {
        Place.DenyAll(other.Place);
        Time.DenyAll(other.Time);
        Weather.DenyAll(other.Weather);
        Season.DenyAll(other.Season);
        Aloft.DenyAll(other.Aloft);
        Sky.DenyAll(other.Sky);
        Size.DenyAll(other.Size);
        Drawing.DenyAll(other.Drawing);
        Camera.DenyAll(other.Camera);
        Angle.DenyAll(other.Angle);
        Roll.DenyAll(other.Roll);
        Pace.DenyAll(other.Pace);
        Cast.DenyAll(other.Cast);
        Sound.DenyAll(other.Sound);
        Things.DenyAll(other.Things);
        Deny(other.DeniedTraits);
    }
}
