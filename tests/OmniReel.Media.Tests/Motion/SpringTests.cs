using OmniReel.Media.Motion;

namespace OmniReel.Media.Tests.Motion;

public sealed class SpringTests
{
    [Fact]
    public void What_hangs_still_hangs_where_its_root_is()
    {
        var spring = new Spring(1.25f, 0.42f);
        Enumerable.Range(0, spring.Samples).Sum(spring.Weight).ShouldBe(1, 1e-4f);
    }

    [Fact]
    public void It_comes_late_overshoots_and_settles()
    {
        var spring = new Spring(1.25f, 0.42f, samples: 60);
        float At(float second) => Enumerable.Range(0, spring.Samples).Where(i => second - spring.Age(i) > 0).Sum(spring.Weight);
        At(0.1f).ShouldBeLessThan(0.4f);
        Enumerable.Range(0, 60).Max(i => At(i / 30f)).ShouldBeGreaterThan(1.05f);
        At(3).ShouldBe(1, 0.01f);
    }
}
