using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Audio.Voices;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Lines in their rooms, by a voice that takes half a second a word, and by espeak-ng.</summary>
public sealed class RecitalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_stand_one_after_the_other_in_their_room()
    {
        var told = await SpeakAsync(("one two", 0, 120), ("three", 0, 120), ("four", 120, 48));
        told.Lines.Select(l => l.Delivery).ShouldAllBe(d => d == Delivery.Whole);
        told.Lost.ShouldBeEmpty();
        told.Takes.Count.ShouldBe(3);
        for (var i = 1; i < 3; i++)
            told.Lines[i].Start.ShouldBeGreaterThanOrEqualTo(told.Lines[i - 1].Start + told.Lines[i - 1].Frames);
        told.Lines[1].Start.ShouldBeLessThan(120);
        told.Lines[2].Start.ShouldBeGreaterThanOrEqualTo(120);
        told.Lines[0].Frames.ShouldBe(24);
    }

    [Fact]
    public async Task A_long_line_is_hurried()
    {
        // Six words take three seconds, and there are 2.45.
        var told = await SpeakAsync(("one two three four five six", 0, 72));
        told.Lines[0].Delivery.ShouldBe(Delivery.Hurried);
        told.Lost.ShouldBeEmpty();
        (told.Lines[0].Start + told.Lines[0].Frames).ShouldBeLessThanOrEqualTo(72);
    }

    [Fact]
    public async Task A_much_too_long_line_is_cut_at_a_word_and_the_rest_is_told()
    {
        var voice = new Metronome();
        var told = await new Recital(voice).SpeakAsync([Line("one two three four five six seven eight nine ten", 0, 72), Line("never", 0, 72)], Cancel);
        voice.MostHaste.ShouldBe(Recital.MostHaste);
        told.Lines.Select(l => l.Delivery).ShouldBe([Delivery.Cut, Delivery.Unspoken]);
        told.Lost[0].ShouldEndWith("nine ten");
        told.Lost[0].ShouldStartWith(voice.Last switch { var l when l.EndsWith("seven", StringComparison.Ordinal) => "eight", _ => told.Lost[0].Split(' ')[0] });
        told.Lost[1].ShouldBe("never");
        told.Lines[1].Frames.ShouldBe(0);
        (told.Lines[0].Start + told.Lines[0].Frames).ShouldBeLessThanOrEqualTo(72);
    }

    [Fact]
    public async Task Chinese_is_cut_between_characters()
    {
        var told = await new Recital(new Metronome()).SpeakAsync([Line("一二三四五六七八九十一二三四五六七八九十", 0, 48)], Cancel);
        told.Lines[0].Delivery.ShouldBe(Delivery.Cut);
        told.Lost.ShouldHaveSingleItem().ShouldEndWith("八九十");
    }

    [Fact]
    public async Task Without_a_voice_nothing_is_spoken_and_all_of_it_is_told()
    {
        using var sandbox = new Sandbox(new PatientTime(), 1);
        var told = await new Recital(new EspeakVoice(sandbox, "no-such-espeak")).SpeakAsync([Line("hello", 0, 72)], Cancel);
        told.Lines[0].Delivery.ShouldBe(Delivery.Unspoken);
        told.Lost.ShouldBe(["hello"]);
        told.Takes.ShouldBeEmpty();
        (await new SoundStudio(sandbox, "no-such-espeak").CanSpeakAsync(Cancel)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("zh", Speaker.Woman, "你好，今天天气真好", 1.2, 5)]
    [InlineData("zh", Speaker.Man, "你好，今天天气真好", 1.2, 5)]
    [InlineData("zh", Speaker.Child, "你好，今天天气真好", 1.2, 5)]
    [InlineData("zh", Speaker.Narrator, "你好，今天天气真好", 1.2, 5)]
    [InlineData("en", Speaker.Woman, "Hello, the snow is falling.", 1, 3.5)]
    [InlineData("en", Speaker.Man, "Hello, the snow is falling.", 1, 3.5)]
    [InlineData("en", Speaker.Child, "Hello, the snow is falling.", 1, 3.5)]
    [InlineData("en", Speaker.Narrator, "Hello, the snow is falling.", 1, 3.5)]
    public async Task Espeak_speaks_in_the_sandbox_and_faster_when_hurried(string language, Speaker speaker, string text, double least, double most)
    {
        using var sandbox = new Sandbox(new PatientTime(), 2);
        var voice = new EspeakVoice(sandbox, "espeak-ng");
        Assert.SkipWhen(!voice.IsThere, "espeak-ng is not installed");
        var easy = (await voice.SpeakAsync(text, speaker, language, 1, Cancel)).ShouldNotBeNull();
        var again = (await voice.SpeakAsync(text, speaker, language, 1, Cancel)).ShouldNotBeNull();
        var quick = (await voice.SpeakAsync(text, speaker, language, 1.5, Cancel)).ShouldNotBeNull();
        Console.WriteLine($"{language} {speaker}: {easy.Length / 48_000.0:0.00} s, hurried {quick.Length / 48_000.0:0.00} s, pitch {Pitch(easy):0} Hz");
        again.ShouldBe(easy, "the same every time");
        (easy.Length / 48_000.0).ShouldBeInRange(least, most, "neither spelt out nor swallowed");
        quick.Length.ShouldBeLessThan((int)(0.85 * easy.Length));
        Pitch(easy).ShouldBeInRange(speaker == Speaker.Man ? 60 : speaker == Speaker.Child ? 190 : 70, speaker == Speaker.Man ? 150 : 450);
    }

    [Fact]
    public void Nothing_but_words_reaches_the_voice()
    {
        EspeakVoice.Clean("[[h@'loU]] <b>hi</b> \u0001\u0007{x} a&b\n--version").ShouldBe("  h 'loU    b hi  b     x  a b --version\n");
        EspeakVoice.Clean("你好，“世界”！").ShouldBe("你好， 世界 ！\n");
        EspeakVoice.Clean(new string('a', 5000)).Length.ShouldBeLessThan(1300);
    }

    [Fact]
    public void A_wave_that_is_none_is_no_voice()
    {
        SpokenWave.Read([]).ShouldBeNull();
        SpokenWave.Read(new byte[4000]).ShouldBeNull();
        SpokenWave.Read("RIFF"u8.ToArray().Concat(new byte[100]).ToArray()).ShouldBeNull();
    }

    [Fact]
    public void Resampling_keeps_a_tone()
    {
        var tone = Enumerable.Range(0, 22_050).Select(i => (float)Math.Sin(Math.Tau * 1000 * i / 22_050)).ToArray();
        var result = Resampler.To48k(tone, 22_050);
        result.Length.ShouldBe(48_000);
        for (var i = 1000; i < 47_000; i++)
            result[i].ShouldBe((float)Math.Sin(Math.Tau * 1000 * i / 48_000), 0.005f);
    }

    private static Task<Recitation> SpeakAsync(params (string Text, int Start, int Frames)[] lines) =>
        new Recital(new Metronome()).SpeakAsync([.. lines.Select(l => Line(l.Text, l.Start, l.Frames))], Cancel);

    private static SpokenLine Line(string text, int start, int frames) => new(text, Speaker.Woman, "en", start, frames);

    /// <summary>The fundamental by autocorrelation over the loudest stretch.</summary>
    private static double Pitch(float[] voice)
    {
        // Overtones are louder than the fundamental of a low voice.
        voice = [.. voice];
        Biquad.LowPass(220).Run(voice);
        Biquad.LowPass(220).Run(voice);
        var window = 4096;
        var at = Enumerable.Range(0, (voice.Length - 2 * window) / 512).Select(n => n * 512).MaxBy(start => voice.Skip(start).Take(window).Sum(x => x * (double)x));
        var best = Enumerable.Range(100, 700).MaxBy(lag =>
        {
            var (sum, power) = (0d, 1e-9);
            for (var i = at; i < at + window && i + lag < voice.Length; i++)
            {
                sum += voice[i] * (double)voice[i + lag];
                power += voice[i + lag] * (double)voice[i + lag];
            }

            return sum / Math.Sqrt(power) * (1 - lag / 40_000.0);
        });
        return 48_000.0 / best;
    }

    private sealed class Metronome : IVoice
    {
        public double MostHaste { get; private set; }

        public string Last { get; private set; } = "";

        public Task<float[]?> SpeakAsync(string text, Speaker speaker, string language, double haste, CancellationToken cancellation)
        {
            MostHaste = Math.Max(MostHaste, haste);
            Last = text;
            var words = text[0] > 0x2E80 ? text.Length : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            var samples = new float[(int)(words * 24_000 / haste)];
            Array.Fill(samples, 0.1f);
            return Task.FromResult<float[]?>(samples);
        }
    }
}
