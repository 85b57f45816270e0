using OmniReel.Media.Figures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Figures;

public sealed class CastTests
{
    private static readonly FigurePlan Dancer = new() { Action = FigureAction.Dance };

    [Fact]
    public void The_same_plan_gives_the_same_pixels()
    {
        var stage = TestStages.Wide;
        using var once = TestStages.Draw(Cast.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage), stage, 31);
        using var again = TestStages.Draw(Cast.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage), stage, 31);
        again.GetPixelSpan().SequenceEqual(once.GetPixelSpan()).ShouldBeTrue();
    }

    [Fact]
    public void Threads_draw_the_same_moment_alike()
    {
        var stage = TestStages.Wide;
        var layers = Cast.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage);
        using var alone = TestStages.Draw(layers, stage, 50);
        var expected = alone.GetPixelSpan().ToArray();
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 3 }, i =>
        {
            using var disturbing = TestStages.Draw(layers, stage, 10 * i);
            using var same = TestStages.Draw(layers, stage, 50);
            same.GetPixelSpan().SequenceEqual(expected).ShouldBeTrue();
        });
    }

    [Fact]
    public void A_shot_without_people_has_no_layers() =>
        Cast.Of(TestStages.Shot(), TestStages.Scene(TestStages.Wide), TestStages.Wide).ShouldBeEmpty();
}
