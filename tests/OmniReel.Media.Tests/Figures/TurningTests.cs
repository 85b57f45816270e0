using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

public sealed class TurningTests
{
    public static TheoryData<Person> People => [.. Enum.GetValues<Person>()];

    [Theory]
    [MemberData(nameof(People))]
    public void A_figure_is_never_a_line(Person person)
    {
        var (turning, thin, before) = (0, 0, 1f);
        foreach (var (_, stance) in Repertory.Frames(person, FigureAction.Dance, 0, out _))
        {
            // It swaps its halves where it is narrowest, and nowhere else changes by leaps.
            MathF.Abs(stance.Width).ShouldBeInRange(0.45f, 1.0001f);
            MathF.Abs(MathF.Abs(stance.Width) - before).ShouldBeLessThan(0.26f);
            before = MathF.Abs(stance.Width);
            turning += MathF.Abs(stance.Facing) < 0.97f ? 1 : 0;
            thin += MathF.Abs(stance.Width) < 0.62f ? 1 : 0;
        }

        turning.ShouldBeGreaterThan(5);
        thin.ShouldBeLessThan(turning / 2, "the narrow side passes quickly");
    }

    [Theory]
    [MemberData(nameof(People))]
    public void The_head_stays_a_head_in_every_frame_of_a_turn(Person person)
    {
        var stage = TestStages.Wide;
        var plan = new FigurePlan { Person = person, Action = FigureAction.Dance };
        var shot = TestStages.Shot(plan);
        var scene = TestStages.Scene(stage);
        var build = Build.Of(person);
        var motion = Repertoire.Of(plan, build, default, 0);
        var skeleton = new Skeleton(build, motion.Axis);
        var start = Repertoire.Start(plan, shot.Seed, 0);
        var layers = Ensemble.Of(shot, scene, stage);
        var metre = scene.Standings[0].PixelsPerMetre;
        var looked = 0;
        for (var frame = 0; frame < 121; frame++)
        {
            var stance = skeleton.Solve(motion.At(start + frame / Repertory.FrameRate));
            if (MathF.Abs(stance.Facing) > 0.8f)
                continue;
            using var drawn = TestStages.Draw(layers, stage, frame);
            // Between chin and brow.
            var middle = stance[Bone.Head].At(0, -0.10f * build.Head);
            var row = (int)(scene.Standings[0].Ground.Y + middle.Y * metre);
            Enumerable.Range(0, stage.Width).Count(x => drawn.GetPixel(x, row).Alpha > 200).ShouldBeGreaterThan((int)(0.09f * build.Head * metre), $"frame {frame}");
            looked++;
        }

        looked.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_shadow_of_a_leap_shrinks_and_fades()
    {
        var stage = TestStages.Wide;
        var plan = new FigurePlan { Person = Person.Man, Action = FigureAction.Dance };
        var scene = TestStages.Scene(stage);
        var motion = Repertoire.Of(plan, Build.Man, default, 0);
        var performance = new Performance(
            motion, new Skeleton(Build.Man, motion.Axis), scene.Standings[0], new OmniReel.Media.Paper.SheetPainter(stage, scene.Light),
            new Dyes(scene.Figures, scene.Figures.Clothing, scene.Figures.Accent, plan));
        var shadow = new OmniReel.Media.Figures.Pieces.ShadowPiece(performance);
        // Standing wide, and at the height of the leap.
        var (standing, leaping) = (Ink(0.02f), Ink(2.70f));
        leaping.Width.ShouldBeLessThan((int)(standing.Width * 0.8));
        leaping.Darkest.ShouldBeLessThan((int)(standing.Darkest * 0.6));
        leaping.Darkest.ShouldBeGreaterThan(0);

        (int Width, int Darkest) Ink(float second)
        {
            using var bitmap = new SKBitmap(new SKImageInfo(stage.Width, stage.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
            bitmap.Erase(SKColors.Transparent);
            using var canvas = new SKCanvas(bitmap);
            shadow.Draw(canvas, second, performance.At(second));
            var columns = Enumerable.Range(0, stage.Width)
                .Select(x => Enumerable.Range(stage.Height / 2, stage.Height / 2).Max(y => (int)bitmap.GetPixel(x, y).Alpha)).ToList();
            return (columns.Count(c => c > 8), columns.Max());
        }
    }
}
