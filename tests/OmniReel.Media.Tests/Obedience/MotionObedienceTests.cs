using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>Ways to move that prompts name, measured in frames, and what stays as it was where they name none.</summary>
public sealed class MotionObedienceTests
{
    [Theory]
    [InlineData("a wolf howls at the moon on a mountain", ThingMotion.Howl)]
    [InlineData("一只狼在雪山上嚎叫", ThingMotion.Howl)]
    [InlineData("a lion roars on a meadow", ThingMotion.Roar)]
    [InlineData("一只狗在草地上吠叫", ThingMotion.Bark)]
    public void Animals_give_voice(string prompt, ThingMotion motion)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Plan.Shots[0].Things[0].Motion.ShouldBe(motion);
    }

    [Fact]
    public void Who_howls_puts_up_the_head_and_who_stands_does_not()
    {
        var howls = Reading.Shot("a wolf howls on a meadow at noon");
        var stands = howls with { Things = [howls.Things[0] with { Motion = ThingMotion.Rest }] };
        (Top(howls, 0) - Top(howls, 40)).ShouldBeGreaterThan(0.05f);
        Math.Abs(Top(stands, 0) - Top(stands, 40)).ShouldBeLessThan(0.03f);

        static float Top(ShotPlan shot, int frame) => SeenThings.Box(shot, 0, frame).Top;
    }

    [Fact]
    public void A_mouth_opens_and_the_tongue_is_seen()
    {
        // Snow has no flowers that a body could hide.
        var barks = Reading.Shot("a huge white dog barks on a meadow at noon") with { Season = Season.Winter, HasBirds = false };
        var stands = barks with { Things = [barks.Things[0] with { Motion = ThingMotion.Rest }] };
        using Watched open = new(barks, 640, 360), shut = new(stands, 640, 360);
        SKColor[] a = open.Colors(7), b = shut.Colors(7);
        Enumerable.Range(0, a.Length).Count(i => IsTongue(a[i]) && !IsTongue(b[i])).ShouldBeGreaterThan(12);
        Enumerable.Range(0, a.Length).Count(i => IsTongue(b[i]) && !IsTongue(a[i])).ShouldBeLessThan(4);

        static bool IsTongue(SKColor p) => p is { Red: > 140, Green: < 125, Blue: < 135 } && p.Red > p.Blue + 50;
    }

    [Theory]
    [InlineData("a knight gallops on a horse through a meadow", ThingMotion.Gallop)]
    [InlineData("一个牛仔骑着马在草原上奔跑", ThingMotion.Gallop)]
    [InlineData("一个牛仔骑着马在草原上驰骋", ThingMotion.Gallop)]
    [InlineData("a cowboy rides a horse across a meadow", ThingMotion.Walk)]
    public void A_mount_runs_where_its_rider_is_said_to(string prompt, ThingMotion motion)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        var shot = reading.Plan.Shots[0];
        shot.Figures[0].ShouldSatisfyAllConditions(f => f.Bearing.ShouldBe(Bearing.Ride), f => f.On.ShouldBe("horse"));
        shot.Things[0].Motion.ShouldBe(motion);
    }

    [Fact]
    public void A_diver_wears_mask_tank_and_fins_and_lies_in_the_water()
    {
        var reading = Reading.Of("a diver swims underwater");
        reading.NotUnderstood.ShouldBeEmpty();
        var shot = reading.Plan.Shots[0];
        shot.Figures[0].ShouldSatisfyAllConditions(f => f.Guise.ShouldBe("diver"), f => f.Bearing.ShouldBe(Bearing.Swim));
        GuiseFile.Instance.Find("diver")!.ShouldSatisfyAllConditions(g => g.Hat.ShouldBe("divemask"), g => g.Wears.ShouldBe(["tank", "wetsuit"]));
        var swims = SeenThings.Clothes(shot);
        (swims.Width * 16).ShouldBeGreaterThan(swims.Height * 9 * 1.2f);
        swims.Bottom.ShouldBeLessThan(0.85f);
        var stands = SeenThings.Clothes(shot with { Figures = [shot.Figures[0] with { Bearing = null, Action = FigureAction.Stand }] });
        (stands.Width * 16).ShouldBeLessThan(stands.Height * 9);
    }

    [Fact]
    public void On_land_nobody_swims_and_that_is_told()
    {
        var reading = Reading.Of("a man swims in a meadow");
        reading.NotUnderstood.ShouldBe(["swims"]);
        reading.Plan.Shots[0].Figures[0].Bearing.ShouldBeNull();
    }

    [Fact]
    public void The_Earth_over_the_Moon_is_one()
    {
        var named = Reading.Shot("an astronaut on the moon looks at the earth");
        named.Things.ShouldHaveSingleItem().Id.ShouldStartWith("globe-showing");
        using Watched with = new(named), without = new(named with { Things = [] });
        with.Bytes(20).ShouldBe(without.Bytes(20));
        // Control: another one that is said to be elsewhere is put up, and the place's own is not.
        using var low = new Watched(named with { Things = [named.Things[0] with { Side = ThingSide.Left }] });
        low.Bytes(20).ShouldNotBe(without.Bytes(20));
    }

    [Fact]
    public void A_huge_Earth_is_huge()
    {
        var shot = Reading.Shot("a huge earth over the moon");
        var usual = shot with { Things = [shot.Things[0] with { Size = ThingSize.Usual }] };
        var larger = SeenThings.Box(shot, usual, 20, 3);
        larger.Height.ShouldBeGreaterThan(0.35f);
    }

    [Theory]
    [InlineData("a robot plays the piano in an empty concert hall", 1)]
    [InlineData("一个机器人在空无一人的音乐厅里弹钢琴", 1)]
    [InlineData("a man walks down an empty street", 1)]
    [InlineData("an empty street. She walks alone", 1)]
    [InlineData("someone walks through a deserted city", 1)]
    [InlineData("an empty concert hall", 0)]
    [InlineData("空荡荡的街道", 0)]
    [InlineData("a deserted beach with nobody on it", 0)]
    public void An_empty_place_holds_those_who_are_named(string prompt, int people) => Reading.Shot(prompt).Figures.Count.ShouldBe(people);

    /// <summary>Water is thrown up wherever a body goes through the surface, so that no straight cut is seen.</summary>
    [Fact]
    public void A_whale_comes_up_and_goes_down_in_foam()
    {
        var leaps = Reading.Shot("a whale leaps out of the sea at noon");
        foreach (var frame in new[] { 6, 9, 43, 46 })
            Foam(leaps, frame).ShouldBeGreaterThan(Foam(leaps, 25) * 13 / 10, $"frame {frame}");

        static int Foam(ShotPlan shot, int frame)
        {
            using var film = new Watched(shot with { Frames = 73, HasBirds = false }, 480, 270);
            using var sea = new Watched(shot with { Frames = 73, HasBirds = false, Things = [] }, 480, 270);
            SKColor[] a = film.Colors(frame), b = sea.Colors(frame);
            return Enumerable.Range(0, a.Length).Count(i => i / 480 > 150 && a[i] is { Red: > 150, Green: > 185, Blue: > 190 } && Math.Abs(a[i].Red - b[i].Red) > 30);
        }
    }

    [Fact]
    public void A_fish_is_below_the_surface_and_keeps_its_colour()
    {
        var shot = Reading.Shot("a red fish swims in the sea at noon");
        using var film = new Watched(shot, 640, 360);
        shot.Place.ShouldBe(Place.Underwater);
        // Where it is seen from the beach, the water over it is thin.
        using var beach = new Watched(shot with { Place = Place.Sea }, 640, 360);
        Reddest(beach).ShouldBeGreaterThan(0.6 * Reddest(film));

        static double Reddest(Watched film) => film.Colors(24).Where(p => p.Red > p.Green + 40 && p.Red > p.Blue + 40).Select(p => p.Red - (p.Green + p.Blue) / 2.0).OrderDescending().Take(400).Average();
    }

    /// <summary>Prompts that say nothing of all this have the seeds that they had.</summary>
    [Theory]
    [InlineData("a knight stands in a field", 3990506987860920874)]
    [InlineData("a camel walks in the desert", 3515512692100360125)]
    [InlineData("a whale leaps out of the sea at sunset", 947274790599835977)]
    [InlineData("a woman in a red dress sits on a chair", 2893535846691054264)]
    [InlineData("a man rides a camel in the desert", 14452306873006387310)]
    [InlineData("一个女孩走在桥上", 11646123194019840216)]
    public void Other_plans_keep_their_seeds(string prompt, ulong seed) => Reading.Shot(prompt).Seed.ShouldBe(seed);
}
