namespace OmniReel.Media.Plans;

/// <summary>
/// Camera verbs. Drift is what no word asks for: a slow, small sideways parallax. Static holds still. Push and pull change the size of what
/// is seen by its distance, zooms all of it alike; a dolly zoom leaves the subject its size and lets the distance loom. Pans and tilts turn,
/// trucks and cranes go: then the horizon stays and what is near passes. An orbit goes round the subject, a follow goes along with it,
/// handheld sways.
/// </summary>
public enum CameraMove
{
    Drift, Static, Push, Pull, PanLeft, PanRight, TiltUp, TiltDown,
    TruckLeft, TruckRight, CraneUp, CraneDown, OrbitLeft, OrbitRight, Follow, ZoomIn, ZoomOut, DollyZoom, Handheld,
}

/// <summary>Slow goes less far. Fast goes as far in less than half of the shot. A whip does so within half a second.</summary>
public enum CameraPace { Slow, Fast, Whip }

/// <summary>A low camera sees the horizon deep down and people tall before the sky, a high one looks over the land.</summary>
public enum CameraAngle { Low, High }

/// <summary>A Dutch camera leans to the side, and the horizon with it.</summary>
public enum CameraRoll { Dutch }

/// <summary>How much of a person is seen; <see cref="ShotSizes.FromFar"/> has them in order.</summary>
public enum ShotSize { Wide, Full, Medium, CloseUp, ExtremeWide, MediumCloseUp, ExtremeCloseUp }

/// <summary>What shot sizes have in common.</summary>
public static class ShotSizes
{
    /// <summary>All of them: from where a person is smallest to where a face fills the frame.</summary>
    public static IReadOnlyList<ShotSize> FromFar { get; } =
        [ShotSize.ExtremeWide, ShotSize.Wide, ShotSize.Full, ShotSize.Medium, ShotSize.MediumCloseUp, ShotSize.CloseUp, ShotSize.ExtremeCloseUp];

    /// <summary>Whole people stand in a landscape.</summary>
    public static bool IsWide(this ShotSize size) => size is ShotSize.Wide or ShotSize.ExtremeWide;

    /// <summary>A face and little besides.</summary>
    public static bool IsClose(this ShotSize size) => size is ShotSize.CloseUp or ShotSize.ExtremeCloseUp;

    /// <summary>People are seen from head to feet.</summary>
    public static bool ShowsFeet(this ShotSize size) => size.IsWide() || size == ShotSize.Full;
}
