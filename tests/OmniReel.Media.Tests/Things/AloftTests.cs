using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Things;

/// <summary>What flies and swims is of its size, keeps apart, and has its element to itself.</summary>
public sealed class AloftTests
{
    private static readonly Stage Stage = new(1280, 720);

    [Theory]
    [InlineData("Two orange fish swim in the sea", Place.Underwater)]
    [InlineData("a fish in the sea", Place.Underwater)]
    [InlineData("海里的鱼", Place.Underwater)]
    [InlineData("Two fish swim beside a sailboat in the sea", Place.Sea)]
    [InlineData("A dolphin jumps out of the sea", Place.Sea)]
    public void Who_only_swims_is_seen_below_the_surface(string prompt, Place place) => Reading.Shot(prompt).Place.ShouldBe(place, prompt);

    [Fact]
    public void A_wing_is_never_seen_on_its_edge()
    {
        for (var lift = -1.2f; lift <= 1.2f; lift += 0.05f)
            MathF.Abs(WingBeat.At(lift, lift >= 0, 1).Tip.Y).ShouldBeGreaterThan(0.5f, $"raised by {lift}");
    }

    [Theory]
    [InlineData("three yellow butterflies fly over a meadow", 3)]
    [InlineData("ten bees fly over a meadow", 10)]
    public void Butterflies_are_small_low_and_apart(string prompt, int count)
    {
        var shot = Reading.Shot(prompt);
        var placed = ThingBlocking.Place(shot, Scenery.Compose(shot, Stage), Stage).Select(p => p.Stand).OrderBy(s => s.Foot.X).ToList();
        placed.Count.ShouldBe(count);
        var aspect = shot.Things[0].Aspect();
        for (var i = 0; i < count; i++)
        {
            placed[i].Height.ShouldBeInRange(20, 115);
            placed[i].Foot.Y.ShouldBeGreaterThan(0.5f * Stage.Height);
            if (i > 0)
                (placed[i].Foot.X - placed[i - 1].Foot.X).ShouldBeGreaterThan((Reach(placed[i]) + Reach(placed[i - 1])) / 2 - 1);
        }

        float Reach(ThingStand stand) => stand.Height * aspect + stand.Travel;
    }

    [Theory]
    [InlineData("a cat and a balloon", true)]
    [InlineData("a cat, a dog and a balloon", false)]
    [InlineData("a balloon over a lake", false)]
    public void A_balloon_is_tied_to_the_one_animal_that_it_comes_with(string prompt, bool tied)
    {
        var shot = Reading.Shot(prompt);
        var balloon = shot.Things.Single(t => t.Id == "balloon");
        Tether.HolderOf(shot, balloon).HasValue.ShouldBe(tied, prompt);
    }

    [Theory]
    [InlineData("一只白鹤飞过海面", true)]
    [InlineData("a hot air balloon over the mountains", true)]
    [InlineData("a dog runs on the beach", false)]
    public void Nothing_else_flies_where_something_is_said_to(string prompt, bool flies) => Fliers.AreIn(Reading.Shot(prompt)).ShouldBe(flies, prompt);
}
