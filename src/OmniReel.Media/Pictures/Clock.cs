namespace OmniReel.Media.Pictures;

/// <summary>Courses of time, 0 to 1 both ways.</summary>
internal static class Clock
{
    /// <summary>Speeds up, goes evenly, slows down: a camera that has somewhere to arrive.</summary>
    public static float Eased(float progress)
    {
        const float ramp = 0.3f, height = 1 / (1 - ramp);
        if (progress < ramp)
            return height * progress * progress / (2 * ramp);
        if (progress > 1 - ramp)
            return 1 - height * (1 - progress) * (1 - progress) / (2 * ramp);
        return height * (progress - ramp / 2);
    }

    /// <summary>0 at both ends, 1 in the middle, without a jolt.</summary>
    public static float Swell(float progress)
    {
        var half = 4 * progress * (1 - progress);
        return half * half * (3 - 2 * half);
    }
}
