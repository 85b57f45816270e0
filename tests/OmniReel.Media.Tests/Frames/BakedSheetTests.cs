using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Tests.Frames;

public sealed unsafe class BakedSheetTests
{
    [Fact]
    public void Bands_leave_no_seam()
    {
        var shot = new ShotPlan { Frames = 25, Seed = 3, Place = Place.Sea, Time = TimeOfDay.Sunset };
        var stage = new Stage(800, 450);
        var sky = (StillLayer)Scenery.Compose(shot, stage).Behind.First(l => !l.Moves);
        using var whole = new PixelBlock((int)stage.Reach.Width + 2, (int)stage.Reach.Height + 2);
        using (var surface = whole.Surface())
        {
            surface.Canvas.Translate(1 - stage.Reach.Left, 1 - stage.Reach.Top);
            sky.Draw(surface.Canvas, default);
        }

        using var banded = BakedSheet.Of([sky], stage, default)!;
        int worst = 0, differing = 0;
        for (var y = 2; y < whole.Height - 2; y++)
        {
            byte* p = (byte*)whole.Row(y), q = (byte*)banded.Pixels.Row(y);
            for (var i = 8; i < 4 * whole.Width - 8; i++)
            {
                differing += Math.Abs(p[i] - q[i]) > 2 ? 1 : 0;
                worst = Math.Max(worst, Math.Abs(p[i] - q[i]));
            }
        }

        // Skia rounds the smooth edge of a path a little differently near a clip, on a few pixels; areas are the same.
        worst.ShouldBeLessThanOrEqualTo(16);
        differing.ShouldBeLessThan(whole.Width * whole.Height / 1000);
    }
}
