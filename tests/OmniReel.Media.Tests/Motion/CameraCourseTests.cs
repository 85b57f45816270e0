using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Motion;

public sealed class CameraCourseTests
{
    /// <summary>Real cameras stop, turn back and tremble: the curve between measured points must not swing out of what a sheet can show.</summary>
    [Theory]
    [InlineData(1280, 720)]
    [InlineData(720, 1280)]
    [InlineData(960, 960)]
    public void Whatever_way_was_measured_no_layer_is_shrunk_and_none_ends_in_the_frame(int width, int height)
    {
        var stage = new Stage(width, height);
        var random = new Random(7);
        for (var n = 0; n < 500; n++)
        {
            var points = random.Next(2, 40);
            double[] Way(double reach, double least) => [.. Enumerable.Range(0, points).Select(_ => random.Next(3) == 0 ? least : least + (random.NextDouble() * reach))];
            var path = new CameraPath(Way(0.6, -0.3), Way(0.6, -0.3), Way(random.NextDouble(), 1));
            var camera = new Camera(CameraMove.Drift, stage, new SKPoint(width * 0.4f, height * 0.6f), path: path);
            foreach (var depth in (float[])[0, 0.5f, 1, 2.5f])
            {
                for (var frame = 0; frame < 121; frame += 3)
                {
                    var way = camera.At(depth, new Moment(frame, 121));
                    var seen = way.MapRect(stage.Reach);
                    way.ScaleX.ShouldBeGreaterThanOrEqualTo(1);
                    (seen.Left <= 0 && seen.Top <= 0 && seen.Right >= width && seen.Bottom >= height).ShouldBeTrue();
                }
            }
        }
    }
}
