using System.Globalization;
using System.Numerics;
using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>What is seen of jointed animals: wings that stay wings, eyes that close, bodies without sky in them.</summary>
public sealed class RigLooksTests
{
    private const int Frames = 121;

    private static readonly Stage Stage = new(640, 360);

    private static void Print(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void No_wing_shrinks_to_a_stump_over_a_beat()
    {
        var (birds, least) = (0, 1f);
        foreach (var words in Species(ThingMotion.Flap))
        {
            var layer = Layer(words.Id, ThingMotion.Flap);
            float inner = words.Number("inner"), outer = words.Number("outer"), highest = -1, lowest = 1, bent = 0;
            for (var frame = 0; frame < Frames; frame++)
            {
                var moment = new Moment(frame, Frames);
                var measure = SKPoint.Distance(layer.Where(moment, (int)BirdBone.Tail, 0, 0), layer.Where(moment, (int)BirdBone.Tail, 1, 0));
                foreach (var (wing, size) in new[] { (BirdBone.NearWing, 1f), (BirdBone.FarWing, 0.9f) })
                {
                    SKPoint root = layer.Where(moment, (int)wing, 0, 0), wrist = layer.Where(moment, (int)wing, 0, -inner), tip = layer.Where(moment, (int)wing + 1, 0, -outer);
                    least = Math.Min(least, SKPoint.Distance(root, tip) / (measure * size * (inner + outer)));
                    bent = Math.Max(bent, MathF.Abs(Angle(wrist - root) - Angle(tip - wrist)));
                    var up = (root.Y - tip.Y) / (measure * size * (inner + outer));
                    (highest, lowest) = (Math.Max(highest, up), Math.Min(lowest, up));
                }
            }

            birds++;
            highest.ShouldBeGreaterThan(0.8f, $"{words.Id} raises its wings");
            lowest.ShouldBeLessThan(-0.25f, $"{words.Id} lowers its wings");
            bent.ShouldBeGreaterThan(15, $"{words.Id} bends its wrists");
        }

        Print($"{birds} birds, the shortest wing shows {least:0.00} of its length");
        birds.ShouldBeGreaterThan(40);
        least.ShouldBeGreaterThan(0.55f);

        static float Angle(SKPoint way) => MathF.Atan2(way.X, -way.Y) * 180 / MathF.PI;
    }

    [Fact]
    public void Who_sleeps_has_closed_eyes_and_breathes_slowly()
    {
        var sleepers = 0;
        foreach (var words in Species(ThingMotion.Sleep))
        {
            var bird = words.Text("kind") == "bird";
            Rig awake = Rig(ThingMotion.Rest), asleep = Rig(ThingMotion.Sleep);
            int head = bird ? (int)BirdBone.Head : (int)BeastBone.Head, body = bird ? (int)BirdBone.Body : (int)BeastBone.Chest;
            var (open, closed) = (Eyes(awake), Eyes(asleep));
            open.Count.ShouldBeGreaterThan(0, $"{words.Id} has eyes");
            closed.Count.ShouldBeGreaterThan(0, $"{words.Id} has lids");
            // A lid is an arc: much less paper than an eye, and the ends are higher than its middle.
            closed.Sum(Paper).ShouldBeLessThan(0.62f * open.Sum(Paper), words.Id);
            asleep.Items.SelectMany(i => i.Sheets).Any(s => s.Fur == Fur.Glint).ShouldBeFalse(words.Id);
            var breath = Enumerable.Range(0, 240).Select(f => asleep.Pose(new RigMoment(f / 24f, 0)).Stretch[body].Y).ToList();
            (breath.Max() - breath.Min()).ShouldBeInRange(0.04f, 0.08f, words.Id);
            // Less than one breath in three seconds.
            Enumerable.Range(1, 238).Count(f => breath[f] > breath[f - 1] && breath[f] >= breath[f + 1]).ShouldBeInRange(2, 3, words.Id);
            sleepers++;

            Rig Rig(ThingMotion motion) => bird ? BirdRig.Of(words, motion, 0) : BeastRig.Of(words, motion, 0);
            List<RigSheet> Eyes(Rig rig) => [.. rig.Items.Where(i => i.Bone == head).SelectMany(i => i.Sheets).Where(IsEye)];
            bool IsEye(RigSheet sheet) => sheet.Fur is Fur.Eye or Fur.EyeOnDark
                || (sheet.Fur == Fur.Line && sheet.Lift <= 0.1f && words.Text("face") is "owl" or "parrot" or "ostrich" or "eagle" && sheet.Lift <= 0.1f);
        }

        Print($"{sleepers} sleepers");
        sleepers.ShouldBeGreaterThan(90);
    }

    [Fact]
    public void No_pin_is_on_a_head_and_those_of_bodies_are_small()
    {
        BeastBone[] heads = [BeastBone.Head, BeastBone.Jaw, BeastBone.NearEar, BeastBone.FarEar, BeastBone.Trunk];
        foreach (var words in RigFile.Instance.Ids.Select(id => RigFile.Instance.Find(id)!).Where(w => w.Text("kind") == "beast"))
        foreach (var motion in new[] { ThingMotion.Rest, ThingMotion.Sit, ThingMotion.Sleep, ThingMotion.Howl })
        {
            var pinned = BeastRig.Of(words, motion, 0).Items.OfType<RigPart>().Where(p => p.Pins.Count > 0).ToList();
            pinned.ShouldAllBe(p => !heads.Contains((BeastBone)p.Bone), words.Id);
            pinned.SelectMany(p => p.Pins).ShouldAllBe(pin => pin.Radius < 0.015f, words.Id);
        }
    }

    [Theory]
    [InlineData("fox")]
    [InlineData("dog")]
    [InlineData("bear")]
    [InlineData("tiger")]
    [InlineData("rabbit")]
    [InlineData("black-cat")]
    [InlineData("polar-bear")]
    public void Far_legs_are_of_another_tone_than_near_ones(string id)
    {
        var words = RigFile.Instance.Find(id)!;
        var shot = new ShotPlan { Frames = Frames, Seed = 7, Place = Place.Meadow, Time = TimeOfDay.Noon, Things = [new ThingPlan { Id = id }] };
        var stand = new ThingStand(new SKPoint(320, 320), 100, 1, true, Carrier.Ground);
        var light = new Light(new SKPoint(400, 60), SKColors.LightYellow, SKColors.White, SKColors.Black);
        var role = new ThingRole(shot, shot.Things[0], ThingCatalog.Instance[id], stand, new SheetPainter(Stage, light), Airs.At(shot.Time, shot.Season, shot.Weather));
        var colors = new RigColors(role, words);
        foreach (var (near, far) in new[] { (Fur.Coat, Fur.Far), (Fur.Dark, Fur.DarkFar) })
            MathF.Abs(Luma(colors[near]) - Luma(colors[far])).ShouldBeGreaterThan(14, $"{id} {near} {colors[near]} and {colors[far]}");

        static float Luma(SKColor color) => 0.21f * color.Red + 0.72f * color.Green + 0.07f * color.Blue;
    }

    [Fact]
    public void A_hare_leaves_the_ground_with_all_feet_in_every_hop()
    {
        var words = RigFile.Instance.Find("rabbit")!;
        var rig = BeastRig.Of(words, ThingMotion.Hop, 3);
        BeastBone[] feet = [BeastBone.NearForefoot, BeastBone.FarForefoot, BeastBone.NearHindfoot, BeastBone.FarHindfoot];
        // The lowest foot, over ten heights of the withers.
        var low = Enumerable.Range(0, 400).Select(i => rig.Pose(new RigMoment(0, i * 0.025f))).Select(pose => (Up: feet.Min(f => -pose[(int)f].Root.Y - words.Number("foot")), pose.Rise)).ToList();
        low.Max(l => l.Up).ShouldBeGreaterThan(0.2f);
        low.Min(l => l.Up).ShouldBeLessThan(0.01f);
        low.Where(l => l.Up > 0.2f).ShouldAllBe(l => l.Rise > 0.2f, "the shadow shrinks");
    }

    [Theory]
    [InlineData("elephant")]
    [InlineData("hippopotamus")]
    [InlineData("rhinoceros")]
    [InlineData("bear")]
    [InlineData("horse")]
    [InlineData("cow")]
    public void No_sky_shines_out_of_a_body(string id)
    {
        var layer = Layer(id, ThingMotion.Rest);
        using var bitmap = new SKBitmap(Stage.Width, Stage.Height);
        using var canvas = new SKCanvas(bitmap);
        var moment = new Moment(40, Frames);
        layer.Draw(canvas, moment);
        // Along the back between hip and shoulder, at the heights where carved lines lie.
        var beast = new Beast(RigFile.Instance.Find(id)!);
        var open = 0;
        for (var along = -0.45f; along <= 0.35f; along += 0.004f)
        for (var deep = 0.20f; deep <= 0.75f; deep += 0.01f)
        {
            var at = layer.Where(moment, (int)BeastBone.Chest, along * beast.Length, -(beast.Back - deep * (beast.Back - beast.Belly)) - beast.Middle.Y);
            open += bitmap.GetPixel((int)at.X, (int)at.Y).Alpha < 250 ? 1 : 0;
        }

        open.ShouldBe(0);
    }

    [Theory]
    [InlineData("an elephant walks over a meadow")]
    [InlineData("a cow sleeps on a meadow")]
    [InlineData("a fox jumps over a meadow")]
    public void Who_walks_over_a_meadow_is_on_it(string prompt) => Script.Reading.Shot(prompt).Things[0].Spot.ShouldBe(ThingSpot.Usual);

    private static float Paper(RigSheet sheet)
    {
        using var region = new SKRegion();
        using var large = sheet.Outline.At(SKMatrix.CreateScale(4000, 4000));
        region.SetPath(large, new SKRegion(SKRectI.Ceiling(large.Bounds)));
        using var rows = region.CreateRectIterator();
        long sum = 0;
        while (rows.Next(out var rect))
            sum += (long)rect.Width * rect.Height;
        return sum;
    }

    private static IEnumerable<RigWords> Species(ThingMotion motion) => RigFile.Instance.Ids
        .Where(id => RigMaker.Aspect(new ThingPlan { Id = id, Motion = motion }) is not null)
        .Select(id => RigFile.Instance.Find(id)!);

    private static RigLayer Layer(string id, ThingMotion motion)
    {
        var shot = new ShotPlan { Frames = Frames, Seed = 7, Place = Place.Meadow, Time = TimeOfDay.Noon, Things = [new ThingPlan { Id = id, Motion = motion }] };
        var light = new Light(new SKPoint(0.7f * Stage.Width, 0.2f * Stage.Height), SKColors.LightYellow, SKColors.White, new SKColor(40, 40, 80, 100));
        var stand = new ThingStand(new SKPoint(Stage.Width / 2, 0.9f * Stage.Height), 200, 1, true, motion is ThingMotion.Flap ? Carrier.Air : Carrier.Ground, 0);
        return RigMaker.Make(new ThingRole(shot, shot.Things[0], ThingCatalog.Instance[id], stand, new SheetPainter(Stage, light), Airs.At(shot.Time, shot.Season, shot.Weather)))
            .ShouldBeOfType<RigLayer>();
    }
}
