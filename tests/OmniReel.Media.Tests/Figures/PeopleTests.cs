using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Figures.Deeds;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Falling;
using OmniReel.Media.Tests.Script;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

/// <summary>How people look and carry themselves: age, beards, open eyes, straight legs, ribbons that keep clear of their dancer.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("An old man with a white beard walks in a snowy forest", NamedColor.White, true)]
    [InlineData("An old man with a long white beard stands in a room", NamedColor.White, true)]
    [InlineData("一个留着长长的白胡子的老人在海边散步", NamedColor.White, true)]
    [InlineData("一个白胡子老人在森林里走", NamedColor.White, true)]
    [InlineData("A man with a black beard walks in the city", NamedColor.Black, false)]
    [InlineData("A man with a grey beard stands by the sea", NamedColor.Gray, false)]
    public void A_beard_has_its_colour_and_its_length(string prompt, NamedColor color, bool toTheChest)
    {
        var reading = Reading.Of(prompt);
        reading.NotUnderstood.ShouldBeEmpty();
        var plan = reading.Plan.Shots[0].Figures.ShouldHaveSingleItem();
        plan.Pieces!.Beard.ShouldBe(color);
        plan.Clothing.ShouldBeNull();
        var beard = Worn(plan).Head.Cuts.First(cut => cut.Dye == Dye.Beard);
        // Below the chin, in metres; the collar is at 0.07.
        beard.Outline.Bounds.Bottom.ShouldBeInRange(toTheChest ? 0.24f : 0.10f, toTheChest ? 0.34f : 0.20f);
        new Dyes(TestStages.Palette, SKColors.Red, SKColors.Gold, plan)[Dye.Beard].ShouldBe(ClothColors.Of(color));
    }

    [Fact]
    public void The_old_stoop_and_walk_slowly_on_a_stick_that_stays_on_the_ground()
    {
        var plan = new FigurePlan { Person = Person.Man, Action = FigureAction.Walk, Looks = [Look.Old] };
        var young = plan with { Looks = [] };
        var build = Build.Of(plan);
        var shot = TestStages.Shot(plan);
        var motion = Engagement.Of(Repertoire.Of(plan, build, new Way(2, 0, 5), 0), shot, TestStages.Scene(TestStages.Wide), build, 0, []);
        var upright = Repertoire.Of(young, build, new Way(2, 0, 5), 0);
        var skeleton = new Skeleton(build, motion.Axis);
        var (low, high) = (float.MaxValue, float.MinValue);
        for (var frame = 0; frame < 120; frame++)
        {
            var pose = motion.At(frame / 24f);
            (pose.Lean - upright.At(frame / 24f).Lean).ShouldBeGreaterThan(8);
            var palm = skeleton.Solve(pose)[Bone.NearHand].At(0, Reach.Palm * build.Hand).Y;
            (low, high) = (Math.Min(low, -palm), Math.Max(high, -palm));
        }

        // The palm is a stick's length above the ground, and higher only while the stick is lifted.
        low.ShouldBe(0.86f * build.HipHeight, 0.02f);
        high.ShouldBe(low + 0.07f, 0.03f);
        Worn(plan).Before.OfType<HeldCut>().Count().ShouldBe(1);
        Worn(young).Before.OfType<HeldCut>().ShouldBeEmpty();
    }

    [Fact]
    public void Who_stands_stands_upright_on_a_straight_leg_with_arms_at_rest()
    {
        foreach (var (pose, stance) in Repertory.Frames(Person.Man, FigureAction.Stand, 0, out _))
        {
            pose.Lean.ShouldBeInRange(-1, 4);
            pose.NearArm.X.ShouldBeInRange(-15, 15);
            pose.NearArm.Y.ShouldBeInRange(0, 25);
            float Bend(Bone thigh) => MathF.Abs(stance[thigh + 1].Angle - stance[thigh].Angle) * 180 / MathF.PI;
            Math.Min(Bend(Bone.NearThigh), Bend(Bone.FarThigh)).ShouldBeLessThan(10);
        }
    }

    [Fact]
    public void Eyes_are_open()
    {
        foreach (var head in new[] { Heads.Woman(1, bun: true), Heads.Man(1, Whiskers.None), Heads.Child(1, buns: false) })
        {
            var white = head.Cuts.Single(cut => cut.Dye == Dye.White).Outline.Bounds;
            white.Height.ShouldBeGreaterThan(0.012f);
            head.Cuts.First(cut => cut.Dye == Dye.Dark).Outline.Bounds.IntersectsWith(white).ShouldBeTrue();
        }
    }

    /// <summary>A red coat over green legs: nowhere within the coat a trace of green.</summary>
    [Fact]
    public void No_legs_are_seen_through_a_coat()
    {
        var plan = new FigurePlan { Person = Person.Woman, Action = FigureAction.Walk, Garment = Garment.Coat, Clothing = NamedColor.Red };
        var stage = TestStages.Wide;
        var scene = TestStages.Scene(stage);
        using var dressed = Framed(plan with { Pieces = new PieceColors { Trousers = NamedColor.Green } });
        using var other = Framed(plan with { Pieces = new PieceColors { Trousers = NamedColor.White } });
        var standing = scene.Standings[0];
        // Knee high and below, but above the hem, all legs are within the coat.
        var (top, bottom) = ((int)(standing.Ground.Y - 0.95f * standing.PixelsPerMetre), (int)(standing.Ground.Y - 0.48f * standing.PixelsPerMetre));
        for (var y = top; y < bottom; y++)
        {
            for (var x = 0; x < stage.Width; x++)
            {
                // Soft edges may differ by a trace.
                var (a, b) = (dressed.GetPixel(x, y), other.GetPixel(x, y));
                (Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue)).ShouldBeLessThan(9, $"at {x},{y}");
            }
        }
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(720, 1280)]
    public void Ribbons_lead_outward_from_the_hand(int width, int height)
    {
        var stage = new Stage(width, height);
        var plan = new FigurePlan { Action = FigureAction.Dance, Accessories = [Accessory.Ribbons] };
        var shot = TestStages.Shot(plan);
        foreach (var ribbon in Wardrobe.For(plan, shot, Build.Woman, stage, 1).Behind.OfType<StreamerCut>())
        {
            ribbon.Outward.ShouldNotBeNull().ShouldBeLessThan(90);
            MathF.Sign(ribbon.Drift.X).ShouldBe(ribbon.Bone == Bone.NearHand ? 1 : -1);
        }
    }

    [Fact]
    public void It_is_dry_under_an_umbrella()
    {
        var plan = new FigurePlan { Person = Person.Woman, Action = FigureAction.Walk, Accessories = [Accessory.Umbrella] };
        var stage = TestStages.Wide;
        var scene = TestStages.Scene(stage);
        var standing = scene.Standings[0];
        var (shelter, none) = (new Shelter(TestStages.Shot(plan), scene, -0.2f), new Shelter(TestStages.Shot(plan with { Accessories = [] }), scene, -0.2f));
        var middle = new Moment(60, 121);
        SKPoint At(float x, float y) => new(standing.Ground.X + x * standing.PixelsPerMetre, standing.Ground.Y - y * standing.PixelsPerMetre);
        foreach (var at in new[] { At(0, 0.3f), At(0, 1), At(0, 1.6f) })
        {
            shelter.Covers(at, middle).ShouldBeTrue();
            none.Covers(at, middle).ShouldBeFalse();
        }

        shelter.Covers(At(1.2f, 1), middle).ShouldBeFalse();
        shelter.Covers(At(0, 2.4f), middle).ShouldBeFalse();
    }

    [Theory]
    [InlineData("一个戴斗笠的女人站在田野里", true)]
    [InlineData("A woman in a straw hat stands in a meadow", true)]
    [InlineData("夜晚，一个戴帽子的女人站在房间里", false)]
    public void Only_a_hat_of_straw_is_a_cone(string prompt, bool cone)
    {
        var plan = Reading.Shot(prompt).Figures.ShouldHaveSingleItem();
        plan.Accessories.ShouldContain(Accessory.Hat);
        Worn(plan).Atop.OfType<Part>().Single().Cuts.Count.ShouldBe(cone ? 1 : 3);
        Worn(plan).Head.Cuts.Count(cut => cut.Dye == Dye.Hair).ShouldBe(1, "no bun below a hat");
    }

    private static Outfit Worn(FigurePlan plan) => Wardrobe.For(plan, TestStages.Shot(plan), Build.Of(plan), TestStages.Wide, 1);

    private static SKBitmap Framed(FigurePlan plan)
    {
        var stage = TestStages.Wide;
        var layers = Ensemble.Of(TestStages.Shot(plan), TestStages.Scene(stage), stage);
        using var pixels = new PixelBlock(stage.Width, stage.Height);
        using (var canvas = new FrameCanvas(pixels))
        {
            canvas.Clear(new SKColor(196, 216, 236));
            foreach (var layer in layers)
                layer.Draw(canvas, new Moment(30, 121));
        }

        using var image = pixels.Image();
        var copy = new SKBitmap(new SKImageInfo(stage.Width, stage.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        image.ReadPixels(copy.PeekPixels());
        return copy;
    }
}
