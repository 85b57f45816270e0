using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Pictures;

/// <summary>What happens between the ends.</summary>
public sealed class PictureFilmTests
{
    [Theory]
    [InlineData(CameraMove.Push)]
    [InlineData(CameraMove.Static)]
    public void Nothing_flashes_between_two_pictures(CameraMove move)
    {
        foreach (var last in new[] { TestPictures.OfFilm(Place.Sea, 61), TestPictures.OfFilm(Place.Forest, 20), TestPictures.OfFilm(Place.Sea, 20) })
        {
            var frames = TestPictures.Painted(TestPictures.Shot(TestPictures.OfFilm(Place.Sea, 20), last, 49, move), [.. Enumerable.Range(0, 49)]);
            var means = frames.ConvertAll(TestPictures.Mean);
            double low = Math.Min(means[0], means[^1]) - 6, high = Math.Max(means[0], means[^1]) + 6;
            means.ShouldAllBe(mean => mean > low && mean < high);
            means.Zip(means.Skip(1), (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(5);
            frames.Zip(frames.Skip(1), TestPictures.Change).Average().ShouldBeGreaterThan(0.05);
        }
    }

    [Theory]
    [InlineData(CameraMove.Push, 1.03, 9)]
    [InlineData(CameraMove.Pull, 0, 0.99)]
    public void Push_enlarges_and_pull_makes_smaller(CameraMove move, double least, double most)
    {
        var (scale, _, _) = Motion(move);
        scale.ShouldBeInRange(least, most);
    }

    [Theory]
    [InlineData(CameraMove.PanLeft, 1, 0)]
    [InlineData(CameraMove.PanRight, -1, 0)]
    [InlineData(CameraMove.TiltUp, 0, 1)]
    [InlineData(CameraMove.TiltDown, 0, -1)]
    public void Pans_and_tilts_go_where_they_say(CameraMove move, int across, int down)
    {
        var (_, x, y) = Motion(move);
        (across == 0 ? Math.Abs(x) < 2 : across * x > 3).ShouldBeTrue($"across {x:0.0}");
        (down == 0 ? Math.Abs(y) < 2 : down * y > 2).ShouldBeTrue($"down {y:0.0}");
    }

    [Fact]
    public void A_camera_that_holds_before_what_does_not_move_leaves_the_picture_and_only_its_light_lives()
    {
        var shot = TestPictures.Shot(TestPictures.Photograph(320, 180), null, 49, CameraMove.Static);
        shot.Treatment!.Moving.ShouldBe([Stir.Light]);
        var frames = TestPictures.Painted(shot, [.. Enumerable.Range(0, 49)]);
        frames.Zip(frames.Skip(1), TestPictures.Change).Average().ShouldBeGreaterThan(0.05);
        var middle = frames[24];
        for (var i = 0; i < middle.UStart; i++)
            ((int)middle.Bytes[i]).ShouldBeInRange(frames[0].Bytes[i] - 1, frames[0].Bytes[i] + 18);
        middle.Bytes.AsSpan(middle.UStart).SequenceEqual(frames[0].Bytes.AsSpan(middle.UStart)).ShouldBeTrue();
    }

    [Fact]
    public void Water_and_sky_move_and_a_face_before_them_does_not()
    {
        var beach = Beach();
        var shot = TestPictures.Shot(beach, null, 49, CameraMove.Static, Stir.Water);
        shot.Treatment!.CutOut.ShouldBeFalse("sky, water and a face are a scene");
        shot.Treatment.Moving.ShouldContain(Stir.Water);
        shot.Treatment.Moving.ShouldContain(Stir.Sky);
        var frames = TestPictures.Painted(shot, 0, 24);
        double Changed(int left, int top, int right, int bottom) =>
            (from y in Enumerable.Range(top, bottom - top) from x in Enumerable.Range(left, right - left) select Math.Abs(frames[0].Bytes[y * 640 + x] - frames[1].Bytes[y * 640 + x])).Average();
        Changed(40, 250, 200, 350).ShouldBeGreaterThan(1.5, "water");
        Changed(280, 130, 360, 250).ShouldBe(0, 0.01, "the face");

        Treating.Treat(shot, new HashSet<Stir>(), new HashSet<Stir> { Stir.Water, Stir.Sky }).Treatment!.Moving.ShouldBe([Stir.Light]);
    }

    [Theory]
    [InlineData(CameraMove.Push)]
    [InlineData(CameraMove.PanRight)]
    public void A_face_is_not_bent_by_a_camera_or_by_what_moves_behind_it(CameraMove move)
    {
        var shot = TestPictures.Shot(Beach(), null, 49, move, Stir.Water, Stir.Sky);
        var grid = Grid.Over(640, 360);
        var fields = new WarpFields(grid);
        new AloneFilm(shot, shot.Treatment!, new Still(shot.Picture!), false, grid).At(new Moment(40, 49), fields);

        // All of it is enlarged and shifted as one flat thing: steps across do not change downward, nor steps down across.
        float Across(int x, int y) => fields.FirstX[y / 4 * grid.Columns + x / 4];
        float Down(int x, int y) => fields.FirstY[y / 4 * grid.Columns + x / 4];
        foreach (var x in new[] { 284, 320, 356 })
            Across(x, 152).ShouldBe(Across(x, 232), 0.25);
        foreach (var y in new[] { 152, 192, 232 })
            Down(284, y).ShouldBe(Down(356, y), 0.25);
    }

    [Fact]
    public void A_subject_on_a_plain_ground_is_cut_out_and_passes_it_and_a_photograph_is_not_cut()
    {
        static StillPicture On(bool plain) => TestPictures.Draw(640, 360, canvas =>
        {
            using var ground = new HeldPaint { Shader = SKShader.CreateLinearGradient(default, new SKPoint(640, 360), [new SKColor(0xFFE8E4DC), new SKColor(0xFFC8C4BC)], SKShaderTileMode.Clamp) };
            canvas.DrawPaint(ground);
            using var paint = new HeldPaint { Color = new SKColor(0xFF703020), IsAntialias = true };
            canvas.DrawOval(320, 200, 70, 110, paint);
            paint.Color = new SKColor(0xFF204060);
            canvas.DrawRect(300, 150, 40, 30, paint);
            if (!plain)
            {
                for (var i = 0; i < 200; i++)
                    canvas.DrawCircle(i * 97 % 640, i * 61 % 360, 7, paint);
            }
        });
        var shot = TestPictures.Shot(On(true), null, 49);
        shot.Treatment!.CutOut.ShouldBeTrue();
        shot.Treatment.Moving.ShouldBeEmpty();
        TestPictures.Shot(On(false), null, 49).Treatment!.CutOut.ShouldBeFalse();
        TestPictures.Shot(TestPictures.Photograph(640, 360), null, 49).Treatment!.CutOut.ShouldBeFalse();
        var frames = TestPictures.Painted(shot, 0, 48);
        // The ground stays smooth where the subject was: no second outline is left there.
        Darkest(frames[1], 205, 215).ShouldBeGreaterThan(150);
        Darkest(frames[1], 262, 270).ShouldBeLessThan(110, "the subject has come nearer");

        static int Darkest(I420Frame frame, int left, int right) =>
            (from y in Enumerable.Range(150, 100) from x in Enumerable.Range(left, right - left) select (int)frame.Bytes[y * 640 + x]).Min();
    }

    /// <summary>Sky, streaked water, and a face of 120 by 160 pixels about (320, 190).</summary>
    private static StillPicture Beach() => TestPictures.Draw(640, 360, canvas =>
    {
        using var paint = new HeldPaint { Shader = SKShader.CreateLinearGradient(default, new SKPoint(0, 180), [new SKColor(0xFF5080D0), new SKColor(0xFFA0C0F0)], SKShaderTileMode.Clamp) };
        canvas.DrawPaint(paint);
        var random = new Random(4);
        using var wave = new HeldPaint { Color = new SKColor(0xFF205080) };
        canvas.DrawRect(0, 180, 640, 180, wave);
        for (var i = 0; i < 900; i++)
        {
            wave.Color = new SKColor((byte)random.Next(20, 60), (byte)random.Next(70, 120), (byte)random.Next(130, 200));
            canvas.DrawRect(random.Next(640) - 20, 182 + random.Next(178), 20 + random.Next(50), 2, wave);
        }

        using var face = new HeldPaint { Color = new SKColor(0xFFD8A080), IsAntialias = true };
        canvas.DrawOval(320, 190, 60, 80, face);
        face.Color = SKColors.Black;
        for (var i = -1; i < 2; i += 2)
            canvas.DrawCircle(320 + 22 * i, 175, 5, face);
    });

    /// <summary>How the picture's content moves from the first frame to the last: enlarged about the middle, and steps in pixels.</summary>
    private static (double Scale, double X, double Y) Motion(CameraMove move)
    {
        var frames = TestPictures.Painted(TestPictures.Shot(TestPictures.Photograph(640, 360), null, 25, move), 0, 24);
        var grid = Grid.Over(640, 360);
        GridPicture a = new(new Still(frames[0]), grid), b = new(new Still(frames[1]), grid);
        var flow = OpticalFlow.Between(a.Luma, b.Luma, grid.Columns, grid.Rows);
        double x = 0, y = 0, stretch = 0, reach = 0;
        var count = 0;
        for (var row = grid.Rows / 4; row < 3 * grid.Rows / 4; row++)
        {
            for (var column = grid.Columns / 4; column < 3 * grid.Columns / 4; column++)
            {
                var at = row * grid.Columns + column;
                double u = column - grid.Columns / 2.0;
                x += flow.Across[at];
                y += flow.Down[at];
                stretch += u * flow.Across[at];
                reach += u * u;
                count++;
            }
        }

        return (1 + stretch / reach, x / count * grid.Cell, y / count * grid.Cell);
    }
}
