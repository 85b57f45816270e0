using OmniReel.Media.Editing;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Stills;
using OmniReel.Media.Tests.Encoding;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Editing;

/// <summary>Whole films with a real ffmpeg on both sides.</summary>
public sealed class FilmEditorTests : IDisposable
{
    private readonly FilmRoom _room = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("testsrc2=s=320x180:r=30:d=3.1", "", 74)]
    [InlineData("testsrc2=s=320x180:r=25:d=3.04", "", 73)]
    [InlineData("testsrc2=s=320x180:r=60:d=3.05", "", 73)]
    [InlineData("testsrc2=s=320x180:r=24000/1001:d=3.003", "", 72)]
    [InlineData("testsrc2=s=180x320:r=30:d=3.1", " -vf select='not(eq(mod(n,3),1))' -fps_mode vfr", 74)]
    public async Task An_edit_lasts_as_long_as_its_film_at_24_frames_a_second(string source, string how, int frames)
    {
        var film = await FilmAsync($"-f lavfi -i {source}{how} -pix_fmt yuv420p");
        var made = await EditAsync(film, [new GradeEdit(Grade.BlackWhite)]);
        FinishedFilm.Probe("-count_frames", "-select_streams", "v", "-show_entries", "stream=nb_read_frames,r_frame_rate", made)
            .ShouldBe(["r_frame_rate=24/1", $"nb_read_frames={frames}"]);
    }

    [Fact]
    public async Task A_film_without_edits_is_encoded_anew_and_looks_the_same()
    {
        var film = await FilmAsync("-f lavfi -i testsrc2=s=320x180:r=24:d=3 -pix_fmt yuv420p -qp 0");
        var before = FinishedFilm.Frames(film.Path, 320 * 180);
        var after = FinishedFilm.Frames(await EditAsync(film, []), 320 * 180);
        after.Count.ShouldBe(before.Count);
        foreach (var at in new[] { 0, 31, 71 })
            before[at].Zip(after[at], (a, b) => Math.Abs(a - b)).Average().ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData("-c:a aac -b:a 96k -ar 44100")]
    [InlineData("-c:a aac -ar 48000 -ac 2")]
    public async Task Sound_in_aac_is_kept_packet_by_packet(string how)
    {
        var film = await FilmAsync($"-f lavfi -i testsrc2=s=320x180:r=30:d=3.1 -f lavfi -i sine=f=440:d=3.1 -pix_fmt yuv420p {how}");
        var made = await EditAsync(film, [], keepsSound: true);
        var before = Packets(film.Path);
        var after = Packets(made);
        after.ShouldBe(before[..after.Length]);
        (before.Length - after.Length).ShouldBeLessThanOrEqualTo(1);
        Gap(made).ShouldBeLessThan(1 / 24.0);
        FinishedFilm.Probe("-show_entries", "stream=codec_name", made).ShouldBe(["codec_name=h264", "codec_name=aac"]);
    }

    [Theory]
    [InlineData("-c:a libmp3lame", "3.1", "mp3 is made anew")]
    [InlineData("-c:a aac", "1.5", "sound that ends early goes on in silence")]
    [InlineData("-c:a alac -ar 44100", "5", "sound that is too long is cut")]
    public async Task Other_sound_is_made_anew_in_stereo_at_48_kilohertz(string how, string seconds, string why)
    {
        var film = await FilmAsync($"-f lavfi -i testsrc2=s=320x180:r=30:d=3.1 -f lavfi -i sine=f=440:d={seconds} -pix_fmt yuv420p {how}");
        var made = await EditAsync(film with { Facts = film.Facts with { Seconds = 3.1 } }, [], keepsSound: true);
        FinishedFilm.Probe("-select_streams", "a", "-show_entries", "stream=codec_name,sample_rate,channels", made).ShouldBe(["codec_name=aac", "sample_rate=48000", "channels=2"], why);
        Gap(made).ShouldBeLessThan(1 / 24.0, why);
    }

    [Fact]
    public async Task Sound_that_is_not_wanted_or_not_there_leaves_no_track()
    {
        var film = await FilmAsync("-f lavfi -i testsrc2=s=320x180:r=30:d=3 -f lavfi -i sine=d=3 -pix_fmt yuv420p -c:a aac");
        FinishedFilm.Probe("-show_entries", "stream=codec_type", await EditAsync(film, [])).ShouldBe(["codec_type=video"]);
        var silent = await FilmAsync("-f lavfi -i testsrc2=s=320x180:r=30:d=3 -pix_fmt yuv420p");
        FinishedFilm.Probe("-show_entries", "stream=codec_type", await EditAsync(silent, [], keepsSound: true)).ShouldBe(["codec_type=video"]);
    }

    [Fact]
    public async Task The_same_bytes_on_one_thread_and_two()
    {
        var film = await FilmAsync("-f lavfi -i mandelbrot=s=320x180:r=24 -t 3 -pix_fmt yuv420p");
        IReadOnlyList<Edit> edits = [new GradeEdit(Grade.Sunset), new WeatherEdit(Overlay.Rain), new StyleEdit(Style.Oil), new FilmLookEdit(FilmLook.Grain), new TitleEdit("A")];
        var one = await File.ReadAllBytesAsync(await EditAsync(film, edits, threads: 1), Stop);
        (await File.ReadAllBytesAsync(await EditAsync(film, edits, threads: 2), Stop)).AsSpan().SequenceEqual(one).ShouldBeTrue();
    }

    [Fact]
    public async Task Turned_films_are_upright_and_of_the_size_that_was_asked_for()
    {
        var lying = _room.File("lying.mp4");
        Ffmpeg.Make("-f lavfi -i color=red:s=180x320:r=24:d=3,drawbox=0:0:180:40:blue:fill -pix_fmt yuv420p", lying);
        var turned = _room.File("turned.mp4");
        Ffmpeg.Make($"-i {lying} -c copy -metadata:s:v rotate=90", turned);
        var facts = await new FilmProbe(_room.Sandbox).ReadAsync(turned, Stop);
        (facts.Width, facts.Height).ShouldBe((320, 180));
        var frame = FinishedFilm.Frames(await EditAsync(new SourceFilm(turned, facts, false), []), 320 * 180)[5];
        // The blue edge was above and is at one side: its luma is far below red's.
        Math.Abs(frame[90 * 320 + 4] - frame[90 * 320 + 315]).ShouldBeGreaterThan(20);
        Math.Abs(frame[4 * 320 + 160] - frame[175 * 320 + 160]).ShouldBeLessThan(8);
    }

    [Fact]
    public async Task What_is_attached_moves_with_the_scene()
    {
        // A still picture before a camera that goes to the right: two pixels a frame.
        var film = await FilmAsync("-f lavfi -i mandelbrot=s=640x180:r=24:start_scale=0.4:end_scale=0.4 -t 3 -vf trim=start_frame=0:end_frame=1,loop=72:1:0,setpts=N/24/TB,crop=320:180:2*n:0 -pix_fmt yuv420p -crf 10");
        var material = new EditMaterial { Images = new Dictionary<int, InsertedPicture> { [1] = new(40, 40, [.. Enumerable.Repeat((byte)255, 6400)], IsCutOut: true) } };
        var edit = new InsertEdit(InsertSource.Image, 1, FramePlace.Center, InsertSize.Small, IsAttached: true);
        var frames = FinishedFilm.Frames(await EditAsync(film, [edit], material: material), 320 * 180);
        double early = Middle(frames[16]), late = Middle(frames[56]);
        Console.WriteLine($"attached: at {early:0.0} and {late:0.0} of 320 pixels; the scene went 80");
        (early - late).ShouldBeInRange(76, 84);

        static double Middle(byte[] frame) => Enumerable.Range(0, 320 * 180).Where(i => frame[i] > 228).Average(i => i % 320);
    }

    [Fact]
    public async Task A_film_that_breaks_off_is_no_film_and_leaves_nothing()
    {
        var film = await FilmAsync("-f lavfi -i testsrc2=s=320x180:r=24:d=3 -pix_fmt yuv420p");
        var longer = film with { Facts = film.Facts with { Seconds = 9 } };
        (await Should.ThrowAsync<UnreadableMediaException>(EditAsync(longer, []))).Message.ShouldContain("breaks off");
        await File.WriteAllBytesAsync(film.Path, new byte[4000], Stop);
        await Should.ThrowAsync<UnreadableMediaException>(EditAsync(film, []));
        Directory.GetFiles(_room.Folder, "*.part").ShouldBeEmpty();
        Directory.GetFiles(_room.Folder, "*.sound").ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_leaves_no_process_and_no_file()
    {
        var film = await FilmAsync("-f lavfi -i testsrc2=s=640x360:r=30:d=10 -f lavfi -i sine=d=10 -pix_fmt yuv420p -preset ultrafast -c:a aac");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var path = _room.File("canceled.mp4");
        var first = new TaskCompletionSource();
        var editing = new FilmEditor(new RenderOptions(2), _room.Sandbox).EditAsync(
            new EditPlan(640, 360, 240, [new StyleEdit(Style.Oil)]), film with { KeepsSound = true }, new EditMaterial(), new FilmFiles(path), new Told(() => first.TrySetResult()), cancel.Token);
        await first.Task;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(editing);
        Directory.GetFiles(_room.Folder, "canceled*").ShouldBeEmpty();
        Running(film.Path).ShouldBeFalse();
        Running(path).ShouldBeFalse();
    }

    private async Task<SourceFilm> FilmAsync(string words)
    {
        var (path, facts) = await _room.FilmAsync(words);
        return new SourceFilm(path, facts, false);
    }

    private async Task<string> EditAsync(SourceFilm film, IReadOnlyList<Edit> edits, bool keepsSound = false, int threads = 2, EditMaterial? material = null)
    {
        var path = _room.File($"made-{Guid.NewGuid():n}.mp4");
        var frames = (int)Math.Round((decimal)film.Facts.Seconds * 24, MidpointRounding.AwayFromZero);
        await new FilmEditor(new RenderOptions(threads), _room.Sandbox).EditAsync(
            new EditPlan(film.Facts.Width, film.Facts.Height, frames, edits), film with { KeepsSound = keepsSound }, material ?? new EditMaterial(), new FilmFiles(path), null, Stop);
        return path;
    }

    /// <summary>A process has this word among its own.</summary>
    private static bool Running(string word) => OperatingSystem.IsLinux() && Directory.GetDirectories("/proc").Where(entry => char.IsAsciiDigit(System.IO.Path.GetFileName(entry)[0])).Any(entry =>
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(entry, "cmdline")).Contains(word, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    /// <summary>Hashes of the sound's packets.</summary>
    private static string[] Packets(string film) =>
        [.. FinishedFilm.Probe("-select_streams", "a", "-show_data_hash", "md5", "-show_entries", "packet=data_hash", film).Where(line => line.Contains("MD5", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Seconds between the ends of sound and pictures.</summary>
    private static double Gap(string film)
    {
        var lengths = FinishedFilm.Probe("-show_entries", "stream=duration", film).Select(line => double.Parse(line["duration=".Length..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Math.Abs(lengths[0] - lengths[1]);
    }

    private sealed class Told(Action each) : IProgress<int>
    {
        public void Report(int value) => each();
    }
}
