using OmniReel.Media.Encoding;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

public sealed class FilmRendererTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_same_plan_gives_the_same_bytes_on_any_number_of_threads(int threads)
    {
        var plan = Plans.Colours(320, 180, 12, 13);
        var first = await Film(plan, 2, "a.mp4");
        var second = await Film(plan, threads, "b.mp4");

        first.ShouldBe(second);
    }

    [Fact]
    public async Task Frames_are_reported_one_by_one_and_the_report_counts_them()
    {
        var plan = Plans.Colours(64, 64, 5, 4);
        var seen = new List<int>();
        var report = await new FilmRenderer(new RenderOptions(2), Plans.Staging)
            .RenderAsync(plan, Path.Combine(_folder, "a.mp4"), new Direct(seen), Cancel);

        seen.ShouldBe(Enumerable.Range(1, 9));
        report.Frames.ShouldBe(9);
        report.Duration.TotalSeconds.ShouldBe(0.375);
        report.Bytes.ShouldBe(new FileInfo(report.Path).Length);
        Directory.GetFiles(_folder).ShouldBe([report.Path]);
    }

    [Fact]
    public async Task Cancelling_leaves_no_file()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var plan = Plans.Colours(320, 180, 400);
        var progress = new OnFrame(3, cancel.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => new FilmRenderer(new RenderOptions(2), Plans.Staging)
            .RenderAsync(plan, Path.Combine(_folder, "a.mp4"), progress, cancel.Token));

        Directory.GetFiles(_folder).ShouldBeEmpty();
        progress.Last.ShouldBeLessThan(400);
    }

    [Fact]
    public async Task A_missing_ffmpeg_says_how_to_install_it()
    {
        var renderer = new FilmRenderer(new RenderOptions(1, "/nowhere/ffmpeg"), Plans.Staging);
        var missing = await Should.ThrowAsync<FfmpegException>(() => renderer.RenderAsync(Plans.Colours(64, 64, 2), Path.Combine(_folder, "a.mp4"), null, Cancel));

        missing.Message.ShouldContain("/nowhere/ffmpeg");
        missing.Message.ShouldContain("apt-get install ffmpeg");
    }

    [Fact]
    public async Task Ffmpegs_last_line_is_the_message()
    {
        var renderer = new FilmRenderer(new RenderOptions(1), Plans.Staging);
        var failed = await Should.ThrowAsync<FfmpegException>(
            () => renderer.RenderAsync(Plans.Colours(64, 64, 2), Path.Combine(_folder, "no", "such", "a.mp4"), null, Cancel));

        failed.Message.ShouldContain("No such file or directory");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_layer_that_fails_fails_the_film_and_leaves_no_file(bool moves)
    {
        Layer torn = moves
            ? new MovingLayer((_, moment) => { if (moment.Frame == 7) throw new InvalidOperationException("torn"); }) { Depth = 1 }
            : new StillLayer(_ => throw new InvalidOperationException("torn")) { Depth = 1 };
        Staging broken = (_, stage) => new StagedShot([torn], new Camera(CameraMove.Static, stage, default), SKColors.Black.WithAlpha(0));
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => new FilmRenderer(new RenderOptions(2), broken)
            .RenderAsync(Plans.Colours(64, 64, 30, 30), Path.Combine(_folder, "a.mp4"), null, Cancel));

        failure.Message.ShouldBe("torn");
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(321, 180)]
    [InlineData(320, 8)]
    public async Task Odd_or_tiny_sides_are_refused(int width, int height) =>
        (await Should.ThrowAsync<ArgumentException>(() => new FilmRenderer(RenderOptions.Default)
            .RenderAsync(Plans.Colours(width, height, 2), "a.mp4", null, Cancel))).Message.ShouldContain($"{width}×{height}");

    [Fact]
    public void One_frame_shows_what_the_film_shows_there()
    {
        using var frame = new FilmRenderer(new RenderOptions(1), Plans.Staging).RenderFrame(Plans.Colours(64, 64, 2, 2), 2);
        var pixel = frame.GetPixel(32, 60);

        ((int)pixel.Green).ShouldBeInRange(250, 255);
        ((int)pixel.Red).ShouldBeInRange(0, 6);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private async Task<byte[]> Film(FilmPlan plan, int threads, string name)
    {
        var path = Path.Combine(_folder, name);
        await new FilmRenderer(new RenderOptions(threads), Plans.Staging).RenderAsync(plan, path, null, Cancel);
        return await File.ReadAllBytesAsync(path, Cancel);
    }

    private sealed class Direct(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }

    private sealed class OnFrame(int frame, Action then) : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value)
        {
            Last = value;
            if (value == frame)
                then();
        }
    }
}
