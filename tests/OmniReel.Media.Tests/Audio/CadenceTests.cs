using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Beds;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Steps are heard when the drawn feet come down.</summary>
public sealed class CadenceTests
{
    [Theory]
    [InlineData(Person.Woman, 0f)]
    [InlineData(Person.Man, 0.37f)]
    [InlineData(Person.Child, 0.74f)]
    public void A_foot_is_in_the_air_before_its_step_and_on_the_ground_after_it(Person person, float ahead)
    {
        var walk = Repertoire.Walk(person, Build.Of(person), new Way(2, 3.5f, 5), ahead);
        var steps = walk.Steps.Footfalls(5).ToList();
        steps.Count.ShouldBeInRange(5, 14);
        foreach (var second in steps.Where(s => s is > 0.1f and < 4.9f))
        {
            var (before, after) = (walk.At(second - 0.05f), walk.At(second + 0.03f));
            var near = before.NearFoot.Y > 0.002f && after.NearFoot.Y < 0.001f;
            var far = before.FarFoot.Y > 0.002f && after.FarFoot.Y < 0.001f;
            (near || far).ShouldBeTrue($"at {second:0.000} s");
        }
    }

    [Theory]
    [InlineData(Place.Sea, CameraMove.Drift, ShotSize.Full)]
    [InlineData(Place.Room, CameraMove.Static, ShotSize.Wide)]
    [InlineData(Place.City, CameraMove.Static, ShotSize.CloseUp)]
    public void Every_shot_of_a_walk_has_steps_at_a_walking_pace(Place place, CameraMove camera, ShotSize size)
    {
        var shot = new ShotPlan { Frames = 120, Place = place, Camera = camera, Size = size, Figures = [new FigurePlan { Action = FigureAction.Walk }], Seed = 3 };
        Cadence.Steps(shot, new Stage(1280, 720), 0).Count().ShouldBeInRange(4, 12);
    }

    [Fact]
    public void A_church_floor_sounds_of_stone_and_swimmers_make_no_steps()
    {
        float Loudest(Place place, Bearing? bearing = null)
        {
            var shot = new ShotPlan { Frames = 120, Place = place, Camera = CameraMove.Static, Figures = [new FigurePlan { Action = FigureAction.Walk, Bearing = bearing }], Seed = 3 };
            return MovementSounds.Footsteps(new BedSpan(5 * SoundFormat.Rate, shot, new Stage(1280, 720)), new Dice(3)).Left.Max(MathF.Abs);
        }

        Loudest(Place.Church).ShouldBeGreaterThan(1.3f * Loudest(Place.Meadow));
        Loudest(Place.Underwater, Bearing.Swim).ShouldBeLessThan(1e-9f);
    }

    [Fact]
    public void Cloth_swings_with_the_keys_of_a_dance()
    {
        var shot = new ShotPlan { Frames = 240, Figures = [new FigurePlan { Action = FigureAction.Dance }], Seed = 3 };
        var swings = Cadence.Swings(shot, 0).ToList();
        swings.Count.ShouldBeInRange(8, 30);
        swings.ShouldAllBe(s => s.Second >= 0 && s.Second < 10 && s.Length > 0.1 && s.Length < 1);
    }
}
