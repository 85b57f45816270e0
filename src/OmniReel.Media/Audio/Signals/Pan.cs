namespace OmniReel.Media.Audio.Signals;

/// <summary>A place between the ears at even power, never wholly on one side, so that nothing is lost on one loudspeaker.</summary>
internal readonly record struct Pan(float Left, float Right)
{
    /// <param name="x">From -1, left, to 1, right.</param>
    public static Pan At(double x)
    {
        var angle = (Math.Clamp(x, -1, 1) * 0.8 + 1) * Math.PI / 4;
        return new((float)Math.Cos(angle), (float)Math.Sin(angle));
    }

    public static Pan Any(Dice dice, double width = 0.9) => At(dice.Between(-width, width));
}
