using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Music;

/// <summary>Plays a piece from its plan and a seed.</summary>
internal static class Orchestra
{
    private const int Melodies = 1, Choices = 2, Strokes = 3;

    public static Stereo Play(MusicPlan plan, ulong seed, int length)
    {
        var music = new Stereo(length);
        var dice = Dice.For(seed, Choices);
        var meter = Meter.Of(length / (double)SoundFormat.Rate, plan.Tempo);
        var scale = new Scale(plan.Mode, dice.Of(57, 59, 60, 62));
        var composer = new Composer(plan, meter, Dice.For(seed, Melodies));
        var strokes = Dice.For(seed, Strokes);
        if (plan.Lead != Instrument.Drum)
            Lead(music, plan, composer, meter, scale, strokes);
        if (plan.HasPad && plan.Lead != Instrument.Drum)
            Pad(music, composer, meter, scale, strokes);
        if (plan.HasDrum || plan.Lead == Instrument.Drum)
            Beat(music, meter, plan.Lead == Instrument.Drum ? 1 : 0.5f, strokes);
        Reverb.Add(music, 1.7, 0.45f, 0.2f);
        return music;
    }

    private static void Lead(Stereo music, MusicPlan plan, Composer composer, Meter meter, Scale scale, Dice dice)
    {
        var player = PlayerOf(plan.Lead);
        foreach (var (beat, length, degree, loud) in composer.Melody())
        {
            var second = meter.SecondOf(beat) + (beat > 0 ? dice.Between(-0.008, 0.008) : 0);
            player(music, new Note(second, length * meter.Beat * 0.92, scale.Hertz(degree), loud), Pan.At(0.12 * Math.Sin(degree)), dice);
        }

        if (plan.Lead is Instrument.Flute or Instrument.Strings)
            return;
        // The other hand: root, fifth, octave and fifth of each bar's chord, softly and low.
        for (var half = 0; half < 2 * meter.Beats; half++)
        {
            var root = composer.Root(half / 2 / Meter.Bar) - Scale.Size;
            var degree = (half % 4) switch { 0 => root, 2 => root + Scale.Size, _ => root + Scale.Fifth };
            var loud = (half % (2 * Meter.Bar)) switch { 0 => 0.5f, 4 => 0.4f, _ => 0.28f };
            player(music, new Note(meter.SecondOf(half / 2.0) + 0.004, meter.Beat, scale.Hertz(degree), loud), Pan.At(-0.3), dice);
        }

        player(music, new Note(meter.SecondOf(meter.Beats), 3, scale.Hertz(-Scale.Size), 0.5f), Pan.At(-0.3), dice);
    }

    private static void Pad(Stereo music, Composer composer, Meter meter, Scale scale, Dice dice)
    {
        for (var bar = 0; bar * Meter.Bar <= meter.Beats; bar++)
        {
            var isLast = (bar + 1) * Meter.Bar > meter.Beats;
            var start = meter.SecondOf(bar * Meter.Bar);
            var length = isLast ? music.Length / (double)SoundFormat.Rate - start : Meter.Bar * meter.Beat;
            var root = composer.Root(bar) - Scale.Size;
            foreach (var degree in (int[])[root, root + Scale.Fifth, root + Scale.Size])
                Held.Pad(music, new Note(start, length, scale.Hertz(degree), 0.5f), default, dice);
        }
    }

    /// <summary>Dum on the strong beats, tak on the weak, and a light one before the bar ends.</summary>
    private static void Beat(Stereo music, Meter meter, float loud, Dice dice)
    {
        for (var half = 0; half <= 2 * meter.Beats; half++)
        {
            (double Hertz, float Loud)? stroke = (half % 8) switch
            {
                0 => (82, 1f),
                2 => (190, 0.55f),
                4 => (82, 0.8f),
                5 when dice.Below(3) > 0 => (98, 0.4f),
                6 => (190, 0.6f),
                7 when dice.Below(2) > 0 => (205, 0.3f),
                _ => null,
            };
            if (half == 2 * meter.Beats)
                stroke = (82, 1f);
            if (stroke is { } hit)
                Struck.Drum(music, new Note(meter.SecondOf(half / 2.0), 0.3, hit.Hertz, hit.Loud * loud * (float)dice.Between(0.9, 1)), Pan.At(hit.Hertz > 150 ? 0.25 : -0.05), dice);
        }
    }

    private static Player PlayerOf(Instrument instrument) => instrument switch
    {
        Instrument.Guitar => Plucked.Guitar,
        Instrument.Piano => Struck.Piano,
        Instrument.Flute => Held.Flute,
        Instrument.Strings => Held.Strings,
        Instrument.Bells => Struck.Bells,
        _ => Plucked.Zither,
    };
}
