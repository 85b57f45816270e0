using OmniReel.Media.Frames;

namespace OmniReel.Media.Tests.Frames;

public sealed class RenderOptionsTests
{
    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(0, 2, 2)]
    [InlineData(1, 64, 8)]
    [InlineData(4, 16, 4)]
    [InlineData(64, 16, 1)]
    public void Films_made_at_once_share_the_processors(int films, int processors, int threads) =>
        RenderOptions.Sharing(films, processors).Threads.ShouldBe(threads);

    [Theory]
    [InlineData(1280, 720, 8)]
    [InlineData(1920, 1080, 8)]
    [InlineData(3840, 2160, 4)]
    [InlineData(2880, 2880, 4)]
    [InlineData(16384, 16384, 1)]
    public void Large_frames_take_fewer_threads(int width, int height, int threads) =>
        new RenderOptions(8).ThreadsFor(width, height).ShouldBe(threads);
}
