using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Tests.Frames;

/// <summary>Scenery that passes by is there at every moment, without gap and without end.</summary>
public sealed class PassageTests
{
    private const float Lap = 1528;

    private static readonly SKRect Seen = new(0, 0, 1280, 720), Strip = new(-128, 500, 1408, 720);

    private static readonly Stage Small = new(320, 180);

    [Theory]
    [InlineData(0)]
    [InlineData(280)]
    [InlineData(-280)]
    public void Copies_of_a_strip_cover_all_that_is_seen(float pace)
    {
        foreach (var depth in new[] { 0.1f, 1, 1.25f })
        for (var frame = 0; frame < 361; frame++)
        {
            var laps = new Passage(pace).Of(Strip, Lap, depth, new Moment(frame, 361), Seen);
            laps.Count.ShouldBeInRange(1, 2);
            (Strip.Left + laps[0]).ShouldBeLessThanOrEqualTo(Seen.Left);
            (Strip.Right + laps[laps.Count - 1]).ShouldBeGreaterThanOrEqualTo(Seen.Right);
        }
    }

    [Fact]
    public void A_thing_is_seen_once_in_a_lap_and_nowhere_else()
    {
        var tree = new SKRect(100, 200, 180, 500);
        for (var frame = 0; frame < 361; frame++)
        {
            var laps = new Passage(280).Of(tree, Lap, 1, new Moment(frame, 361), Seen);
            laps.Count.ShouldBeInRange(0, 1);
            if (laps.Count > 0)
                new SKRect(tree.Left + laps[0], tree.Top, tree.Right + laps[0], tree.Bottom).IntersectsWith(Seen).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(Place.Sea)]
    [InlineData(Place.City)]
    [InlineData(Place.Forest)]
    [InlineData(Place.Mountains)]
    [InlineData(Place.Meadow)]
    public void The_ground_goes_below_a_walker(Place place)
    {
        using var baked = BakedShot.Bake(Shot(place), Small, ShotStaging.Compose, 2, TestContext.Current.CancellationToken);
        baked.Passage.Pace.ShouldNotBe(0);
        baked.Steps.ShouldContain(s => s.Sheet != null && s.Depth == 1 && s.Lap > 0 && s.Box.Width >= Small.Reach.Width);
        baked.Steps[0].Lap.ShouldBe(0, "the sky stays");
    }

    [Fact]
    public void A_strip_of_land_ends_as_its_next_lap_begins()
    {
        var studio = new Studio(Shot(Place.Meadow), Small, Composition.Of(Small, Shot(Place.Meadow)));
        studio.LetPass();
        foreach (var length in new[] { 250f, 560, 1240 })
        foreach (var strip in new[] { Hills.Rolling(studio, 100, 40, length, 0.3f, 150), Hills.Peaks(studio, 100, 40, length, 0.3f, 150) })
        for (var x = studio.Reach.Left; x < studio.Reach.Left + 8; x += 2)
            Hills.EdgeOf(strip, x).ShouldBe(Hills.EdgeOf(strip, x + studio.Lap), 1.2f, $"length {length} at {x}");
    }

    [Theory]
    [InlineData(Place.City, Traits.None)]
    [InlineData(Place.City, Traits.Neon)]
    [InlineData(Place.Forest, Traits.None)]
    [InlineData(Place.Meadow, Traits.None)]
    public void No_seam_is_seen_where_a_lap_ends(Place place, Traits traits)
    {
        var stage = new Stage(640, 360);
        var shot = Shot(place) with { Traits = traits };
        using var baked = BakedShot.Bake(shot, stage, ShotStaging.Compose, 2, TestContext.Current.CancellationToken);
        var sheets = baked.Steps.Where(s => s.Lap > 0 && s.Sheet is { } sheet && sheet.Box.Width > stage.Reach.Width - 8).ToList();
        var compared = 0;
        foreach (var step in sheets)
        {
            var (pixels, lap) = (step.Sheet!.Pixels, (int)step.Lap);
            // What is seen on both sides of the end is one picture: the same columns come before and after it.
            int left = (int)stage.Reach.Left - step.Sheet.Left, differ = 0, seen = 0;
            using var image = pixels.Image();
            using var bitmap = SKBitmap.FromImage(image);
            for (var y = 0; y < bitmap.Height; y++)
            {
                for (var x = left + 1; x < left + 4 && x + lap < bitmap.Width - 1; x++)
                {
                    SKColor a = bitmap.GetPixel(x, y), b = bitmap.GetPixel(x + lap, y);
                    seen++;
                    differ += Math.Abs(a.Alpha - b.Alpha) > 90 || (a.Alpha > 200 && b.Alpha > 200 && Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) > 90) ? 1 : 0;
                }
            }

            // A string of flags ends above the frame: its sheet does not reach over the end of the lap.
            compared += seen;
            if (seen > 0)
                ((double)differ / seen).ShouldBeLessThan(0.03, $"{place} {traits} at depth {step.Depth}");
        }

        compared.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void No_lamp_stands_in_the_way_of_those_whom_a_shot_is_about()
    {
        foreach (var stage in new[] { new Stage(640, 360), new Stage(360, 640), new Stage(360, 360) })
        {
            var studio = new Studio(Shot(Place.City), stage, Composition.Of(stage, Shot(Place.City)));
            studio.LetPass();
            var lane = HeroLane.Of(studio).ShouldNotBeNull();
            var carried = 0.2f * stage.Width;
            lane.IsClear(lane.Middle, 2, carried, studio.Lap).ShouldBeFalse();
            lane.IsClear(lane.Middle + studio.Lap, 2, carried, studio.Lap).ShouldBeFalse("a copy of it stands there");
            lane.IsClear(lane.Right + 4 + carried / 2, 2, carried, studio.Lap).ShouldBe(carried + lane.Right - lane.Left + 8 < studio.Lap);
        }
    }

    /// <summary>The lamp that is laid, not the rule for it: at the middle of the shot its post is beside all people.</summary>
    [Fact]
    public void The_lamp_of_a_street_is_beside_its_people()
    {
        var seen = 0;
        foreach (var stage in new[] { new Stage(640, 360), new Stage(360, 640), new Stage(360, 360) })
        {
            for (var people = 1; people <= 3; people++)
            {
                foreach (var action in new[] { FigureAction.Stand, FigureAction.Dance, FigureAction.Walk })
                {
                    var shot = Shot(Place.City) with { Time = TimeOfDay.Night, Frames = 73, Figures = [.. Enumerable.Repeat(new FigurePlan { Action = action }, people)] };
                    var lane = HeroLane.Of(new Studio(shot, stage, Composition.Of(stage, shot))).ShouldNotBeNull();
                    foreach (var lamp in Scenery.Compose(shot, stage).Behind.OfType<StillLayer>().Where(l => l.Depth == 1 && l.Box is { } box && box.Width < 0.3f * stage.Width && box.Height > 0.4f * stage.Height))
                    {
                        var post = lamp.Box!.Value.MidX;
                        (post < lane.Left || post > lane.Right).ShouldBeTrue($"{people} {action} {stage.Width}x{stage.Height}: lamp at {post:0} of {lane.Left:0} to {lane.Right:0}");
                        seen++;
                    }
                }
            }
        }

        seen.ShouldBeGreaterThanOrEqualTo(5);
    }

    private static ShotPlan Shot(Place place) =>
        new() { Frames = 241, Place = place, Figures = [new FigurePlan { Action = FigureAction.Walk }], Seed = 20260117 };
}
