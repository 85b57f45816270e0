namespace OmniReel.Media.Audio.Signals;

/// <summary>A value that wanders smoothly between 0 and 1, as gusts do: three slow waves that never meet twice the same way.</summary>
internal sealed class Drift(Dice dice, double period)
{
    private readonly (double Rate, double Phase)[] _waves =
    [
        (Math.Tau / period, dice.Between(0, Math.Tau)),
        (Math.Tau / (period * 0.5279), dice.Between(0, Math.Tau)),
        (Math.Tau / (period * 1.6923), dice.Between(0, Math.Tau)),
    ];

    public double At(double second) =>
        0.5 + 0.5 * (0.5 * Wave(0, second) + 0.28 * Wave(1, second) + 0.22 * Wave(2, second));

    private double Wave(int i, double second) => Math.Sin(_waves[i].Rate * second + _waves[i].Phase);
}
