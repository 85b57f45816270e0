using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.References;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.References;

/// <summary>What a drawn film takes over, from films that were never shot.</summary>
public sealed class DrivingTests
{
    private static readonly ReferenceTrait[] s_all = Enum.GetValues<ReferenceTrait>();

    [Fact]
    public void One_shot_is_cut_where_the_reference_cuts_into_other_sizes_of_the_same_scene()
    {
        var plan = Driving.Drive(Read("a woman in a red dress dances by the sea", 5), Study(120, [30, 78], _ => default), s_all);
        plan.Shots.Select(shot => shot.Frames).ShouldBe([30, 48, 43]);
        plan.Shots.Select(shot => shot.Place).Distinct().ShouldHaveSingleItem();
        plan.Shots.Select(shot => shot.Size).Distinct().Count().ShouldBe(3);
        plan.Reference.ShouldNotBeNull().Cuts.ShouldBe([30, 78]);
        // Twice as long: the same shares.
        Driving.Drive(Read("the sea", 10), Study(120, [30, 78], _ => default), s_all).Shots.Select(shot => shot.Frames).ShouldBe([60, 96, 85]);
    }

    [Fact]
    public void Several_shots_are_laid_onto_the_cuts_and_every_cut_is_kept()
    {
        var two = Read("A man walks in the city. A woman dances by the sea.", 5, divide: true);
        two.Shots.Count.ShouldBe(2);
        var plan = Driving.Drive(two, Study(120, [20, 50, 90], _ => default), s_all);
        plan.Shots.Select(shot => shot.Frames).ShouldBe([20, 30, 40, 31]);
        plan.Shots.Select(shot => shot.Place).ShouldBe([Place.City, Place.City, Place.Sea, Place.Sea]);
        Driving.Drive(two, Study(120, [], _ => default), s_all).Shots.Select(shot => shot.Frames).ShouldBe(two.Shots.Select(shot => shot.Frames));
    }

    [Theory]
    [InlineData(0.0011, 0, CameraMove.PanLeft)]
    [InlineData(-0.0011, 0, CameraMove.PanRight)]
    [InlineData(0, 0.0012, CameraMove.Push)]
    public void The_drawn_film_moves_as_the_reference_did(double x, double grow, CameraMove move)
    {
        var plan = Driving.Drive(Read("mountains", 5), Study(120, [], _ => new Step(x, 0, grow)), [ReferenceTrait.Camera]);
        plan.Shots.ShouldHaveSingleItem().Camera.ShouldBe(move);
        var seen = Seen(plan);
        var path = seen.Path(0, seen.Frames, seen.Frames);
        var (across, growth) = (path.X[^1] - path.X[0], path.Zoom[^1] - 1);
        Console.WriteLine($"asked {x * 119:0.000} and {grow * 119:0.000}, drawn {across:0.000} and {growth:0.000}");
        seen.Plan.Shots.ShouldHaveSingleItem().Camera.ShouldBe(move);
        if (x != 0)
            (across / (x * 119)).ShouldBeInRange(0.8, 1.2);
        else
            growth.ShouldBeInRange(0.65 * grow * 119, 1.25 * grow * 119);
    }

    [Fact]
    public void A_verb_of_the_prompt_is_obeyed_and_a_camera_that_stands_stands()
    {
        var study = Study(120, [], _ => new Step(0.001, 0, 0));
        Driving.Drive(Read("the camera pushes in on mountains", 5), study, s_all).Shots[0].ShouldSatisfyAllConditions(s => s.Camera.ShouldBe(CameraMove.Push), s => s.Path.ShouldBeNull());
        Driving.Drive(Read("mountains", 5), Study(120, [], _ => default), s_all).Shots[0].ShouldSatisfyAllConditions(s => s.Camera.ShouldBe(CameraMove.Static), s => s.Path.ShouldBeNull());
    }

    [Fact]
    public void Light_and_colour_lean_to_the_reference_and_named_colours_stay()
    {
        var plain = Read("a woman in a red dress stands by the sea at noon", 5);
        var (_, before) = Mean(plain);
        var (darkLuma, dark) = Mean(Driving.Drive(plain, Study(24, [], _ => default, (40, 168, 100)), [ReferenceTrait.Palette]));
        var (lightLuma, light) = Mean(Driving.Drive(plain, Study(24, [], _ => default, (200, 90, 160)), [ReferenceTrait.Palette]));
        Console.WriteLine($"blue difference {before.Blue:0} becomes {dark.Blue:0} and {light.Blue:0}; luma {darkLuma:0} and {lightLuma:0}; red pixels {before.Reds}, {dark.Reds}, {light.Reds}");
        darkLuma.ShouldBeLessThan(lightLuma - 20);
        dark.Blue.ShouldBeGreaterThan(before.Blue + 6);
        light.Blue.ShouldBeLessThan(before.Blue - 6);
        dark.Reds.ShouldBeGreaterThan(before.Reds / 2);
    }

    [Fact]
    public void A_next_shot_begins_with_the_picture_pixel_by_pixel_and_is_a_scene_a_second_later()
    {
        var picture = new StillPicture(320, 180, [.. Enumerable.Repeat<byte[]>([200, 40, 40, 255], 320 * 180).SelectMany(pixel => pixel)]);
        var scene = Read("the sea", 3);
        var film = scene with { Shots = [scene.Shots[0] with { Handover = new Handover(picture, null) }] };
        film.PictureFrames.ShouldBe([0]);
        Bytes(film, 0).Distinct().Count().ShouldBeLessThanOrEqualTo(3);
        Bytes(film, 30).ShouldBe(Bytes(scene, 30));
        Bytes(film, 12).ShouldNotBe(Bytes(scene, 12));
        var last = scene with { Shots = [scene.Shots[0] with { Handover = new Handover(null, picture) }] };
        Bytes(last, 72).ShouldBe(Bytes(film, 0));
        last.PictureFrames.ShouldBe([72]);
    }

    [Fact]
    public void Frames_are_the_same_on_any_number_of_threads()
    {
        var plan = Driving.Drive(Read("a woman in a red dress dances in a forest", 3), Study(72, [30], i => new Step(0.001 * Math.Sin(i), 0, 0.001), (60, 150, 110)), s_all);
        using var one = new FilmRenderer(new RenderOptions(1)).RenderFrame(plan, 50);
        using var two = new FilmRenderer(new RenderOptions(2)).RenderFrame(plan, 50);
        one.Bytes.ShouldBe(two.Bytes);
    }

    private static byte[] Bytes(FilmPlan plan, int frame)
    {
        using var drawn = new FilmRenderer(new RenderOptions(2)).RenderFrame(plan, frame);
        return drawn.Bytes;
    }

    private static (double Luma, (double Blue, int Reds) Color) Mean(FilmPlan plan)
    {
        var bytes = Bytes(plan, 60);
        double luma = 0, blue = 0;
        var reds = 0;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            var grey = 0.0722 * bytes[i] + 0.7152 * bytes[i + 1] + 0.2126 * bytes[i + 2];
            (luma, blue) = (luma + grey, blue + (bytes[i] - grey) / 1.8556);
            reds += bytes[i + 2] > 2 * bytes[i + 1] && bytes[i + 2] > 1.6 * bytes[i] && bytes[i + 2] > 110 ? 1 : 0;
        }

        return (luma * 4 / bytes.Length, (128 + blue * 4 / bytes.Length, reds));
    }

    /// <summary>The drawn film as the analysis sees it.</summary>
    private static ReferenceStudy Seen(FilmPlan plan)
    {
        var stage = new Stage(plan.Width, plan.Height);
        using var baked = BakedShot.Bake(plan.Shots[0], stage, ShotStaging.Compose, 2);
        using var painter = new FramePainter(stage);
        var large = new I420Frame(plan.Width, plan.Height);
        return ReferenceStudy.Of(plan.Frames, plan.Width, plan.Height, (number, small) =>
        {
            painter.Paint(baked, new Moment(number, plan.Frames), number, large);
            Halve(large, small);
        });
    }

    /// <summary>The film is 320 wide and is looked at in 160.</summary>
    private static void Halve(I420Frame large, I420Frame small)
    {
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                var at = 2 * y * large.Width + 2 * x;
                small.Bytes[y * small.Width + x] = (byte)((large.Bytes[at] + large.Bytes[at + 1] + large.Bytes[at + large.Width] + large.Bytes[at + large.Width + 1] + 2) / 4);
            }
        }

        small.Bytes.AsSpan(small.UStart).Fill(128);
    }

    private static FilmPlan Read(string prompt, int seconds, bool divide = false) =>
        ScriptReader.Read(new ScriptRequest([new ScriptShot(prompt, seconds * 24 + 1)], "", 320, 180, divide)).Plan;

    private static ReferenceStudy Study(int frames, int[] cuts, Func<int, Step> step, (byte Luma, byte Blue, byte Red)? color = null)
    {
        var frame = new I420Frame(160, 90);
        return new ReferenceStudy([.. Enumerable.Range(0, frames).Select(i =>
        {
            var shot = cuts.Count(cut => cut <= i);
            var (luma, blue, red) = color ?? ((byte)(60 + 50 * (shot % 3)), (byte)(90 + 40 * (shot % 2)), (byte)128);
            frame.Bytes.AsSpan(0, frame.UStart).Fill(luma);
            frame.Bytes.AsSpan(frame.UStart, frame.UStart / 4).Fill(blue);
            frame.Bytes.AsSpan(frame.VStart).Fill(red);
            return new Glance(frame, step(i));
        })]);
    }
}
