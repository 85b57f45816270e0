using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Tests.Script;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>Things cut by hand: their sizes are those of life, wheels roll, strings are held, leaps splash, lamps are lit at night.</summary>
public sealed class CraftTests
{
    private static readonly Stage Wide = new(1280, 720);

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(180, 320)]
    public void Every_craft_of_the_file_is_a_thing_and_is_drawn(int width, int height)
    {
        CraftFile.Instance.Ids.Count().ShouldBeGreaterThan(75);
        foreach (var id in CraftFile.Instance.Ids)
        {
            ThingCatalog.Instance.Find(id).ShouldNotBeNull($"{id} is no thing of the catalogue");
            CraftFile.Instance.Find(id)!.Aspect.ShouldBeInRange(0.3f, 16f, id);
            var shot = Shot(Place.Meadow) with { Things = [new ThingPlan { Id = id, Motion = ThingCatalog.Instance[id].Motion }] };
            if (CraftMaker.Of(shot.Things[0]) is null)
                continue;
            Opaque(Draw(new Stage(width, height), Crafts(shot, new Stage(width, height)), new Moment(9, 48))).ShouldBeGreaterThan(width * height / 500, id);
        }
    }

    /// <summary>Lengths and heights in metres, as one knows them from life.</summary>
    [Theory]
    [InlineData("bicycle", 1.6f, 1.9f, 0.9f, 1.15f)]
    [InlineData("motorcycle", 1.9f, 2.3f, 1.0f, 1.3f)]
    [InlineData("automobile", 4.0f, 4.6f, 1.35f, 1.6f)]
    [InlineData("bus", 10f, 12f, 2.8f, 3.5f)]
    [InlineData("double-decker", 10f, 12f, 4f, 4.6f)]
    [InlineData("locomotive", 20f, 28f, 4f, 5f)]
    [InlineData("sailboat", 5f, 7f, 7f, 9f)]
    [InlineData("ship", 35f, 60f, 14f, 24f)]
    [InlineData("airplane", 35f, 45f, 10f, 14f)]
    [InlineData("whale", 12f, 16f, 3f, 7f)]
    [InlineData("dolphin", 2.2f, 3.1f, 0.8f, 1.4f)]
    [InlineData("fish", 0.3f, 0.6f, 0.15f, 0.4f)]
    [InlineData("hot-air-balloon", 11f, 15f, 17f, 24f)]
    public void Sizes_are_those_of_life(string id, float shortest, float longest, float lowest, float highest)
    {
        var box = CraftFile.Instance.Find(id)!.Box;
        box.Width.ShouldBeInRange(shortest, longest);
        box.Height.ShouldBeInRange(lowest, highest);
    }

    [Fact]
    public void Beside_people_and_each_other_they_have_the_sizes_of_life()
    {
        var bicycle = Beside("a woman stands beside a bicycle on a meadow");
        bicycle.Width.ShouldBeInRange(0.85f * bicycle.Person, 1.15f * bicycle.Person, "a bicycle is as long as a person is tall");
        var car = Beside("a man stands beside a red car in the city");
        car.Height.ShouldBeLessThan(0.92f * car.Person, "a car is lower than a person");
        car.Width.ShouldBeGreaterThan(car.Person, "and longer than a person is tall");
        var balloon = Beside("a girl holds a balloon");
        balloon.Height.ShouldBeLessThan(0.5f * balloon.Person);

        var pair = Stands("a whale and a sailboat on the sea");
        Width(pair, "whale").ShouldBeGreaterThan(1.4f * Width(pair, "sailboat"), "a whale is longer than a boat");
        pair = Stands("a bus and a car in the city at noon");
        Width(pair, "bus").ShouldBeGreaterThan(1.5f * Width(pair, "automobile"));
        pair = Stands("a bicycle and a bus in the city");
        Width(pair, "bus").ShouldBeGreaterThan(2 * Width(pair, "bicycle"));
    }

    [Theory]
    [InlineData("a red car drives down a city street")]
    [InlineData("a red car drives through the meadow, static shot")]
    [InlineData("a woman walks beside a bicycle in the forest")]
    public void Wheels_turn_by_the_way_over_their_radius(string prompt)
    {
        var shot = Reading.Shot(prompt);
        var scene = Scenery.Compose(shot, Wide);
        var layer = Crafts(shot, Wide).OfType<CraftLayer>().First();
        var wheel = layer.Craft.Pieces.First(p => p.Joint == CraftJoint.Wheel);
        var scale = layer.Height / layer.Craft.Box.Height;
        var hub = new SKPoint(wheel.At.X, 0);
        var moves = 0f;
        for (var frame = 1; frame < shot.Frames; frame++)
        {
            Moment before = new(frame - 1, shot.Frames), now = new(frame, shot.Frames);
            // The body pitches about the middle of its foot: at the ground that hardly moves a point along.
            var shown = MathF.Abs(layer.Where(now, hub).X - layer.Where(before, hub).X);
            var way = shown + (shot.Things[0].Motion == ThingMotion.Drive ? MathF.Abs(scene.Passing) / 24 : 0);
            var turned = layer.Turned(now, wheel.Amount) - layer.Turned(before, wheel.Amount);
            turned.ShouldBe(way / (wheel.Amount * scale), 0.012f, $"frame {frame}");
            moves += turned;
        }

        if (shot.Things[0].Motion == ThingMotion.Drive)
            moves.ShouldBeGreaterThan(1.5f);
    }

    [Fact]
    public void The_spokes_of_a_wheel_are_seen_to_turn()
    {
        var shot = Shot(Place.City) with { Camera = CameraMove.Drift, Things = [new ThingPlan { Id = "bicycle", Motion = ThingMotion.Drive }] };
        var layer = Crafts(shot, Wide).OfType<CraftLayer>().First();
        var still = Crafts(shot with { Things = [shot.Things[0] with { Motion = ThingMotion.Rest }], Camera = CameraMove.Static }, Wide).OfType<CraftLayer>().First();
        Difference(layer, 10, 13).ShouldBeGreaterThan(3 * Math.Max(20, Difference(still, 10, 13)));
    }

    [Theory]
    [InlineData("a child flies a kite on the meadow", 1280, 720)]
    [InlineData("一个孩子在草地上放风筝", 1280, 720)]
    [InlineData("a boy walks with a kite on the beach, push in", 720, 1280)]
    [InlineData("a girl holds three red balloons", 1280, 720)]
    [InlineData("a woman walks through the city holding a balloon", 720, 720)]
    public void A_string_ends_at_what_flies_and_in_the_hand_in_every_frame(string prompt, int width, int height)
    {
        var stage = new Stage(width, height);
        var shot = Reading.Shot(prompt);
        var scene = Scenery.Compose(shot, stage);
        var (things, people) = (ThingStaging.Of(shot, scene, stage), Ensemble.Of(shot, scene, stage));
        var strings = Tether.Of(shot, things, people, stage).ToList();
        strings.Count.ShouldBe(shot.Things[0].Count);
        var flies = things.OfType<CraftLayer>().ToList();
        var holder = people[^1].ShouldBeOfType<Puppet>();
        // The camera moves layers by their depth: all of one depth stay together.
        strings.Select(s => s.Depth).Concat(flies.Select(f => f.Depth)).ShouldAllBe(depth => depth == holder.Depth);
        for (var frame = 0; frame < shot.Frames; frame += 4)
        {
            var moment = new Moment(frame, shot.Frames);
            for (var i = 0; i < strings.Count; i++)
            {
                using var drawn = Draw(stage, [strings[i]], moment);
                Nearest(drawn, holder.Hand(moment)).ShouldBeLessThan(2, $"hand, frame {frame}");
                Nearest(drawn, flies[i].Where(moment, flies[i].Craft.Tie!.Value)).ShouldBeLessThan(2, $"tie, frame {frame}");
            }
        }
    }

    [Fact]
    public void Balloons_of_nobody_hang_their_strings_and_cars_have_none()
    {
        foreach (var (prompt, count) in new[] { ("three red balloons over a lake", 3), ("a red car in the city", 0), ("a man beside a car", 0) })
        {
            var shot = Reading.Shot(prompt);
            var scene = Scenery.Compose(shot, Wide);
            Tether.Of(shot, ThingStaging.Of(shot, scene, Wide), Ensemble.Of(shot, scene, Wide), Wide).Count().ShouldBe(count, prompt);
        }
    }

    [Fact]
    public void A_leap_throws_up_water_once_it_breaks_the_surface_and_sailing_does_not()
    {
        var leaps = Shot(Place.Sea) with { Frames = 97, Things = [new ThingPlan { Id = "whale", Motion = ThingMotion.Leap }] };
        var below = Enumerable.Range(0, 97).First(f => CraftActs.LeapAt(f / 24f) >= 0.93f);
        Foam(leaps, below).ShouldBeGreaterThan(400);
        Foam(leaps, 0).ShouldBeLessThan(Foam(leaps, below) / 8, "nothing has splashed yet");
        var sails = leaps with { Things = [new ThingPlan { Id = "submarine", Motion = ThingMotion.Sail }] };
        // The wavelet before a keel has a pale rim, too.
        Foam(sails, below).ShouldBeLessThan(Foam(leaps, below) / 5);
    }

    [Fact]
    public void Windows_and_lamps_are_lit_at_night_and_not_at_noon()
    {
        foreach (var id in new[] { "bus", "automobile", "railway-car" })
        {
            int Lit(TimeOfDay time) => Draw(Wide, Crafts(Shot(Place.Meadow) with { Time = time, Things = [new ThingPlan { Id = id, Motion = ThingMotion.Drive, Color = NamedColor.Blue }] }, Wide), new Moment(9, 48))
                .Pixels.Count(p => p is { Alpha: > 60, Red: > 225, Green: > 175, Blue: < 175 });
            Lit(TimeOfDay.Night).ShouldBeGreaterThan(10 * Lit(TimeOfDay.Noon) + 500, id);
        }
    }

    private static ShotPlan Shot(Place place) => new() { Frames = 48, Seed = 7, Place = place, Time = TimeOfDay.Noon, HasBirds = false };

    private static IReadOnlyList<Layer> Crafts(ShotPlan shot, Stage stage) => ThingStaging.Of(shot, Scenery.Compose(shot, stage), stage);

    private static List<(string Id, float Width, float Height)> Stands(string prompt)
    {
        var shot = Reading.Shot(prompt);
        return [.. ThingBlocking.Place(shot, Scenery.Compose(shot, Wide), Wide).Select(p => (shot.Things[p.Index].Id, p.Stand.Height * shot.Things[p.Index].Aspect(), p.Stand.Height))];
    }

    private static float Width(List<(string Id, float Width, float Height)> stands, string id) => stands.First(s => s.Id == id).Width;

    private static (float Width, float Height, float Person) Beside(string prompt)
    {
        var shot = Reading.Shot(prompt);
        var standing = Scenery.Compose(shot, Wide).Standings[0];
        var (_, width, height) = Stands(prompt)[0];
        return (width, height, Composition.CrownOf(shot.Figures[0].Person) * standing.PixelsPerMetre);
    }

    private static SKBitmap Draw(Stage stage, IEnumerable<Layer> layers, Moment moment)
    {
        var bitmap = new SKBitmap(stage.Width, stage.Height);
        using var canvas = new SKCanvas(bitmap);
        foreach (var layer in layers)
            layer.Draw(canvas, moment);
        return bitmap;
    }

    private static int Opaque(SKBitmap bitmap)
    {
        using (bitmap)
            return bitmap.Pixels.Count(p => p.Alpha > 200);
    }

    /// <summary>Pale pixels within a whale's height of the waterline.</summary>
    private static int Foam(ShotPlan shot, int frame)
    {
        var (_, stand) = ThingBlocking.Place(shot, Scenery.Compose(shot, Wide), Wide)[0];
        using var bitmap = Draw(Wide, Crafts(shot, Wide), new Moment(frame, shot.Frames));
        var pixels = bitmap.Pixels;
        var line = stand.Water!.Value.Line;
        return pixels.Where((p, i) => MathF.Abs(i / Wide.Width - line) < 50 && p is { Alpha: > 120, Red: > 130, Green: > 190, Blue: > 200 }).Count();
    }

    private static int Difference(Layer layer, int first, int second)
    {
        using var a = Draw(Wide, [layer], new Moment(first, 48));
        using var b = Draw(Wide, [layer], new Moment(second, 48));
        return a.Pixels.Zip(b.Pixels).Count(p => Math.Abs(p.First.Red - p.Second.Red) + Math.Abs(p.First.Alpha - p.Second.Alpha) > 60);
    }

    /// <summary>Pixels from a point to the nearest drawn one.</summary>
    private static float Nearest(SKBitmap bitmap, SKPoint to)
    {
        var best = float.MaxValue;
        for (var y = Math.Max(0, (int)to.Y - 12); y < Math.Min(bitmap.Height, (int)to.Y + 13); y++)
        {
            for (var x = Math.Max(0, (int)to.X - 12); x < Math.Min(bitmap.Width, (int)to.X + 13); x++)
            {
                if (bitmap.GetPixel(x, y).Alpha > 40)
                    best = Math.Min(best, SKPoint.Distance(to, new SKPoint(x + 0.5f, y + 0.5f)));
            }
        }

        return best;
    }
}
