using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Pictures;

/// <summary>Prompts of films that begin with a picture: what they move, and what of them is said to be lost.</summary>
public sealed class PictureReaderTests
{
    [Theory]
    [InlineData("A slow push in.", CameraMove.Push, "", "")]
    [InlineData("镜头缓缓向左移动，海浪轻轻拍打", CameraMove.TruckLeft, "海浪", null)]
    [InlineData("waves ripple in the wind, the camera pans right", CameraMove.PanRight, "waves ripple wind", "")]
    [InlineData("the camera tilts up while the woman dances", CameraMove.TiltUp, "", "woman dances")]
    [InlineData("固定镜头", CameraMove.Static, "", "")]
    [InlineData("固定镜头，没有风", CameraMove.Static, "", "")]
    [InlineData("no wind, clouds drift", null, "clouds drift", "")]
    [InlineData("blorp", null, "", "blorp")]
    [InlineData("", null, "", "")]
    public void Camera_and_what_moves_are_read_and_the_rest_is_told(string prompt, CameraMove? camera, string stirs, string? lost)
    {
        var reading = PictureReader.Read(prompt, null);
        reading.Camera.ShouldBe(camera);
        string.Join(' ', reading.Stirs.Select(stir => stir.Text)).ShouldBe(stirs);
        if (lost is not null)
            string.Join(' ', reading.NotUnderstood).ShouldBe(lost);
    }

    [Fact]
    public void A_negative_prompt_holds_still_what_it_names()
    {
        var reading = PictureReader.Read("waves and clouds", "clouds");
        reading.Stirs.ShouldHaveSingleItem().Text.ShouldBe("waves");
        reading.Still.ShouldBe([Stir.Sky]);
        PictureReader.Read("no waves", "").Still.ShouldBe([Stir.Water]);
    }
}
