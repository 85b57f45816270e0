using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Music;

/// <summary>Strings that are plucked (after Karplus and Strong): a burst of noise goes round in a delay as long as the string's period and loses its edge.</summary>
internal static class Plucked
{
    public static void Zither(Stereo music, Note note, Pan pan, Dice dice) => Pluck(music, note, pan, dice, 3600, 2.6, 0.13, 0.62);

    public static void Guitar(Stereo music, Note note, Pan pan, Dice dice) => Pluck(music, note with { Hertz = note.Hertz / 2 }, pan, dice, 2300, 2.0, 0.24, 0.54);

    /// <param name="bright">Corner of the burst in hertz.</param>
    /// <param name="fall">Seconds in which the string falls silent.</param>
    /// <param name="pick">Where it is plucked, as a share of its length.</param>
    /// <param name="keep">How much of its edge it keeps every round; 0.5 loses it fastest.</param>
    private static void Pluck(Stereo music, Note note, Pan pan, Dice dice, double bright, double fall, double pick, double keep)
    {
        var period = SoundFormat.Rate / note.Hertz;
        // The averaging of neighbours delays by its share, what is left of a sample by an all-pass.
        var rest = period - (1 - keep);
        var whole = (int)(rest - 0.3);
        var part = rest - whole;
        var pass = (float)((1 - part) / (1 + part));
        var loop = Burst(whole, dice, bright * (0.6 + 0.5 * note.Loud), pick);
        var loss = (float)Math.Pow(10, -3 * period / (fall * SoundFormat.Rate));
        var (length, edge) = (SoundFormat.Samples(Math.Min(fall, 3)), (float)keep);
        float before = 0, passIn = 0, passOut = 0;
        for (int i = 0, at = 0; i < length; i++, at = at + 1 == whole ? 0 : at + 1)
        {
            var here = loop[at];
            var dull = loss * (edge * here + (1 - edge) * before);
            before = here;
            passOut = pass * (dull - passOut) + passIn;
            passIn = dull;
            loop[at] = passOut;
            // The finger leaves the string within two milliseconds; the end is let go softly.
            var x = here * note.Loud * Math.Min(1, i / 96f) * Math.Min(1, (length - i) / 4800f);
            music.Add(note.At + i, x * pan.Left, x * pan.Right);
        }
    }

    private static float[] Burst(int length, Dice dice, double bright, double pick)
    {
        var noise = new float[length];
        Biquad soft = Biquad.LowPass(bright), softer = Biquad.LowPass(bright * 1.6);
        // The filter settles on an earlier round, so that the burst joins its own beginning.
        var raw = Enumerable.Range(0, length).Select(_ => dice.Noise()).ToArray();
        for (var i = 0; i < 2 * length; i++)
            noise[i % length] = softer.Next(soft.Next(raw[i % length]));
        var back = Math.Max(1, (int)(pick * length));
        var picked = new float[length];
        for (var i = 0; i < length; i++)
            picked[i] = noise[i] - noise[(i - back + length) % length];
        var mean = picked.Average();
        var power = Math.Sqrt(picked.Average(x => (x - mean) * (x - mean))) + 1e-9;
        return Array.ConvertAll(picked, x => (float)((x - mean) / power * 0.22));
    }
}
