using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Tests.Films;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>Things in whole frames: counted, measured by colour, found where they were asked for.</summary>
public sealed class ThingPictureTests : IDisposable
{
    private static readonly FilmRenderer Renderer = new(new RenderOptions(2));

    private readonly string _folder = Directory.CreateTempSubdirectory("things").FullName;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void As_many_balloons_are_seen_as_are_asked_for(int count)
    {
        var shot = Meadow(new ThingPlan { Id = "balloon", Count = count, Motion = ThingMotion.Hover });
        Blobs(Changed(shot)).ShouldBe(count);
    }

    [Fact]
    public void A_thing_has_the_colour_it_was_asked_for()
    {
        foreach (var color in new[] { NamedColor.Red, NamedColor.Yellow, NamedColor.Blue, NamedColor.Purple, NamedColor.Pink, NamedColor.Orange })
        {
            var shot = Meadow(new ThingPlan { Id = "automobile", Color = color, Motion = ThingMotion.Rest });
            var changed = Changed(shot);
            using var frame = Renderer.RenderFrame(new FilmPlan(320, 180, [shot]), 12);
            var pixels = frame.Pixels.Where((_, i) => changed[i]).ToList();
            pixels.Count.ShouldBeGreaterThan(600);
            var mean = new SKColor((byte)pixels.Average(p => p.Red), (byte)pixels.Average(p => p.Green), (byte)pixels.Average(p => p.Blue));
            mean.ToHsv(out var hue, out _, out _);
            ClothColors.Of(color).ToHsv(out var wanted, out _, out _);
            Math.Min(Math.Abs(hue - wanted), 360 - Math.Abs(hue - wanted)).ShouldBeLessThan(30, $"{color} came out as {mean}");
        }
    }

    [Fact]
    public void Left_is_left_and_the_sky_is_above()
    {
        var left = Middle(Changed(Meadow(new ThingPlan { Id = "dog", Side = ThingSide.Left })));
        var right = Middle(Changed(Meadow(new ThingPlan { Id = "dog", Side = ThingSide.Right })));
        var sky = Middle(Changed(Meadow(new ThingPlan { Id = "dog", Spot = ThingSpot.Sky })));
        left.X.ShouldBeLessThan(140);
        right.X.ShouldBeGreaterThan(180);
        sky.Y.ShouldBeLessThan(left.Y - 30);
    }

    [Fact]
    public void Size_words_change_the_size()
    {
        int Area(ThingSize size) => Changed(Meadow(new ThingPlan { Id = "dog", Size = size })).Count(c => c);
        Area(ThingSize.Huge).ShouldBeGreaterThan(Area(ThingSize.Usual) * 2);
        Area(ThingSize.Usual).ShouldBeGreaterThan(Area(ThingSize.Tiny) * 2);
    }

    public static TheoryData<Place, int, int> Frames => [.. Enum.GetValues<Place>().SelectMany(p => new[] { (p, 320, 180), (p, 180, 320), (p, 240, 240) })];

    /// <summary>Over the whole shot no thing leaves the frame by more than a fifth of itself, and none covers a face.</summary>
    [Theory]
    [MemberData(nameof(Frames))]
    public void Things_stay_in_the_frame_and_off_the_faces(Place place, int width, int height)
    {
        var stage = new Stage(width, height);
        string[] prompts =
        [
            "a dog", "three balloons", "a fox runs", "two cats beside a woman", "a woman walks with a dog", "five butterflies", "a whale",
            "a boat", "a house and a man", "a girl holding a balloon", "ten birds", "a huge elephant", "a cat on a sofa and two children",
        ];
        foreach (var prompt in prompts)
        {
            var shot = Reading.Shot(prompt) with { Place = place };
            var scene = Scenery.Compose(shot, stage);
            var faces = scene.Standings.Select((s, i) => Face(s, shot.Figures[i].Person)).ToList();
            foreach (var (index, stand) in ThingBlocking.Place(shot, scene, stage))
            {
                var plan = shot.Things[index];
                var box = Box(stand, plan.Id);
                string told = $"{prompt} at {place} {width}x{height}: {plan.Id} {box}, travel {stand.Travel}";
                var seen = stand.Travel == 0 || stand.Lap > 0 ? box : SKRect.Inflate(box, Math.Abs(stand.Travel) / 2, 0);
                (seen.Left > -0.2f * box.Width && seen.Right < width + 0.2f * box.Width).ShouldBeTrue(told);
                (box.Top > -0.1f * box.Height && box.Bottom < height * 1.02f).ShouldBeTrue(told);
                // The room's own sofa stands behind all people.
                if (plan.Spot != ThingSpot.Held && stand.Carrier != Carrier.Ground && !ThingScenery.IsOf(shot, plan))
                    faces.ShouldAllBe(face => !face.IntersectsWith(box), told);
            }
        }
    }

    [Fact]
    public async Task Films_of_things_are_the_same_on_any_number_of_threads()
    {
        var plan = new FilmPlan(320, 180, [Reading.Shot("three red balloons over the sea, a dolphin jumps") with { Frames = 13 }, Reading.Shot("a fox runs through snow") with { Frames = 12 }]);
        var one = await RealShots.FilmAsync(plan, 1, Path.Combine(_folder, "1.mp4"));
        (await RealShots.FilmAsync(plan, 3, Path.Combine(_folder, "3.mp4"))).ShouldBe(one);
    }

    [Fact]
    public void A_running_fox_moves_and_the_snow_passes()
    {
        var shot = Reading.Shot("a fox runs through snow");
        Scenery.Compose(shot, new Stage(1280, 720)).Passing.ShouldNotBe(0);
        Scenery.Compose(shot with { Camera = CameraMove.Static }, new Stage(1280, 720)).Passing.ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private static ShotPlan Meadow(ThingPlan thing) =>
        new() { Frames = 48, Seed = 7, Place = Place.Meadow, Time = TimeOfDay.Noon, Camera = CameraMove.Static, HasBirds = false, Things = [thing] };

    /// <summary>Which pixels the things of a shot change.</summary>
    private static bool[] Changed(ShotPlan shot)
    {
        using var with = Renderer.RenderFrame(new FilmPlan(320, 180, [shot]), 12);
        using var without = Renderer.RenderFrame(new FilmPlan(320, 180, [shot with { Things = [] }]), 12);
        var bare = without.Pixels;
        return [.. with.Pixels.Select((pixel, i) => RealShots.Difference(pixel, bare[i]) > 22)];
    }

    private static SKPoint Middle(bool[] changed)
    {
        var points = changed.Select((c, i) => (c, i)).Where(p => p.c).Select(p => (X: p.i % 320, Y: p.i / 320)).ToList();
        return new SKPoint((float)points.Average(p => p.X), (float)points.Average(p => p.Y));
    }

    /// <summary>Connected patches of more than 40 pixels.</summary>
    private static int Blobs(bool[] changed)
    {
        var count = 0;
        for (var start = 0; start < changed.Length; start++)
        {
            if (!changed[start])
                continue;
            var (size, open) = (0, new Stack<int>([start]));
            changed[start] = false;
            while (open.TryPop(out var at))
            {
                size++;
                foreach (var next in (ReadOnlySpan<int>)[at - 1, at + 1, at - 320, at + 320])
                {
                    if (next >= 0 && next < changed.Length && changed[next])
                    {
                        changed[next] = false;
                        open.Push(next);
                    }
                }
            }

            count += size > 40 ? 1 : 0;
        }

        return count;
    }

    private static SKRect Box(ThingStand stand, string id)
    {
        var half = stand.Height * ThingCut.Of(id).Aspect / 2;
        return new SKRect(stand.Foot.X - half, stand.Foot.Y - stand.Height, stand.Foot.X + half, stand.Foot.Y);
    }

    private static SKRect Face(Standing standing, Person person)
    {
        var crown = standing.Ground.Y - Composition.CrownOf(person) * standing.PixelsPerMetre;
        return new SKRect(standing.Ground.X - 0.09f * standing.PixelsPerMetre, crown, standing.Ground.X + 0.09f * standing.PixelsPerMetre, crown + 0.22f * standing.PixelsPerMetre);
    }
}
