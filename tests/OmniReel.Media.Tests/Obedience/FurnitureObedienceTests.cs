using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Places;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>What a prompt puts on furniture or on a sill stands there, measured in frames.</summary>
public sealed class FurnitureObedienceTests
{
    [Theory]
    [InlineData("a perfume bottle on a table", "perfume-bottle", "table")]
    [InlineData("a birthday cake on a wooden table in a kitchen", "birthday-cake", "table")]
    [InlineData("桌上有一杯咖啡", "hot-beverage", "table")]
    [InlineData("a wine bottle sits on the table", "bottle-with-popping-cork", "table")]
    [InlineData("three red apples on the table", "red-apple", "table")]
    [InlineData("a cat sits on the table", "cat", "table")]
    [InlineData("一只猫坐在桌子上", "cat", "table")]
    [InlineData("a vase on a bookshelf", "amphora", "bookshelf")]
    [InlineData("a woman sits at a table with a birthday cake on it", "birthday-cake", "table")]
    public void Small_things_stand_on_the_board_and_are_smaller_than_what_carries_them(string prompt, string id, string under)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        var shot = reading.Plan.Shots[0];
        shot.Things.Select(t => t.Id).ShouldBe([id, under]);
        var (thing, board) = (SeenThings.Box(shot, 0), SeenThings.Box(shot, 1));
        // The lower edge of the one is at the upper edge of the other, and within its width.
        thing.Bottom.ShouldBeInRange(board.Top - 0.02f, board.Top + 0.035f);
        thing.MidX.ShouldBeInRange(board.Left, board.Right);
        thing.Width.ShouldBeLessThan(board.Width);
        thing.Top.ShouldBeGreaterThan(0.005f);
        (thing.Width * thing.Height).ShouldBeInRange(0.002f, 0.5f * board.Width * board.Height);
    }

    [Fact]
    public void What_is_beside_a_table_stands_on_the_ground()
    {
        var shot = Reading.Shot("a vase beside a table");
        SeenThings.Box(shot, 0).Bottom.ShouldBeGreaterThan(SeenThings.Box(shot, 1).Top + 0.2f);
    }

    [Fact]
    public void A_cat_is_larger_beside_the_same_table_than_a_cup()
    {
        var (cat, cup) = (SeenThings.Box(Reading.Shot("a cat sits on the table"), 0), SeenThings.Box(Reading.Shot("a cup on the table"), 0));
        (cat.Height / cup.Height).ShouldBeInRange(1.3f, 4f);
    }

    [Theory]
    [InlineData("一只橘猫坐在窗台上")]
    [InlineData("A white cat sits on a windowsill at sunset")]
    public void Who_sits_on_a_sill_has_its_size_before_the_window(string prompt)
    {
        var cat = SeenThings.Box(Reading.Shot(prompt), 0);
        cat.Height.ShouldBeInRange(0.15f, 0.26f);
        cat.Bottom.ShouldBeInRange(0.60f, 0.72f);
        (cat.Left, cat.Right).ShouldSatisfyAllConditions(c => c.Left.ShouldBeGreaterThan(0.33f), c => c.Right.ShouldBeLessThan(0.87f));
    }

    [Theory]
    [InlineData("A black cat sleeps on a sofa in a room", 1280, 720)]
    [InlineData("一只白猫坐在红色的沙发上", 1280, 720)]
    [InlineData("A dog sleeps on a blue sofa in a room", 720, 1280)]
    public void A_sofa_that_a_room_has_is_the_one_that_is_meant(string prompt, int width, int height)
    {
        var shot = Reading.Shot(prompt);
        var stage = new Stage(width, height);
        var scene = Scenery.Compose(shot, stage);
        ThingScenery.IsOf(shot, shot.Things[1]).ShouldBeTrue("no second sofa is put up");
        ThingStaging.Placed(shot, scene, stage).Select(p => p.Index).ShouldBe([0]);
        var (foot, sofa) = Room.Sofa(stage, shot);
        var stand = ThingBlocking.Place(shot, scene, stage).Single(p => p.Index == 0).Stand;
        var wide = stand.Height * shot.Things[0].Aspect();
        // Between the arms, on the seat, and smaller than the sofa by far.
        (stand.Foot.X - wide / 2).ShouldBeGreaterThan(foot.X - 0.37f * sofa);
        (stand.Foot.X + wide / 2).ShouldBeLessThan(foot.X + 0.37f * sofa);
        stand.Foot.Y.ShouldBeInRange(foot.Y - 0.30f * sofa, foot.Y - 0.18f * sofa);
        wide.ShouldBeInRange(0.12f * sofa, 0.66f * sofa + 1);
        stand.Depth.ShouldBe(Room.SofaDepth);
    }

    [Theory]
    [InlineData("A woman sits on a sofa in a room")]
    [InlineData("一个女人和一个男人坐在红色的沙发上")]
    public void Who_sits_on_a_sofa_sits_between_its_arms(string prompt)
    {
        var shot = Reading.Shot(prompt);
        var stage = new Stage(1280, 720);
        var scene = Scenery.Compose(shot, stage);
        RoomSofa.IsReplaced(shot).ShouldBeTrue("the room's own would be a second");
        var sofa = ThingBlocking.Place(shot, scene, stage).Single().Stand;
        var half = 0.37f * sofa.Height / SofaThing.Back;
        foreach (var standing in scene.Standings)
            standing.Ground.X.ShouldBeInRange(sofa.Foot.X - half, sofa.Foot.X + half);
    }
}
