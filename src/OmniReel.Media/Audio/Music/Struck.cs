using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Music;

/// <summary>Piano, music box and hand drum: partials that die away.</summary>
internal static class Struck
{
    private static readonly (double Ratio, double Fall, float Gain)[] s_box = [(1, 1.9, 0.6f), (2, 1.0, 0.14f), (3.98, 0.5, 0.10f), (6.1, 0.2, 0.03f)];

    public static void Piano(Stereo music, Note note, Pan pan, Dice dice)
    {
        var fall = 3.4 * Math.Pow(220 / note.Hertz, 0.4);
        for (var k = 1; k <= 9 && k * note.Hertz < 5000; k++)
        {
            // Stiff strings are a little sharp above; soft strokes are dull.
            var hertz = note.Hertz * k * Math.Sqrt(1 + 0.0004 * k * k);
            var gain = (float)(0.30 * Math.Pow(k, -1.25 - 0.5 * (1 - note.Loud))) * note.Loud;
            Strike(music, note.At, hertz, fall / (0.6 + 0.4 * k), gain, 0.004, pan);
            if (k <= 3)
                Strike(music, note.At, hertz * 1.0009, fall / (0.6 + 0.4 * k) * 0.8, gain * 0.5f, 0.004, pan);
        }

        Beds.Noises.Burst(music, note.At, dice, 320, 0.8, 0.003, 0.05, 0.03f * note.Loud, pan);
    }

    public static void Bells(Stereo music, Note note, Pan pan, Dice dice)
    {
        var hertz = note.Hertz < 700 ? note.Hertz * 2 : note.Hertz;
        foreach (var (ratio, fall, gain) in s_box)
            Strike(music, note.At, hertz * ratio * dice.Between(0.9995, 1.0005), fall, gain * 0.4f * note.Loud, 0.002, pan);
    }

    /// <summary>A hand drum: a high pitch is its edge, a low one its middle.</summary>
    public static void Drum(Stereo music, Note note, Pan pan, Dice dice)
    {
        var isEdge = note.Hertz > 150;
        var (length, phase) = (SoundFormat.Samples(isEdge ? 0.16 : 0.42), 0d);
        for (var i = 0; i < length; i++)
        {
            var t = i / (double)SoundFormat.Rate;
            phase += note.Hertz * (1 + 0.7 * Math.Exp(-t * 38)) / SoundFormat.Rate;
            var x = (float)(Math.Sin(Math.Tau * phase) * Math.Exp(-t * (isEdge ? 34 : 13))) * 0.6f * note.Loud * Math.Min(1, i / 72f) * Math.Min(1, (length - i) / 480f);
            music.Add(note.At + i, x * pan.Left, x * pan.Right);
        }

        Beds.Noises.Burst(music, note.At, dice, isEdge ? 1500 : 600, 0.8, 0.002, isEdge ? 0.05 : 0.03, (isEdge ? 0.22f : 0.12f) * note.Loud, pan);
    }

    private static void Strike(Stereo music, int at, double hertz, double fall, float gain, double rise, Pan pan)
    {
        var ring = new Ring(hertz, fall, gain);
        var (up, length) = (SoundFormat.Samples(rise), SoundFormat.Samples(Math.Min(fall, 3.5)));
        for (var i = 0; i < length; i++)
        {
            var x = ring.Next() * Math.Min(1, i / (float)up) * Math.Min(1, (length - i) / 2400f);
            music.Add(at + i, x * pan.Left, x * pan.Right);
        }
    }
}
