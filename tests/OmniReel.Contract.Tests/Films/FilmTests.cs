using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Films;

public sealed class FilmTests
{
    [Theory]
    [InlineData(VideoMode.Std, AspectRatio.Landscape, 1280, 720)]
    [InlineData(VideoMode.Std, AspectRatio.Portrait, 720, 1280)]
    [InlineData(VideoMode.Std, AspectRatio.Square, 960, 960)]
    [InlineData(VideoMode.Pro, AspectRatio.Landscape, 1920, 1080)]
    [InlineData(VideoMode.Pro, AspectRatio.Portrait, 1080, 1920)]
    [InlineData(VideoMode.Pro, AspectRatio.Square, 1440, 1440)]
    [InlineData(VideoMode.UltraHd, AspectRatio.Landscape, 3840, 2160)]
    [InlineData(VideoMode.UltraHd, AspectRatio.Portrait, 2160, 3840)]
    [InlineData(VideoMode.UltraHd, AspectRatio.Square, 2880, 2880)]
    public void Sizes_are_those_of_the_contract(VideoMode mode, AspectRatio ratio, int width, int height) =>
        OutputSize.Of(mode, ratio).ShouldBe(new OutputSize(width, height));

    [Theory]
    [InlineData(VideoMode.Std, 1920, 1080, 1280, 720)]
    [InlineData(VideoMode.Std, 640, 640, 960, 960)]
    [InlineData(VideoMode.Pro, 300, 750, 910, 2276)]
    [InlineData(VideoMode.Std, 4, 3, 1108, 832)]
    public void Films_that_follow_a_shape_have_the_area_of_the_mode(VideoMode mode, int inputWidth, int inputHeight, int width, int height) =>
        OutputSize.Following(mode, inputWidth, inputHeight).ShouldBe(new OutputSize(width, height));

    [Theory]
    [InlineData(3, 73, "3.041")]
    [InlineData(5, 121, "5.041")]
    [InlineData(15, 361, "15.041")]
    public void Films_have_one_frame_more(int seconds, int frames, string duration)
    {
        FilmLength.Frames(seconds).ShouldBe(frames);
        FilmLength.WireDuration(frames).ShouldBe(duration);
    }

    [Theory]
    [InlineData("4.2", 101, 4)]
    [InlineData("4.5", 108, 5)]
    [InlineData("0.2", 5, 1)]
    public void Edits_follow_their_input(string input, int frames, int billed)
    {
        var length = decimal.Parse(input, System.Globalization.CultureInfo.InvariantCulture);
        FilmLength.FramesOfEdit(length).ShouldBe(frames);
        FilmLength.BilledSeconds(length).ShouldBe(billed);
    }
}
