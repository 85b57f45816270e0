using System.Globalization;
using OmniReel.Media.Audio;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Stills;
using OmniReel.Media.Tests.Encoding;
using OmniReel.Media.Tests.Script;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Finished films with sound, as ffprobe and ffmpeg hear them.</summary>
public sealed class FilmSoundTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sound").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, "a man walks in the city in the rain at night")]
    [InlineData(5, "A woman by the sea says \"Hello, the wind is strong.\"")]
    [InlineData(8, "drums and applause, a man dances in a hall")]
    [InlineData(15, "a forest at night")]
    public async Task A_film_and_its_sound_are_of_one_length_and_the_sound_is_as_loud_as_promised(int seconds, string prompt)
    {
        var path = await FilmAsync(prompt, seconds, 2, "a");

        FinishedFilm.Probe("-select_streams", "a", "-show_entries", "stream=codec_name,profile,sample_rate,channels,channel_layout", path)
            .ShouldBe(["codec_name=aac", "profile=LC", "sample_rate=48000", "channels=2", "channel_layout=stereo"]);
        double video = Seconds("v", path), audio = Seconds("a", path);
        var decoded = Decoded(path);
        var (loudness, peak) = SoundFiles.Measure("-i", path);
        Console.WriteLine($"{prompt}: video {video:0.000000} s, audio {audio:0.000000} s, {decoded} samples, {loudness} LUFS, {peak} dBTP after AAC");
        Math.Abs(audio - video).ShouldBeLessThan(1 / 24.0);
        // Decoders may give the encoder's last block whole.
        decoded.ShouldBeInRange((24 * seconds + 1) * 2000, (24 * seconds + 1) * 2000 + 1024);
        loudness.ShouldBe(SoundFormat.Target, 0.7);
        peak.ShouldBeLessThanOrEqualTo(-1);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes_on_any_number_of_threads()
    {
        const string Prompt = "她说：“你好”，一个女人在海边跳舞";
        var one = await File.ReadAllBytesAsync(await FilmAsync(Prompt, 3, 1, "1"), Cancel);
        foreach (var threads in (int[])[2, 3])
            (await File.ReadAllBytesAsync(await FilmAsync(Prompt, 3, threads, $"{threads}"), Cancel)).ShouldBe(one);
    }

    [Fact]
    public async Task Without_sound_there_is_no_audio_stream()
    {
        var path = Path.Combine(_folder, "off.mp4");
        await new FilmRenderer(new RenderOptions(2), Tests.Frames.Plans.Staging).RenderAsync(Tests.Frames.Plans.Colours(64, 64, 25), path, null, Cancel);
        FinishedFilm.Probe("-show_entries", "stream=codec_type", path).ShouldBe(["codec_type=video"]);
    }

    [Fact]
    public async Task The_index_of_a_film_with_sound_comes_first_too()
    {
        var bytes = await File.ReadAllBytesAsync(await FilmAsync("a beach", 3, 2, "a"), Cancel);
        var index = bytes.AsSpan().IndexOf("moov"u8);
        index.ShouldBeGreaterThan(0);
        index.ShouldBeLessThan(bytes.AsSpan().IndexOf("mdat"u8));
        // The one in the index is the pictures' and was always there; the sound's own would be among its samples.
        bytes.AsSpan(bytes.AsSpan().IndexOf("mdat"u8)).IndexOf("Lavc"u8).ShouldBe(-1, "no version of the encoder");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private async Task<string> FilmAsync(string prompt, int seconds, int threads, string name)
    {
        using var sandbox = new Sandbox(new PatientTime(), 2);
        var reading = Reading.Of(prompt, "", 24 * seconds + 1);
        // The sound of the real shots with plain pictures: what is seen costs time and is not heard.
        var studio = new SoundStudio(sandbox);
        var sound = Path.Combine(_folder, name + ".pcm");
        await SoundStudio.WriteAsync(await studio.RehearseAsync(reading.Plan with { Sound = SoundPlanner.Of(reading.Plan, reading) }, Cancel), sound, Cancel);
        new FileInfo(sound).Length.ShouldBe((24 * seconds + 1) * 2000 * 4);
        var path = Path.Combine(_folder, name + ".mp4");
        await new FilmRenderer(new RenderOptions(threads), Tests.Frames.Plans.Staging)
            .RenderAsync(Tests.Frames.Plans.Colours(64, 64, 24 * seconds + 1), new FilmFiles(path) { Sound = sound }, null, Cancel);
        return path;
    }

    private static double Seconds(string stream, string path) =>
        double.Parse(FinishedFilm.Probe("-select_streams", stream, "-show_entries", "stream=duration", path).Single().Split('=')[1], CultureInfo.InvariantCulture);

    private static int Decoded(string path)
    {
        var raw = Path.ChangeExtension(path, ".decoded");
        Ffmpeg.Make($"-i {path} -f s16le", raw);
        return (int)(new FileInfo(raw).Length / 4);
    }
}
