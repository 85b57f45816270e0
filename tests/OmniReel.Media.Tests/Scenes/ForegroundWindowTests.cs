using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Scenes;

/// <summary>What grows and hangs in the foreground frames those whom a shot is about, and does not hide them.</summary>
public sealed class ForegroundWindowTests
{
    private static readonly string[] Prompts =
    [
        "a truck drives through the forest", "a train crosses the mountains", "a fox runs through the meadow", "a woman in a red dress walks through the meadow",
        "two children dance on the meadow", "a man stands in the forest", "a bicycle on a meadow", "a woman dances by the sea", "a turtle crawls along the beach",
        "a man stands beside a bicycle on a meadow", "a crocodile crawls through the forest", "a crocodile crawls through the meadow",
    ];

    public static TheoryData<int, int> Frames => new() { { 640, 360 }, { 360, 640 }, { 360, 360 } };

    [Theory]
    [MemberData(nameof(Frames))]
    public void Little_of_a_subject_is_ever_covered(int width, int height)
    {
        var stage = new Stage(width, height);
        var worst = 0.0;
        var bare = 0.0;
        foreach (var prompt in Prompts)
        {
            var shot = Reading.Shot(prompt, "") with { Frames = 73 };
            var scene = Scenery.Compose(shot, stage);
            var main = ForegroundWindow.Subjects(shot, scene, stage)[0];
            var covered = Covered(ForegroundWindow.Around(shot, scene, stage), scene, stage, main);
            covered.ShouldBeLessThan(0.06, $"{prompt} at {width}x{height}");
            (worst, bare) = (Math.Max(worst, covered), Math.Max(bare, Covered(scene.InFront, scene, stage, main)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"covered at most {worst:0.000} of a subject, {bare:0.000} if nothing parted");
        // The control: without the window the same foregrounds do hide them; in a tall frame, where feet are far above its edge, they hardly reach them.
        if (width >= height)
            bare.ShouldBeGreaterThan(2 * worst + 0.02);
    }

    [Fact]
    public void Where_nobody_is_in_the_way_the_foreground_stays_as_it_is()
    {
        var shot = Reading.Shot("a quiet forest at noon, no people");
        var stage = new Stage(640, 360);
        var scene = Scenery.Compose(shot, stage);
        scene.InFront.Count.ShouldBeGreaterThan(2);
        ForegroundWindow.Around(shot, scene, stage).ShouldBe(scene.InFront);
    }

    /// <summary>The largest share of a box that a foreground covers at some moment, wherever what passes has come to.</summary>
    private static double Covered(IReadOnlyList<Layer> layers, Scene scene, Stage stage, SKRect box)
    {
        var most = 0.0;
        foreach (var frame in (ReadOnlySpan<int>)[0, 24, 48, 72])
        {
            var moment = new Moment(frame, 73);
            using var bitmap = new SKBitmap(stage.Width, stage.Height);
            using var canvas = new SKCanvas(bitmap);
            foreach (var layer in layers.Where(l => l.Bounds(stage).Width < 0.6f * stage.Width && l.Bounds(stage).Height < 0.6f * stage.Height))
            {
                canvas.Save();
                if (layer.Lap > 0 && scene.Passing != 0)
                    canvas.Translate(-scene.Passing * layer.Depth * (moment.Seconds - moment.Frames / 48f), 0);
                layer.Draw(canvas, moment);
                canvas.Restore();
            }

            var inside = 0;
            for (var y = (int)box.Top; y < (int)box.Bottom; y++)
            {
                for (var x = (int)box.Left; x < (int)box.Right; x++)
                    inside += bitmap.GetPixel(x, y).Alpha > 160 ? 1 : 0;
            }

            most = Math.Max(most, inside / Math.Max(1.0, box.Width * box.Height));
        }

        return most;
    }
}
