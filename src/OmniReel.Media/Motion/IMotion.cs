namespace OmniReel.Media.Motion;

/// <summary>What a figure does, as a pure function of the second.</summary>
public interface IMotion
{
    /// <summary>The pose at a second of the shot; defined for every second, before the shot too (cloth remembers).</summary>
    Pose At(float second);

    /// <summary>The x about which turns mirror the figure: the planted foot's ball while it turns.</summary>
    float Axis => 0;

    /// <summary>Metres per second at which the hips travel on the whole; cloth trails behind what differs from it.</summary>
    float Pace => 0;
}
