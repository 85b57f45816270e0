using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Music;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Audio.Voices;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Melodies have a form, and music steps back for speech.</summary>
public sealed class MusicTests
{
    [Theory]
    [InlineData(3, 66)]
    [InlineData(5, 96)]
    [InlineData(8, 58)]
    [InlineData(15, 118)]
    public void A_melody_fills_its_film_moves_by_small_steps_and_comes_home(int seconds, int tempo)
    {
        var length = seconds + 1 / 24.0;
        var meter = Meter.Of(length, tempo);
        (60 / meter.Beat).ShouldBe(tempo, 0.25 * tempo);
        for (var seed = 0UL; seed < 40; seed++)
        {
            var plan = new MusicPlan((MusicMode)(seed % 4), tempo, Instrument.Zither);
            var notes = new Composer(plan, meter, new Dice(seed)).Melody().ToList();
            (notes[^1].Degree % Scale.Size).ShouldBe(0, "the tonic");
            notes[^1].Beat.ShouldBe(meter.Beats);
            meter.SecondOf(notes[^1].Beat).ShouldBeLessThan(length - 0.9, "time to ring");
            notes.Count.ShouldBeGreaterThanOrEqualTo(meter.Beats / 2);
            for (var i = 1; i < notes.Count; i++)
            {
                notes[i].Beat.ShouldBe(notes[i - 1].Beat + notes[i - 1].Length, 1e-9, "no gap");
                Math.Abs(notes[i].Degree - notes[i - 1].Degree).ShouldBeLessThanOrEqualTo(6);
            }

            notes.Count(n => Math.Abs(n.Degree - 4) > 6).ShouldBe(0, "within a voice's reach");
        }
    }

    [Fact]
    public void The_motif_comes_back()
    {
        var notes = new Composer(new MusicPlan(MusicMode.Gong, 80, Instrument.Zither), new Meter(16, 0.75), new Dice(5)).Melody().ToList();
        var first = notes.Where(n => n.Beat < 4).ToList();
        var third = notes.Where(n => n.Beat is >= 8 and < 12).ToList();
        third.Select(n => n.Length).ShouldBe(first.Select(n => n.Length));
        third.Take(first.Count - 1).Select(n => (n.Degree + 10) % Scale.Size).ShouldBe(first.Take(first.Count - 1).Select(n => (n.Degree + 10) % Scale.Size));
    }

    [Theory]
    [InlineData(Instrument.Zither)]
    [InlineData(Instrument.Guitar)]
    [InlineData(Instrument.Piano)]
    [InlineData(Instrument.Flute)]
    [InlineData(Instrument.Strings)]
    [InlineData(Instrument.Bells)]
    public void Instruments_are_in_tune(Instrument instrument)
    {
        var music = new Stereo(SoundFormat.Rate * 2);
        Player player = instrument switch
        {
            Instrument.Guitar => Plucked.Guitar,
            Instrument.Piano => Struck.Piano,
            Instrument.Flute => Held.Flute,
            Instrument.Strings => Held.Strings,
            Instrument.Bells => Struck.Bells,
            _ => Plucked.Zither,
        };
        player(music, new Note(0.1, 1.2, 440, 0.8f), Pan.At(0), new Dice(3));
        var octave = instrument switch { Instrument.Guitar => 0.5, Instrument.Bells => 2, _ => 1 };
        // A wrong note is at least a semitone, 6 %, away.
        var loudest = new[] { 0.94, 0.97, 0.985, 1, 1.015, 1.03, 1.06 }.MaxBy(off => Strength(music.Left, 440 * octave * off));
        loudest.ShouldBe(1);
    }

    [Fact]
    public void Bed_and_music_step_back_while_somebody_speaks()
    {
        var reading = Reading.Of("a beach at noon, guzheng music", "", 24 * 6);
        var plan = reading.Plan with { Sound = SoundPlanner.Of(reading.Plan, reading) };
        var take = new VoiceTake(new Stereo(SoundFormat.Rate * 2), SoundFormat.Rate * 2);
        var (alone, ducked) = (SoundMix.Of(plan, []), SoundMix.Of(plan, [take]));
        var under = Level(ducked, 2.2, 3.8) - Level(ducked, 0.5, 1.5) - (Level(alone, 2.2, 3.8) - Level(alone, 0.5, 1.5));
        under.ShouldBeInRange(-13, -9);
        (Level(ducked, 4.8, 5.5) - Level(ducked, 0.5, 1.5)).ShouldBe(Level(alone, 4.8, 5.5) - Level(alone, 0.5, 1.5), 0.5);
    }

    private static double Level(Stereo sound, double from, double to) =>
        10 * Math.Log10(sound.Left[SoundFormat.Samples(from)..SoundFormat.Samples(to)].Average(x => (double)x * x));

    /// <summary>Power at one frequency.</summary>
    private static double Strength(float[] channel, double hertz)
    {
        double sin = 0, cos = 0;
        for (var i = 9600; i < 57_600; i++)
        {
            sin += channel[i] * Math.Sin(Math.Tau * hertz * i / SoundFormat.Rate);
            cos += channel[i] * Math.Cos(Math.Tau * hertz * i / SoundFormat.Rate);
        }

        return sin * sin + cos * cos;
    }
}
