using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Deeds;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

/// <summary>What people do with legs and hands: running, sitting, riding, holding hands, working.</summary>
public sealed class DeedTests
{
    private static readonly Stage Stage = new(1280, 720);

    [Theory]
    [InlineData("A man runs on the beach")]
    [InlineData("两个女孩在草地上奔跑")]
    [InlineData("children chase each other in the field")]
    public void Who_runs_is_twice_as_fast_as_who_walks(string prompt)
    {
        var reading = Reading.Of(prompt);
        var shot = reading.Plan.Shots[0];
        shot.Figures.ShouldAllBe(f => f.Bearing == Bearing.Run && f.Action == FigureAction.Walk);
        var walk = shot with { Figures = [.. shot.Figures.Select(f => f with { Bearing = null })] };
        Pace(shot).ShouldBeGreaterThan(2 * Pace(walk));

        static float Pace(ShotPlan shot) => MathF.Abs(Blocking.Passing(shot, Stage, Composition.Of(Stage, shot)));
    }

    [Theory]
    [InlineData(Person.Woman)]
    [InlineData(Person.Man)]
    [InlineData(Person.Child)]
    public void A_run_flies_twice_in_a_round_and_its_feet_do_not_slide(Person person)
    {
        const float step = 1 / 96f;
        var run = Repertoire.Run(person, Build.Of(person), new Way(0.4f, 11, 5), 0.3f);
        int flights = 0, planted = 0;
        var flew = false;
        for (var i = 0; i < 480; i++)
        {
            Pose at = run.At(i * step), next = run.At((i + 1) * step);
            var flies = at.NearFoot.Y > 0.01f && at.FarFoot.Y > 0.01f;
            flights += flies && !flew ? 1 : 0;
            flew = flies;
            foreach (var (a, b) in new[] { (at.NearFoot, next.NearFoot), (at.FarFoot, next.FarFoot) })
            {
                if (a.Y > 1e-5f || b.Y > 1e-5f)
                    continue;
                planted++;
                (b.X - a.X).ShouldBe(-11 / 5f * step, 1e-4f, $"at {i * step} s");
            }
        }

        planted.ShouldBeGreaterThan(60);
        flights.ShouldBeGreaterThan(8);
        // Control: who walks never flies.
        var walk = Repertoire.Walk(person, Build.Of(person), new Way(0.4f, 4, 5), 0.3f);
        Enumerable.Range(0, 240).ShouldAllBe(i => walk.At(i / 48f).NearFoot.Y < 1e-4f || walk.At(i / 48f).FarFoot.Y < 1e-4f);
    }

    [Theory]
    [InlineData("A knight rides a white horse across a meadow", "horse")]
    [InlineData("一个女孩骑着大象在森林里", "elephant")]
    [InlineData("一位老人骑着毛驴走在山上", "donkey")]
    [InlineData("A boy rides a camel on the beach", "camel")]
    [InlineData("Two girls ride a horse in the forest", "horse")]
    public void A_rider_stays_on_the_back_in_every_frame(string prompt, string mount)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        var shot = reading.Plan.Shots[0];
        var scene = Scenery.Compose(shot, Stage);
        var things = ThingStaging.Placed(shot, scene, Stage);
        var back = (RigLayer)things.First(t => shot.Things[t.Index].Id == mount).Layer;
        for (var index = 0; index < shot.Figures.Count; index++)
        {
            var hips = Stances(shot, scene, index, things).Select(s => s.Hips).ToList();
            var (row, standing) = (index, scene.Standings[index]);
            for (var frame = 0; frame < shot.Frames; frame++)
            {
                var moment = new Moment(frame, shot.Frames);
                var pose = back.PoseAt(moment)[(int)BeastBone.Chest];
                var seat = back.At(frame / 24f, default);
                // Control: the seat is a point of the animal's own back.
                var beast = new Beast(RigFile(mount));
                var own = back.Where(moment, (int)BeastBone.Chest, 0, -beast.Back - beast.Middle.Y);
                Math.Abs(own.X - seat.X).ShouldBeLessThan(0.5f);
                Math.Abs(own.Y - seat.Y).ShouldBeLessThan(0.5f);
                var behind = row * Carriage.Behind * standing.PixelsPerMetre * (standing.FacesRight ? -1 : 1);
                var cushion = hips[0].Y - back.At(0, default).Y;
                Math.Abs(hips[frame].X - seat.X - behind).ShouldBeLessThan(3, $"{prompt}, frame {frame}");
                Math.Abs(hips[frame].Y - seat.Y - cushion).ShouldBeLessThan(3, $"{prompt}, frame {frame}");
                cushion.ShouldBeInRange(-0.14f * standing.PixelsPerMetre, -0.03f * standing.PixelsPerMetre);
            }
        }
    }

    [Fact]
    public void What_cannot_be_ridden_is_told_of_and_who_would_ride_walks()
    {
        var reading = Reading.Of("A girl rides a mouse in the forest");
        reading.NotUnderstood.ShouldBe(["rides"]);
        reading.Plan.Shots[0].Figures[0].ShouldSatisfyAllConditions(f => f.Bearing.ShouldBeNull(), f => f.Action.ShouldBe(FigureAction.Walk));
    }

    [Theory]
    [InlineData("一对老人牵手在海边散步")]
    [InlineData("A mother and child walk hand in hand through the meadow")]
    [InlineData("A couple holds hands on the beach")]
    public void Hands_that_are_held_meet_in_every_frame(string prompt)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        var shot = reading.Plan.Shots[0];
        shot.Figures.Count.ShouldBe(2);
        var scene = Scenery.Compose(shot, Stage);
        var (front, other) = (Stances(shot, scene, 0, []).ToList(), Stances(shot, scene, 1, []).ToList());
        for (var frame = 0; frame < shot.Frames; frame++)
            Vector2.Distance(front[frame].Far, other[frame].Near).ShouldBeLessThan(4, $"{prompt}, frame {frame}");
    }

    [Theory]
    [InlineData("一个女人坐在沙发上看书", Bearing.Sit, Handwork.Read, "sofa-piece")]
    [InlineData("An old man sits on a chair and drinks tea", Bearing.Sit, Handwork.Drink, "chair")]
    [InlineData("一个男孩坐在草地上", Bearing.Sit, null, null)]
    [InlineData("妈妈在厨房做饭", null, Handwork.Cook, null)]
    [InlineData("A robot plays the piano in a room", null, Handwork.Piano, null)]
    [InlineData("A man plays the guitar on the beach", null, Handwork.Guitar, null)]
    [InlineData("渔夫在海边钓鱼", null, Handwork.Fish, null)]
    [InlineData("A woman waves goodbye in the city", null, Handwork.Wave, null)]
    public void Words_for_sitting_and_for_hands_are_honoured(string prompt, Bearing? bearing, Handwork? hands, string? on)
    {
        var reading = Reading.Of(prompt);
        var figure = reading.Plan.Shots[0].Figures.ShouldHaveSingleItem();
        figure.Bearing.ShouldBe(bearing);
        figure.Hands.ShouldBe(hands);
        figure.On.ShouldBe(on);
        reading.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Hips_are_on_the_seat_and_feet_on_the_ground()
    {
        foreach (var person in Enum.GetValues<Person>())
        {
            var plan = new FigurePlan { Person = person, Bearing = Bearing.Sit };
            var shot = TestStages.Shot(plan) with { Place = Place.Room };
            var build = Build.Of(person);
            var motion = Engagement.Of(Repertoire.Of(plan, build, default, 0), shot, TestStages.Scene(Stage), build, 0, []);
            var stance = new Skeleton(build, 0).Solve(motion.At(2));
            var seat = Outfitting.Stool(plan, shot, build)!.Value;
            (-stance[Bone.Trunk].Root.Y - seat).ShouldBeInRange(0.03f, 0.12f);
            stance[Bone.NearFoot].At(build.Ball, build.Ankle).Y.ShouldBe(0, 0.02f);
        }
    }

    [Fact]
    public void Without_such_words_nothing_of_it_is_planned()
    {
        foreach (var prompt in new[] { "A woman in a red dress walks through the forest", "女孩在海边跳舞", "一个男人站在雨中", "A fox in the snow" })
            Reading.Shot(prompt).Figures.ShouldAllBe(f => f.Guise == null && f.Bearing == null && f.Hands == null && f.On == null);
    }

    private static Media.Things.RigWords RigFile(string id) => Media.Things.RigFile.Instance.Find(id)!;

    /// <summary>Hips and palms of every frame, in stage pixels.</summary>
    private static IEnumerable<(Vector2 Hips, Vector2 Near, Vector2 Far)> Stances(ShotPlan shot, Scene scene, int index, IReadOnlyList<(int Index, Layer Layer)> things)
    {
        var plan = shot.Figures[index];
        var build = Build.Of(plan.Person);
        var standing = scene.Standings[index];
        var seconds = shot.Frames / 24f;
        var way = new Way(standing.Travel / standing.PixelsPerMetre, MathF.Abs(scene.Passing) / standing.PixelsPerMetre * seconds, seconds);
        var motion = Engagement.Of(Repertoire.Of(plan, build, way, index * Repertoire.Apart), shot, scene, build, index, things);
        var skeleton = new Skeleton(build, 0);
        var start = Repertoire.Start(plan, shot.Seed, index);
        for (var frame = 0; frame < shot.Frames; frame++)
        {
            var stance = skeleton.Solve(motion.At(start + frame / 24f));
            yield return (On(stance[Bone.Trunk].Root), On(stance[Bone.NearHand].At(0, Reach.Palm * build.Hand)), On(stance[Bone.FarHand].At(0, Reach.Palm * build.Hand)));
        }

        Vector2 On(Vector2 at) => new(standing.Ground.X + (standing.FacesRight ? 1 : -1) * standing.PixelsPerMetre * at.X, standing.Ground.Y + standing.PixelsPerMetre * at.Y);
    }
}
