using OmniReel.Console.Tasks;

namespace OmniReel.Console.Tests.Tasks;

public sealed class PlanShotTests
{
    [Fact]
    public void What_can_be_said_of_a_shot_is_said()
    {
        var shots = PlanShot.Read("""{"seed":"00ff","shots":[{"place":"snow_forest","time":"night","seed":"11","seconds":2.5,"figures":[{"person":"woman","action":"walk"}],"deep":{"x":{}},"moon":true},{"prompt":"Rain."}]}""");
        shots.Count.ShouldBe(2);
        shots[0].Facts.ShouldBe([("place", "snow forest"), ("time", "night"), ("seconds", "2.5"), ("figures", "woman walk"), ("moon", "✓")]);
        (shots[1].Number, shots[1].Words).ShouldBe((2, "Rain."));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"shots":3}""")]
    public void A_plan_of_another_form_has_no_shots(string? plan) => PlanShot.Read(plan).ShouldBeEmpty();

    [Fact]
    public void Long_base64_is_cut_and_chinese_stays_readable()
    {
        var pretty = JsonText.Pretty("""{"prompt":"纸船","image":"DATA"} // as sent""".Replace("DATA", new string('A', 5000), StringComparison.Ordinal));
        pretty.ShouldContain("纸船");
        pretty.ShouldContain("… (5000 characters)");
        pretty.Length.ShouldBeLessThan(300);
        JsonText.Pretty("not json").ShouldBe("not json");
    }
}
