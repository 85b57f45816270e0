using System.Numerics;
using OmniReel.Media.Color;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>Jointed animals: every one can be drawn, their joints hold, their knees bend the right way, their feet do not slide.</summary>
public sealed class RigTests
{
    private static readonly FilmRenderer Renderer = new(new RenderOptions(2));

    public static TheoryData<int, int> Sizes => new() { { 1280, 720 }, { 360, 640 }, { 240, 240 } };

    public static TheoryData<string, ThingMotion> Gaits => new()
    {
        { "fox", ThingMotion.Trot }, { "horse", ThingMotion.Gallop }, { "horse", ThingMotion.Walk }, { "deer", ThingMotion.Trot }, { "cat", ThingMotion.Walk },
        { "tiger", ThingMotion.Gallop }, { "elephant", ThingMotion.Lumber }, { "rabbit", ThingMotion.Hop }, { "cow", ThingMotion.Walk }, { "bear", ThingMotion.Lumber },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_species_of_the_file_is_drawn_in_every_way_it_moves(int width, int height)
    {
        RigFile.Instance.Ids.Count.ShouldBeGreaterThan(90);
        foreach (var id in RigFile.Instance.Ids)
        {
            ThingCatalog.Instance.Find(id).ShouldNotBeNull($"{id} is no thing of the catalogue");
            ThingMotion[] motions = width > 300 && width < 1000
                ? [ThingMotion.Rest, ThingMotion.Walk, ThingMotion.Gallop, ThingMotion.Hop, ThingMotion.Sit, ThingMotion.Sleep, ThingMotion.Flap, ThingMotion.Perch]
                : [ThingCatalog.Instance[id].Motion];
            foreach (var motion in motions)
            {
                // In the short form each species moves in every second of the ways; each way is met by half of the species.
                if (motions.Length > 1 && !Checkout.LongCounts && (RigFile.Instance.Ids.ToList().IndexOf(id) + Array.IndexOf(motions, motion)) % 2 != 0)
                    continue;
                if (RigMaker.Aspect(new ThingPlan { Id = id, Motion = motion }) is null)
                    continue;
                var layer = Layer(id, motion, new Stage(width, height), 0.3f * height, 0.4f * width);
                using var bitmap = new SKBitmap(width, height);
                using var canvas = new SKCanvas(bitmap);
                layer.Draw(canvas, new Moment(7, 48));
                bitmap.Pixels.Count(p => p.Alpha > 200).ShouldBeGreaterThan(width * height / 400, $"{id} {motion}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Gaits))]
    public void Joints_hold_and_knees_bend_the_right_way(string id, ThingMotion motion)
    {
        var layer = Layer(id, motion, new Stage(1280, 720), 300, 500);
        var lengths = new Dictionary<int, float>();
        for (var frame = 0; frame < 48; frame++)
        {
            var pose = layer.PoseAt(new Moment(frame, 48));
            foreach (var first in new[] { BeastBone.NearUpper, BeastBone.FarUpper, BeastBone.NearThigh, BeastBone.FarThigh })
            {
                for (var bone = (int)first; bone < (int)first + 3; bone++)
                {
                    var length = Vector2.Distance(pose[bone].Root, pose[bone + 1].Root);
                    Vector2.Distance(pose[bone].At(0, length), pose[bone + 1].Root).ShouldBeLessThan(0.004f, $"{(BeastBone)bone} points at its joint, frame {frame}");
                    lengths.TryAdd(bone, length);
                    length.ShouldBe(lengths[bone], 0.004f, $"{(BeastBone)bone}, frame {frame}");
                }
            }

            foreach (var thigh in new[] { (int)BeastBone.NearThigh, (int)BeastBone.FarThigh })
            {
                Ahead(pose[thigh].Root, pose[thigh + 1].Root, pose[thigh + 2].Root).ShouldBeGreaterThan(0, $"the stifle is ahead, frame {frame}");
                Ahead(pose[thigh + 1].Root, pose[thigh + 2].Root, pose[thigh + 3].Root).ShouldBeLessThan(0, $"the hock is behind, frame {frame}");
            }

            foreach (var upper in new[] { (int)BeastBone.NearUpper, (int)BeastBone.FarUpper })
                Ahead(pose[upper].Root, pose[upper + 1].Root, pose[upper + 2].Root).ShouldBeLessThan(0.002f, $"the elbow is behind, frame {frame}");
        }
    }

    /// <summary>A foot that is down keeps its place on ground that passes below an animal that also gets on in the frame.</summary>
    [Theory]
    [MemberData(nameof(Gaits))]
    public void Feet_do_not_slide(string id, ThingMotion motion)
    {
        const int frames = 96;
        const float passing = 180;
        var layer = Layer(id, motion, new Stage(1280, 720), 300, 500, passing);
        foreach (var foot in new[] { BeastBone.NearForefoot, BeastBone.FarForefoot, BeastBone.NearHindfoot, BeastBone.FarHindfoot })
        {
            var ground = Enumerable.Range(0, frames).Max(f => layer.Where(new Moment(f, frames), (int)foot, 0, 0).Y);
            var (low, high, longest, down, steps) = (float.MaxValue, float.MinValue, 0f, 0, 0);
            for (var frame = 0; frame < frames; frame++)
            {
                var moment = new Moment(frame, frames);
                var at = layer.Where(moment, (int)foot, 0, 0);
                if (ground - at.Y > 0.05f)
                {
                    steps += down > 1 ? 1 : 0;
                    (low, high, down) = (float.MaxValue, float.MinValue, 0);
                    continue;
                }

                var onGround = at.X + passing * moment.Seconds;
                (low, high, down) = (Math.Min(low, onGround), Math.Max(high, onGround), down + 1);
                longest = Math.Max(longest, high - low);
            }

            steps.ShouldBeGreaterThan(0, $"{foot} steps");
            longest.ShouldBeLessThan(2, $"{foot} slides by {longest} pixels");
        }
    }

    [Theory]
    [InlineData("fox")]
    [InlineData("horse")]
    [InlineData("cat")]
    [InlineData("chicken")]
    [InlineData("elephant")]
    [InlineData("seagull")]
    public void An_animal_has_the_colour_it_was_asked_for(string id)
    {
        foreach (var color in new[] { NamedColor.Red, NamedColor.Blue, NamedColor.Purple, NamedColor.Pink })
        {
            var shot = new ShotPlan { Frames = 48, Seed = 7, Place = Place.Meadow, Time = TimeOfDay.Noon, Camera = CameraMove.Static, HasBirds = false };
            var motion = id == "seagull" ? ThingMotion.Flap : ThingMotion.Rest;
            using var with = Renderer.RenderFrame(new FilmPlan(320, 180, [shot with { Things = [new ThingPlan { Id = id, Color = color, Motion = motion }] }]), 12);
            using var without = Renderer.RenderFrame(new FilmPlan(320, 180, [shot]), 12);
            var (own, place) = (with.Pixels, without.Pixels);
            var pixels = own.Where((p, i) => Math.Abs(p.Red - place[i].Red) + Math.Abs(p.Green - place[i].Green) + Math.Abs(p.Blue - place[i].Blue) > 60).ToList();
            pixels.Count.ShouldBeGreaterThan(500);
            var mean = new SKColor((byte)pixels.Average(p => p.Red), (byte)pixels.Average(p => p.Green), (byte)pixels.Average(p => p.Blue));
            mean.ToHsv(out var hue, out _, out _);
            ClothColors.Of(color).ToHsv(out var wanted, out _, out _);
            Math.Min(Math.Abs(hue - wanted), 360 - Math.Abs(hue - wanted)).ShouldBeLessThan(30, $"{color} {id} came out as {mean}");
        }
    }

    [Fact]
    public void A_slow_galloper_walks_and_who_has_no_way_stands()
    {
        Gait.Gallop.At(4, 1).ShouldBe(Gait.Gallop);
        Gait.Gallop.At(1.2f, 1).ShouldBe(Gait.Trot);
        Gait.Gallop.At(0.4f, 1).ShouldBe(Gait.Walk);
        var stands = Layer("fox", ThingMotion.Trot, new Stage(640, 360), 150, 0);
        var foot = stands.Where(new Moment(3, 48), (int)BeastBone.NearForefoot, 0, 0);
        stands.Where(new Moment(20, 48), (int)BeastBone.NearForefoot, 0, 0).ShouldBe(foot);
    }

    [Fact]
    public void Who_runs_over_a_meadow_is_on_it()
    {
        Script.Reading.Shot("a horse gallops over a meadow").Things[0].Spot.ShouldBe(ThingSpot.Usual);
        Script.Reading.Shot("a balloon over a meadow").Things[0].Spot.ShouldBe(ThingSpot.Sky);
    }

    /// <summary>Of a duck on the water the body is seen above the waterline, and not the feet.</summary>
    [Fact]
    public void A_duck_floats_with_its_breast_at_the_waterline()
    {
        var layer = Layer("duck", ThingMotion.Waddle, new Stage(640, 360), 100, 0, water: 250);
        var moment = new Moment(5, 48);
        layer.Where(moment, (int)BirdBone.NearFoot, 0, 0).Y.ShouldBeGreaterThan(252);
        layer.Where(moment, (int)BirdBone.Body, 0, 0).Y.ShouldBeInRange(215, 248);
    }

    /// <summary>How far a joint lies ahead of the line from the one above to the one below.</summary>
    private static float Ahead(Vector2 above, Vector2 joint, Vector2 below)
    {
        var line = Vector2.Normalize(below - above);
        return (joint - above).X * line.Y - (joint - above).Y * line.X;
    }

    [Theory]
    [MemberData(nameof(Gaits))]
    public void No_toe_goes_below_the_ground_and_no_ankle_turns_too_far(string id, ThingMotion motion)
    {
        var layer = Layer(id, motion, new Stage(1280, 720), 300, 500);
        var words = RigFile.Instance.Find(id)!;
        var height = words.Number("foot");
        foreach (var (first, widths) in new[] { (BeastBone.NearUpper, "forew"), (BeastBone.FarUpper, "forew"), (BeastBone.NearThigh, "hindw"), (BeastBone.FarThigh, "hindw") })
        {
            var toe = RigShapes.Of($"paw.{words.Text("paw")}", SKMatrix.CreateScale(words.Numbers(widths)[3] / 0.5f, height)).Max(s => s.Outline.Bounds.Right);
            for (var frame = 0; frame < 48; frame++)
            {
                var pose = layer.PoseAt(new Moment(frame, 48));
                var (cannon, foot) = (pose[(int)first + 2], pose[(int)first + 3]);
                foot.At(toe, height).Y.ShouldBeLessThan(0.004f, $"{id}, frame {frame}: the toe is below the ground");
                foot.Angle.ShouldBeLessThan(Math.Max(0, cannon.Angle) + 35.1f * Beast.Degree, $"{id}, frame {frame}");
            }
        }
    }

    private static RigLayer Layer(string id, ThingMotion motion, Stage stage, float height, float travel, float passing = 0, float? water = null)
    {
        var shot = new ShotPlan { Frames = 48, Seed = 7, Place = Place.Meadow, Time = TimeOfDay.Noon, Things = [new ThingPlan { Id = id, Motion = motion }] };
        var air = Airs.At(shot.Time, shot.Season, shot.Weather);
        var light = new Light(new SKPoint(0.7f * stage.Width, 0.2f * stage.Height), SKColors.LightYellow, SKColors.White, new SKColor(40, 40, 80, 100));
        var carrier = motion is ThingMotion.Flap ? Carrier.Air : Carrier.Ground;
        var stand = new ThingStand(new SKPoint(stage.Width / 2, 0.9f * stage.Height), height, 1, true, carrier, travel) { Passing = passing, Water = water is { } line ? (line, SKColors.Teal) : null };
        return RigMaker.Make(new ThingRole(shot, shot.Things[0], ThingCatalog.Instance[id], stand, new SheetPainter(stage, light), air)).ShouldBeOfType<RigLayer>();
    }
}
