using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Loudness;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Whole mixes of every place, hour, weather, action and length: how long, how loud, how clean, how wide.</summary>
public sealed class SoundMixTests
{
    /// <summary>Steps and second differences above these are heard as clicks in sounds of our loudness; the sharpest struck note stays at about half.</summary>
    private const double MostStep = 0.28, MostBend = 0.32;

    public static TheoryData<string, int> Films
    {
        get
        {
            var films = new TheoryData<string, int>();
            var n = 0;
            foreach (var place in (string[])["by the sea", "in the city", "in a forest", "in the mountains", "in a meadow", "in a room"])
            {
                foreach (var time in (string[])["at noon", "at night", "at sunset"])
                {
                    var weather = ((string[])["", " in the rain", " in the snow"])[n % 3];
                    var who = ((string[])["", "a woman dances ", "a man walks ", "a child walks ", "a man dances "])[n % 5];
                    films.Add($"{who}{place} {time}{weather}{(n % 4 == 3 ? ", no music" : "")}", 3 + n * 5 % 13);
                    n++;
                }
            }

            foreach (var sound in (string[])["thunder", "applause", "temple bell", "crackling fire", "babbling brook", "crowd murmur", "owl hooting", "drums", "flute music", "violin music", "music box", "soft piano music", "guitar music"])
                films.Add(sound, 5 + n++ % 3);
            return films;
        }
    }

    [Theory]
    [MemberData(nameof(Films))]
    public void Every_film_is_as_long_and_loud_as_it_should_be_without_a_click(string prompt, int seconds)
    {
        var plan = Plan(prompt, seconds);
        var sound = SoundMix.Of(plan, []);
        var loudness = LoudnessMeter.Integrated(sound);
        var peak = TruePeak.Of(sound);
        double step = Math.Max(Clicks.WorstStep(sound.Left), Clicks.WorstStep(sound.Right)), bend = Math.Max(Clicks.Worst(sound.Left), Clicks.Worst(sound.Right));
        var sharp = Spectrum.ShareAbove(sound, 8000);
        var alike = Alike(sound);
        Console.WriteLine($"{prompt} ({seconds} s): {loudness:0.00} LUFS, {peak:0.00} dBTP, step {step:0.000}, bend {bend:0.000}, {100 * sharp:0.00} % above 8 kHz, correlation {alike:0.00}");

        sound.Length.ShouldBe((24 * seconds + 1) * 2000);
        loudness.ShouldBe(SoundFormat.Target, 0.5);
        peak.ShouldBeLessThanOrEqualTo(-2);
        step.ShouldBeLessThan(MostStep);
        bend.ShouldBeLessThan(MostBend);
        sharp.ShouldBeLessThan(0.03, "harsh");
        Math.Abs(sound.Left.Average()).ShouldBeLessThan(0.001f, "no direct current");
        sound.Left.SequenceEqual(sound.Right).ShouldBeFalse("stereo");
        alike.ShouldBeGreaterThan(0.1, "nothing is lost on one loudspeaker");
        Math.Abs(sound.Left[0]).ShouldBeLessThan(0.001f);
        Math.Abs(sound.Right[^1]).ShouldBeLessThan(0.001f);
        double left = Power(sound.Left), right = Power(sound.Right);
        (10 * Math.Log10(left / right)).ShouldBeInRange(-4, 4, "neither side is louder");
    }

    [Fact]
    public void Cuts_make_no_click_and_the_bed_changes()
    {
        var plan = Planned(Reading.Shots("a beach at noon, no music", "a forest at night, no music", "a city in the rain, no music"));
        var sound = SoundMix.Of(plan, []);
        Clicks.Worst(sound.Left).ShouldBeLessThan(MostBend);
        foreach (var cut in (int[])[48 * 2000, 96 * 2000])
            Clicks.Worst(sound.Left[(cut - 200)..(cut + 200)]).ShouldBeLessThan(0.12);
    }

    [Fact]
    public async Task The_same_plan_gives_the_same_samples_on_any_number_of_threads()
    {
        var plan = Plan("a woman dances in the rain in the city at night", 4);
        var one = SoundMix.Of(plan, []);
        var several = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SoundMix.Of(plan, []))));
        foreach (var other in several)
        {
            other.Left.ShouldBe(one.Left);
            other.Right.ShouldBe(one.Right);
        }

        var elsewhere = SoundMix.Of(plan with { Sound = plan.Sound! with { Seed = 1 } }, []);
        elsewhere.Left.SequenceEqual(one.Left).ShouldBeFalse();
    }

    [Fact]
    public void Silence_is_silent() => SoundMix.Of(Plan("a silent film of a beach", 3), []).Left.ShouldAllBe(x => x == 0);

    [Fact]
    public void Rain_is_heard_as_a_brighter_and_steadier_noise_and_thunder_as_a_low_one()
    {
        var dry = SoundMix.Of(Plan("the city at night, no music", 4), []);
        var wet = SoundMix.Of(Plan("the city at night in the rain, no music", 4), []);
        Spectrum.ShareAbove(wet, 1500).ShouldBeGreaterThan(3 * Spectrum.ShareAbove(dry, 1500));
        var storm = SoundMix.Of(Plan("thunderstorm in the city at night, no music", 4), []);
        Spectrum.ShareAbove(storm, 400).ShouldBeLessThan(Spectrum.ShareAbove(wet, 400));
    }

    private static FilmPlan Plan(string prompt, int seconds) => Planned(Reading.Of(prompt, "", 24 * seconds + 1));

    private static FilmPlan Planned(ScriptReading reading) => reading.Plan with { Sound = SoundPlanner.Of(reading.Plan, reading) };

    private static double Power(float[] channel) => channel.Average(x => (double)x * x);

    private static double Alike(Stereo sound)
    {
        var both = 0d;
        for (var i = 0; i < sound.Length; i++)
            both += (double)sound.Left[i] * sound.Right[i];
        return both / sound.Length / Math.Sqrt(Power(sound.Left) * Power(sound.Right));
    }
}
