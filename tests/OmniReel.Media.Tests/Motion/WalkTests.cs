using OmniReel.Media.Motion;

namespace OmniReel.Media.Tests.Motion;

public sealed class WalkTests
{
    private static readonly Gait Gait = new(0.84f, 0.10f, 1.2f, 1.24f, 21, 0.9f);

    [Theory]
    [InlineData(1.5f)]
    [InlineData(4f)]
    [InlineData(8f)]
    public void The_hips_cover_the_way_half_before_the_middle(float travel)
    {
        var walk = new Walk(Gait, new Way(travel, 0, 5), 0.2f);
        walk.At(0).HipX.ShouldBe(-travel / 2, 0.03f);
        walk.At(2.5f).HipX.ShouldBe(0, 0.03f);
        walk.At(5).HipX.ShouldBe(travel / 2, 0.03f);
    }

    [Fact]
    public void On_the_spot_the_hips_stay_and_the_feet_go()
    {
        var walk = new Walk(Gait, new Way(0, 0, 5), 0);
        var poses = Enumerable.Range(0, 120).Select(i => walk.At(i / 24f)).ToList();
        poses.ShouldAllBe(p => MathF.Abs(p.HipX) < 0.03f);
        (poses.Max(p => p.NearFoot.X) - poses.Min(p => p.NearFoot.X)).ShouldBeGreaterThan(0.5f);
    }

    [Theory]
    [InlineData(0, 4.7f)]
    [InlineData(1.2f, 3.5f)]
    [InlineData(4.7f, 0)]
    public void A_foot_on_the_ground_goes_with_the_ground(float travel, float passed)
    {
        const float step = 1 / 96f;
        var walk = new Walk(Gait, new Way(travel, passed, 5), 0.3f);
        var planted = 0;
        for (var i = 0; i < 480; i++)
        {
            var (at, next) = (walk.At(i * step).NearFoot, walk.At((i + 1) * step).NearFoot);
            if (at.Y > 1e-5f || next.Y > 1e-5f)
                continue;
            planted++;
            (next.X - at.X).ShouldBe(-passed / 5 * step, 1e-4f, $"at {i * step} s");
        }

        planted.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void One_foot_at_least_is_on_the_ground_and_both_are_lifted_in_turn()
    {
        var walk = new Walk(Gait, new Way(6, 0, 5), 0);
        var poses = Enumerable.Range(0, 120).Select(i => walk.At(i / 24f)).ToList();
        poses.ShouldAllBe(p => p.NearFoot.Y < 1e-4f || p.FarFoot.Y < 1e-4f);
        poses.ShouldContain(p => p.NearFoot.Y > 0.04f);
        poses.ShouldContain(p => p.FarFoot.Y > 0.04f);
    }

    [Theory]
    [InlineData(1.6f)]
    [InlineData(2.4f)]
    [InlineData(6f)]
    public void Slow_walkers_take_short_steps_at_nearly_their_own_cadence(float travel)
    {
        var walk = new Walk(Gait, new Way(travel, 0, 5), 0);
        var lifts = 0;
        for (var i = 1; i < 240; i++)
            lifts += walk.At(i / 48f).NearFoot.Y > 0.004f && walk.At((i - 1) / 48f).NearFoot.Y <= 0.004f ? 1 : 0;
        var natural = 5 * Gait.Pace / Gait.Stride;
        lifts.ShouldBeGreaterThanOrEqualTo((int)(natural * 0.8f));
    }
}
