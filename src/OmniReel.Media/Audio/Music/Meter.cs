namespace OmniReel.Media.Audio.Music;

/// <summary>How beats fill a film: a whole number of them, and the last note on the one after, with time to ring.</summary>
/// <param name="Beats">Before the last note.</param>
/// <param name="Beat">Seconds of one.</param>
internal readonly record struct Meter(int Beats, double Beat)
{
    /// <summary>Beats in a bar.</summary>
    public const int Bar = 4;

    private const double Start = 0.15;

    /// <summary>The tempo moves a little so that the last note falls where the film can let it ring.</summary>
    public static Meter Of(double seconds, int tempo)
    {
        var tail = Math.Clamp(seconds * 0.25, 1.0, 2.4);
        var room = seconds - Start - tail;
        var beats = Math.Max(2, (int)Math.Round(room * tempo / 60));
        return new Meter(beats, room / beats);
    }

    public double SecondOf(double beat) => Start + beat * Beat;
}
