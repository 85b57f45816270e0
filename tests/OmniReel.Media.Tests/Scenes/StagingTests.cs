using OmniReel.Media.Color;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Tests.Scenes;

/// <summary>Where people stand, and what keeps clear of them.</summary>
public sealed class StagingTests
{
    private static readonly Stage[] Shapes = [new(192, 108), new(108, 192), new(144, 144)];

    public static TheoryData<CameraMove> Moves => [.. Enum.GetValues<CameraMove>()];

    public static TheoryData<Person> Persons => [.. Enum.GetValues<Person>()];

    [Theory]
    [MemberData(nameof(Moves))]
    public void Feet_stay_in_a_full_shot_whatever_the_camera_does(CameraMove move)
    {
        foreach (var stage in Shapes)
        {
            var shot = Shot(new FigurePlan()) with { Camera = move };
            var feet = Scenery.Compose(shot, stage).Standings[0].Ground;
            var camera = ShotStaging.Compose(shot, stage).Camera;
            for (var frame = 0; frame < shot.Frames; frame++)
            {
                var seen = camera.At(1, new Moment(frame, shot.Frames)).MapPoint(feet);
                seen.Y.ShouldBeLessThan(stage.Height * 0.99f, $"{move} at {stage}, frame {frame}");
                seen.X.ShouldBeInRange(0, stage.Width);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Persons))]
    public void Crown_and_chin_are_seen_in_every_shot_size(Person person)
    {
        foreach (var stage in Shapes)
        foreach (var size in Enum.GetValues<ShotSize>())
        {
            var shot = Shot(new FigurePlan { Person = person }) with { Size = size };
            var standing = Blocking.Place(shot, stage, Composition.Of(stage, shot))[0];
            var crown = standing.Ground.Y - Composition.CrownOf(person) * standing.PixelsPerMetre;
            crown.ShouldBeInRange(0.05f * stage.Height, 0.75f * stage.Height, $"{person} {size} {stage}");
            (crown + 0.30f * standing.PixelsPerMetre).ShouldBeLessThan(0.9f * stage.Height, $"{person} {size} {stage}");
        }
    }

    [Theory]
    [MemberData(nameof(Persons))]
    public void A_near_shot_has_room_for_the_umbrella(Person person)
    {
        foreach (var stage in Shapes)
        foreach (var size in ShotSizes.FromFar.Where(s => !s.ShowsFeet()))
        {
            var shot = Shot(new FigurePlan { Person = person, Accessories = [Accessory.Umbrella] }) with { Size = size, Weather = Weather.Rain };
            var standing = Blocking.Place(shot, stage, Composition.Of(stage, shot))[0];
            (standing.Ground.Y - (Composition.CrownOf(person) + 0.40f) * standing.PixelsPerMetre).ShouldBeGreaterThanOrEqualTo(0, $"{person} {size} {stage}");
        }
    }

    public static TheoryData<Place> Places => [.. Enum.GetValues<Place>()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Nobody_walks_on_the_spot(Place place)
    {
        foreach (var stage in Shapes)
        foreach (var seconds in new[] { 3, 5, 10, 15 })
        foreach (var size in Enum.GetValues<ShotSize>())
        foreach (var camera in new[] { CameraMove.Drift, CameraMove.Static })
        for (var count = 1; count <= 3; count++)
        {
            var walkers = Enumerable.Repeat(new FigurePlan { Action = FigureAction.Walk, Accessories = [Accessory.Umbrella] }, count);
            var shot = Shot([.. walkers]) with { Place = place, Frames = 24 * seconds + 1, Size = size, Camera = camera };
            var lines = Composition.Of(stage, shot);
            var passed = MathF.Abs(Blocking.Passing(shot, stage, lines)) * seconds;
            var mayStay = (camera == CameraMove.Static || place is Place.Room or Place.Theatre or Place.Church) && !size.ShowsFeet();
            foreach (var standing in Blocking.Place(shot, stage, lines))
                ((standing.Travel + passed) / standing.PixelsPerMetre / seconds).ShouldBeGreaterThan(mayStay ? -1 : 0.07f, $"{place} {stage} {seconds} s {size} {camera} {count}");
        }
    }

    [Fact]
    public void Who_walks_together_goes_equally_far()
    {
        foreach (var stage in Shapes)
        foreach (var camera in new[] { CameraMove.Drift, CameraMove.Static })
        {
            FigurePlan[] family = [.. Enum.GetValues<Person>().Select(p => new FigurePlan { Person = p, Action = FigureAction.Walk })];
            var shot = Shot(family) with { Camera = camera };
            Blocking.Place(shot, stage, Composition.Of(stage, shot)).Select(s => s.Travel).Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Who_stays_behind_keeps_the_ground_where_it_is()
    {
        var shot = Shot(new FigurePlan { Action = FigureAction.Walk }, new FigurePlan { Person = Person.Man });
        Blocking.Passing(shot, Shapes[0], Composition.Of(Shapes[0], shot)).ShouldBe(0);
        Scenery.Compose(shot, Shapes[0]).Behind.ShouldAllBe(l => l.Lap == 0);
    }

    [Theory]
    [MemberData(nameof(Persons))]
    public void A_full_shot_has_room_for_what_is_above_the_head(Person person)
    {
        foreach (var stage in Shapes)
        foreach (var action in Enum.GetValues<FigureAction>())
        {
            var shot = Shot(new FigurePlan { Person = person, Action = action, Accessories = [Accessory.Umbrella] });
            var standing = Blocking.Place(shot, stage, Composition.Of(stage, shot))[0];
            (standing.Ground.Y - (Composition.CrownOf(person) + 0.48f) * standing.PixelsPerMetre).ShouldBeGreaterThan(0, $"{person} {action} {stage}");
        }
    }

    [Fact]
    public void Two_under_one_umbrella_stand_close_and_its_bearer_goes_behind()
    {
        foreach (var stage in Shapes)
        foreach (var time in Enum.GetValues<TimeOfDay>())
        {
            FigurePlan[] couple = [new() { Action = FigureAction.Walk }, new() { Person = Person.Man, Action = FigureAction.Walk, Accessories = [Accessory.Umbrella] }];
            var shot = Shot(couple) with { Time = time };
            var places = Blocking.Place(shot, stage, Composition.Of(stage, shot));
            var ahead = (places[0].Ground.X - places[1].Ground.X) / places[0].PixelsPerMetre * (places[1].FacesRight ? 1 : -1);
            ahead.ShouldBeInRange(0.4f, 0.75f, $"{stage} {time}");
        }
    }

    [Fact]
    public void Tall_and_small_are_seen_together_in_a_close_up()
    {
        foreach (var stage in Shapes)
        {
            var shot = Shot(new FigurePlan { Person = Person.Man }, new FigurePlan { Person = Person.Child }) with { Size = ShotSize.CloseUp };
            foreach (var (standing, figure) in Blocking.Place(shot, stage, Composition.Of(stage, shot)).Zip(shot.Figures))
            {
                var crown = standing.Ground.Y - Composition.CrownOf(figure.Person) * standing.PixelsPerMetre;
                crown.ShouldBeInRange(0.03f * stage.Height, stage.Height);
                (crown + 0.28f * standing.PixelsPerMetre).ShouldBeLessThan(stage.Height, $"{figure.Person} at {stage}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Persons))]
    public void The_crown_is_where_the_body_ends(Person person)
    {
        var build = Build.Of(person);
        Composition.CrownOf(person).ShouldBe(build.HipHeight + build.Trunk + build.Neck + 0.25f * build.Head, 0.03);
    }

    [Theory]
    [InlineData(Place.Meadow)]
    [InlineData(Place.Sea)]
    [InlineData(Place.City)]
    [InlineData(Place.Mountains)]
    public void Birds_cross_no_figure(Place place)
    {
        var flights = 0;
        foreach (var stage in Shapes)
        foreach (var action in Enum.GetValues<FigureAction>())
        for (var count = 0; count <= 3; count++)
        {
            var shot = Shot([.. Enumerable.Repeat(new FigurePlan { Action = action }, count)]) with { Place = place };
            var birds = Scenery.Compose(shot, stage).Behind.SingleOrDefault(l => l.Moves && l.Depth == 0.05f)?.Bounds(stage);
            if (birds is not { } flight)
                continue;
            flights++;
            foreach (var crossed in Blocking.Crossed(shot, stage, Composition.Of(stage, shot)))
                flight.IntersectsWith(crossed).ShouldBeFalse($"{place} {action} {count} {stage}: birds {flight}, figure {crossed}");
        }

        flights.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Cloth_of_the_grounds_hue_makes_the_ground_paler()
    {
        var meadow = MeadowColors.At(TimeOfDay.Noon);
        var green = ClothColors.Of(NamedColor.Green);
        var apart = meadow.Apart(Shot(new FigurePlan { Clothing = NamedColor.Green }));

        Distance(apart.Floor, green).ShouldBeGreaterThan(Distance(meadow.Floor, green) + 40);
        meadow.Apart(Shot(new FigurePlan { Clothing = NamedColor.Red })).ShouldBeSameAs(meadow);
    }

    [Theory]
    [InlineData(Weather.Rain)]
    [InlineData(Weather.Snow)]
    public void A_rooms_window_shows_what_falls_outside(Weather weather)
    {
        var stage = Shapes[0];
        var shot = Shot(new FigurePlan()) with { Place = Place.Room };
        var clear = Scenery.Compose(shot, stage).Behind;
        var falling = Scenery.Compose(shot with { Weather = weather }, stage).Behind.Where(l => l.Moves && l.Depth == 0.3f).ToList();

        clear.ShouldNotContain(l => l.Moves && l.Depth == 0.3f);
        falling.Count.ShouldBe(1);
        falling[0].Bounds(stage).Width.ShouldBeLessThan(stage.Width * 0.6f);
    }

    private static float Distance(SKColor a, SKColor b) =>
        MathF.Abs(a.Red - b.Red) + MathF.Abs(a.Green - b.Green) + MathF.Abs(a.Blue - b.Blue);

    private static ShotPlan Shot(params FigurePlan[] figures) => new() { Frames = 73, Place = Place.Meadow, Figures = figures, Seed = 20260117 };
}
