using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Loudness;
using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Our meters against those of ffmpeg, and against what the recommendation itself says.</summary>
public sealed class LoudnessMeterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loudness").FullName;

    public static TheoryData<string> Signals => ["tone", "low tone", "one ear", "noise", "noise with pauses", "loud and soft", "sharp noise", "short", "ticks"];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Integrated_loudness_is_what_ffmpeg_measures(string name)
    {
        var sound = Signal(name);
        var path = Path.Combine(_folder, "a.f32");
        SoundFiles.Write(sound, path);
        var ours = LoudnessMeter.Integrated(sound);
        var theirs = SoundFiles.Measure(SoundFiles.Raw(path)).Loudness;
        Console.WriteLine($"loudness of {name}: ours {ours:0.00}, ebur128 {theirs:0.0} LUFS");
        ours.ShouldBe(theirs, 0.15, name);
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("sharp noise")]
    [InlineData("tone")]
    [InlineData("between")]
    public void True_peaks_are_what_ffmpeg_measures(string name)
    {
        var sound = Signal(name);
        var path = Path.Combine(_folder, "a.f32");
        SoundFiles.Write(sound, path);
        TruePeak.Of(sound).ShouldBe(SoundFiles.Measure(SoundFiles.Raw(path)).Peak, 0.4, name);
    }

    [Fact]
    public void A_full_tone_in_one_ear_is_3_LU_below_full_scale() =>
        // The recommendation's own example: 997 Hz at 0 dBFS in one channel reads -3.01 LKFS.
        LoudnessMeter.Integrated(Tone(5, 997, 1, right: false)).ShouldBe(-3.01, 0.02);

    [Fact]
    public void Silence_and_what_is_shorter_than_a_block_measure_nothing()
    {
        LoudnessMeter.Integrated(new Stereo(SoundFormat.Rate)).ShouldBe(LoudnessMeter.Silence);
        LoudnessMeter.Integrated(Tone(0.3, 440, 0.5f)).ShouldBe(LoudnessMeter.Silence);
    }

    [Fact]
    public void A_peak_between_two_samples_is_seen()
    {
        // A quarter of the rate, sampled beside its crests: 0.707 on every sample.
        var sound = Signal("between");
        sound.Left.Max().ShouldBe(0.7071f, 0.001f);
        TruePeak.Of(sound).ShouldBe(0, 0.15);
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(4f)]
    public void The_limiter_holds_its_ceiling_without_a_jump(float loud)
    {
        var sound = Signal("noise with pauses");
        sound.Scale(loud * 4);
        Limiter.Run(sound, 0.5f);
        TruePeak.Of(sound).ShouldBeLessThanOrEqualTo(20 * Math.Log10(0.5) + 0.1);
        var tone = Tone(1, 200, 0.4f);
        for (var i = 20_000; i < 24_000; i++)
            tone.Left[i] *= 2;
        Limiter.Run(tone, 0.5f);
        Clicks.Worst(tone.Right).ShouldBeLessThan(0.002, "the other ear is turned down with it, smoothly");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private static Stereo Signal(string name) => name switch
    {
        "tone" => Tone(4, 1000, 0.1f),
        "low tone" => Tone(4, 60, 0.3f),
        "one ear" => Tone(4, 440, 0.25f, right: false),
        "noise" => Noise(6, _ => 0.1f),
        "noise with pauses" => Noise(8, t => t % 2 < 0.9 ? 0.2f : 0),
        "loud and soft" => Noise(9, t => t < 3 ? 0.3f : t < 6 ? 0.02f : 0.001f),
        "sharp noise" => Sharp(),
        "short" => Noise(3.04, _ => 0.05f),
        "ticks" => Noise(6, t => t % 0.5 < 0.03 ? 0.5f : 0.0005f),
        _ => Between(),
    };

    private static Stereo Tone(double seconds, double hertz, float gain, bool right = true)
    {
        var sound = new Stereo(SoundFormat.Samples(seconds));
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Left[i] = gain * (float)Math.Sin(Math.Tau * hertz * i / SoundFormat.Rate);
            sound.Right[i] = right ? sound.Left[i] : 0;
        }

        return sound;
    }

    private static Stereo Noise(double seconds, Func<double, float> gain)
    {
        var (dice, sound) = (new Dice(7), new Stereo(SoundFormat.Samples(seconds)));
        var (left, right) = (new Pink(dice), new Pink(dice));
        for (var i = 0; i < sound.Length; i++)
        {
            var level = gain(i / (double)SoundFormat.Rate);
            (sound.Left[i], sound.Right[i]) = (level * left.Next(), level * right.Next());
        }

        return sound;
    }

    private static Stereo Sharp()
    {
        var sound = Noise(5, _ => 0.3f);
        Biquad.HighPass(5000).Run(sound.Left);
        Biquad.HighPass(5000).Run(sound.Right);
        return sound;
    }

    private static Stereo Between()
    {
        var sound = new Stereo(SoundFormat.Rate);
        for (var i = 0; i < sound.Length; i++)
            sound.Left[i] = sound.Right[i] = (float)Math.Sin(Math.PI / 2 * i + Math.PI / 4);
        sound.Fade(4800, 4800);
        return sound;
    }
}
