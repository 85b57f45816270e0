using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

public sealed class BakedShotTests
{
    private static readonly Stage Stage = new(640, 640);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancelling_stops_baking_at_the_next_band(int threads)
    {
        using var cancel = new CancellationTokenSource();
        using var canceled = new ManualResetEventSlim();
        var drawn = 0;
        var layers = Enumerable.Range(0, 400).Select(depth => new StillLayer(_ =>
        {
            var number = Interlocked.Increment(ref drawn);
            if (number == 3)
            {
                cancel.Cancel();
                canceled.Set();
            }
            else if (number > 3)
            {
                // The one that cancels may stand still between the two.
                canceled.Wait(TestContext.Current.CancellationToken);
            }
        }) { Depth = depth / 400f });

        Should.Throw<OperationCanceledException>(() => BakedShot.Bake(Plan, Stage, Shot([.. layers]), threads, cancel.Token));
        // Each thread may finish the band it is at; 400 sheets in all.
        drawn.ShouldBeLessThan(3 + 2 * threads);
    }

    [Fact]
    public async Task A_film_given_up_while_a_shot_is_baked_stops_baking_it()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var drawn = 0;
        var layers = Enumerable.Range(0, 50).Select(depth => new StillLayer(_ =>
        {
            Interlocked.Increment(ref drawn);
            cancel.Cancel();
        }) { Depth = depth / 50f });

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mp4");
        await Should.ThrowAsync<OperationCanceledException>(() => new FilmRenderer(new RenderOptions(1), Shot([.. layers]))
            .RenderAsync(new FilmPlan(640, 640, [Plan]), path, null, cancel.Token));
        // What was begun is drawn to its end, and a busy machine begins some more; all of them it never is.
        drawn.ShouldBeLessThan(200);
        File.Exists(path).ShouldBeFalse();
    }

    private static ShotPlan Plan { get; } = new() { Frames = 24, Seed = 1, Camera = CameraMove.PanLeft };

    private static Staging Shot(IReadOnlyList<Layer> layers) =>
        (_, stage) => new StagedShot(layers, new Camera(CameraMove.PanLeft, stage, default), SKColors.Black.WithAlpha(0));
}
