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
        using var once = TestStages.Draw(Ensemble.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage), stage, 31);
        using var again = TestStages.Draw(Ensemble.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage), stage, 31);
        again.GetPixelSpan().SequenceEqual(once.GetPixelSpan()).ShouldBeTrue();
    }

    [Fact]
    public void Threads_draw_the_same_moment_alike()
    {
        var stage = TestStages.Wide;
        var layers = Ensemble.Of(TestStages.Shot(Dancer), TestStages.Scene(stage), stage);
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
    public void The_main_figure_is_in_front()
    {
        var stage = TestStages.Wide;
        var scene = TestStages.Scene(stage, figures: 3);
        var layers = Ensemble.Of(TestStages.Shot(new FigurePlan(), new FigurePlan { Person = Person.Man }, new FigurePlan { Person = Person.Child }), scene, stage);
        layers.Count.ShouldBe(3);
        layers[^1].Bounds(stage).Contains(scene.Standings[0].Ground).ShouldBeTrue();
        layers[0].Bounds(stage).Contains(scene.Standings[2].Ground).ShouldBeTrue();
    }

    [Fact]
    public void A_shot_without_people_has_no_layers() =>
        Ensemble.Of(TestStages.Shot(), TestStages.Scene(TestStages.Wide), TestStages.Wide).ShouldBeEmpty();
}
