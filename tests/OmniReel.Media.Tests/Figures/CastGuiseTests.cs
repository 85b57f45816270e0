using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Figures;

/// <summary>Who people are: the words of both languages, and how the cast is dressed.</summary>
public sealed class CastGuiseTests
{
    [Theory]
    [InlineData("An old fisherman stands on the beach", "fisherman", Person.Man)]
    [InlineData("一位老渔夫站在海边", "fisherman", Person.Man)]
    [InlineData("A chef stands in a kitchen", "chef", Person.Man)]
    [InlineData("一个女厨师站在厨房里", "chef", Person.Woman)]
    [InlineData("An astronaut stands on a mountain", "astronaut", Person.Man)]
    [InlineData("一名宇航员站在山上", "astronaut", Person.Man)]
    [InlineData("A female astronaut walks in the forest", "astronaut", Person.Woman)]
    [InlineData("A knight stands in the meadow", "knight", Person.Man)]
    [InlineData("一个穿着盔甲的男人站在草地上", "knight", Person.Man)]
    [InlineData("a woman in a suit of armour stands in a meadow", "knight", Person.Woman)]
    [InlineData("A robot walks through the city", "robot", Person.Man)]
    [InlineData("机器人在城市里行走", "robot", Person.Man)]
    [InlineData("The queen stands in the room", "queen", Person.Woman)]
    [InlineData("女王站在房间里", "queen", Person.Woman)]
    [InlineData("小和尚站在山上", "monk", Person.Child)]
    [InlineData("一位侠客站在竹林里", "swordsman", Person.Man)]
    public void Words_of_both_languages_name_the_cast(string prompt, string guise, Person person)
    {
        var figure = Reading.Understood(prompt).ShouldHaveSingleItem().Figures.ShouldHaveSingleItem();
        (figure.Guise, figure.Person).ShouldBe((guise, person));
    }

    [Fact]
    public void Two_of_the_cast_are_two_people()
    {
        var figures = Reading.Shot("A wizard and a knight stand in the forest").Figures;
        figures.Select(f => f.Guise).ShouldBe(["wizard", "knight"]);
        Reading.Shot("two astronauts walk in the meadow").Figures.Select(f => f.Guise).ShouldBe(["astronaut", "astronaut"]);
        Reading.Shot("A knight walks in the forest. The knight wears a red coat.").Figures.ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_one_of_the_cast_can_be_cut_for_every_body()
    {
        foreach (var guise in GuiseFile.Instance.All)
        foreach (var person in Enum.GetValues<Person>())
        {
            var plan = new FigurePlan { Person = person, Guise = guise.Id };
            var build = Build.Of(person);
            var outfit = Wardrobe.For(plan, TestStages.Shot(plan), build, TestStages.Wide, 1);
            outfit.Items(build).Count.ShouldBeGreaterThan(10, guise.Id);
        }
    }

    [Fact]
    public void Each_of_the_cast_looks_unlike_a_plain_figure_and_unlike_the_others()
    {
        var stage = new Media.Frames.Stage(160, 160);
        var seen = new HashSet<string>();
        foreach (var guise in GuiseFile.Instance.All)
        {
            var plan = new FigurePlan { Person = guise.Person, Guise = guise.Id };
            using var drawn = TestStages.Draw(Ensemble.Of(TestStages.Shot(plan), TestStages.Scene(stage, share: 0.40f), stage), stage, 8);
            seen.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(drawn.Bytes))).ShouldBeTrue(guise.Id);
        }
    }

    [Theory]
    [InlineData("A knight in a red coat stands in the meadow", NamedColor.Red)]
    [InlineData("一个穿绿色衣服的宇航员站在草地上", NamedColor.Green)]
    public void A_colour_that_is_said_counts_more_than_the_data(string prompt, NamedColor color)
    {
        var figure = Reading.Shot(prompt).Figures.ShouldHaveSingleItem();
        figure.Guise.ShouldNotBeNull();
        figure.Clothing.ShouldBe(color);
        var bare = figure with { Clothing = null };
        Hue(figure).ShouldNotBe(Hue(bare));
        ClothColors.Of(color).ToHsv(out var hue, out _, out _);
        Math.Abs(Hue(figure) - hue).ShouldBeLessThan(20);
    }

    /// <summary>Middle hue of the breast of a figure drawn by itself.</summary>
    private static float Hue(FigurePlan plan)
    {
        var stage = new Media.Frames.Stage(320, 320);
        using var drawn = TestStages.Draw(Ensemble.Of(TestStages.Shot(plan with { Guise = plan.Guise == "knight" ? "soldier" : plan.Guise }), TestStages.Scene(stage, share: 0.42f), stage), stage, 8);
        var hues = new List<float>();
        for (var y = 120; y < 190; y++)
        for (var x = 130; x < 190; x++)
        {
            drawn.GetPixel(x, y).ToHsv(out var hue, out var saturation, out _);
            if (drawn.GetPixel(x, y).Alpha > 250 && saturation > 25)
                hues.Add(hue);
        }

        hues.Sort();
        return hues.Count > 0 ? hues[hues.Count / 2] : -1;
    }
}
