using OmniReel.Media.Frames;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Pictures;

/// <summary>The first and the last frame are the pictures: before the encoder to the bit, behind it as far as likeness tells.</summary>
public sealed class PictureEndsTests : IDisposable
{
    private static readonly bool s_long = Environment.GetEnvironmentVariable("OMNIREEL_TEST_LONG") == "1";

    private readonly string _folder = Directory.CreateTempSubdirectory("ends").FullName;

    public static TheoryData<string, int, int> Sizes()
    {
        var sizes = new TheoryData<string, int, int>();
        (int, int)[] all = [(1280, 720), (720, 1280), (960, 960), (1920, 1080), (1080, 1920), (1440, 1440), (3840, 2160), (2160, 3840), (2880, 2880)];
        foreach (var kind in new[] { "photograph", "drawing", "noise" })
        {
            foreach (var (width, height) in s_long ? all : kind == "noise" ? [(720, 1280), (1920, 1080)] : [(1280, 720)])
                sizes.Add(kind, width, height);
        }

        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Decoded_frames_are_like_the_pictures(string kind, int width, int height)
    {
        var (first, last) = kind switch
        {
            "photograph" => (TestPictures.Photograph(width, height), TestPictures.Photograph(width, height, 2)),
            "drawing" => (TestPictures.Drawing(width, height), TestPictures.Drawing(width, height, 2)),
            _ => (TestPictures.Noise(width, height), TestPictures.Noise(width, height, 2)),
        };
        var film = Path.Combine(_folder, "film.mp4");
        var report = await new FilmRenderer(new RenderOptions(2)).RenderAsync(TestPictures.Film(TestPictures.Shot(first, last, 7)), film, null, TestContext.Current.CancellationToken);
        double begins = TestPictures.Likeness(film, 0, first), ends = TestPictures.Likeness(film, 6, last);
        Console.WriteLine($"{kind} at {width}x{height}: SSIM first {begins:0.0000}, last {ends:0.0000}, 7 frames in {report.Bytes / 1024} kB");
        begins.ShouldBeGreaterThanOrEqualTo(0.99);
        ends.ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Theory]
    [InlineData(CameraMove.Push)]
    [InlineData(CameraMove.PanLeft)]
    [InlineData(CameraMove.Static)]
    public void Frames_at_the_ends_are_the_pictures_to_the_bit(CameraMove move)
    {
        StillPicture first = TestPictures.Photograph(322, 180), last = TestPictures.Noise(322, 180);
        var painted = TestPictures.Painted(TestPictures.Shot(first, last, 24, move), 0, 12, 23);
        painted[0].Bytes.ShouldBe(PictureI420.Of(first).Bytes);
        painted[2].Bytes.ShouldBe(PictureI420.Of(last).Bytes);
        painted[1].Bytes.ShouldNotBe(painted[0].Bytes);
        TestPictures.Painted(TestPictures.Shot(first, null, 24, move), 0)[0].Bytes.ShouldBe(painted[0].Bytes);
        TestPictures.Painted(TestPictures.Shot(null, last, 24, move), 23)[0].Bytes.ShouldBe(painted[2].Bytes);
    }

    [Theory]
    [InlineData(CameraMove.Push)]
    [InlineData(CameraMove.Pull)]
    [InlineData(CameraMove.TiltUp)]
    [InlineData(CameraMove.Drift)]
    public void What_is_sampled_at_the_ends_is_the_pictures_too_so_that_nothing_jumps_there(CameraMove move)
    {
        StillPicture first = TestPictures.Photograph(320, 180), last = TestPictures.Photograph(320, 180, 5);
        var grid = Grid.Over(320, 180);
        var brush = new PictureBrush(320, 180, grid);
        Still a = new(first), b = new(last);
        var shot = TestPictures.Shot(first, last, 24, move);
        var film = new MorphFilm(shot, shot.Treatment!, a, b, grid);
        Paint(film, 0).ShouldBe(a.Exact.Bytes);
        Paint(film, 23).ShouldBe(b.Exact.Bytes);
        var alone = TestPictures.Shot(first, null, 24, move);
        Paint(new AloneFilm(alone, alone.Treatment!, a, false, grid), 0).ShouldBe(a.Exact.Bytes);
        Paint(new AloneFilm(alone, alone.Treatment!, a, true, grid), 23).ShouldBe(a.Exact.Bytes);

        byte[] Paint(IPictureFilm of, int frame)
        {
            var result = new I420Frame(320, 180);
            brush.Paint(of.At(new Moment(frame, 24), brush.Fields), result);
            return result.Bytes;
        }
    }

    [Fact]
    public async Task The_same_pictures_give_the_same_bytes_on_one_thread_and_on_two()
    {
        var plan = new FilmPlan(320, 180,
        [
            TestPictures.Shot(TestPictures.Photograph(320, 180), null, 12, CameraMove.Push, Stir.Water, Stir.Sky),
            TestPictures.Shot(TestPictures.OfFilm(Place.Sea, 20, 320, 180), TestPictures.OfFilm(Place.Sea, 40, 320, 180), 14),
        ]);
        var bytes = new List<byte[]>();
        foreach (var threads in new[] { 1, 2 })
        {
            var path = Path.Combine(_folder, $"{threads}.mp4");
            await new FilmRenderer(new RenderOptions(threads)).RenderAsync(plan, path, null, TestContext.Current.CancellationToken);
            bytes.Add(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }

        bytes[1].ShouldBe(bytes[0]);
        plan.PictureFrames.ShouldBe([0, 12, 25]);
    }

    [Fact]
    public void Vectors_and_the_scalar_path_sample_alike()
    {
        var plane = new Still(TestPictures.Noise(64, 48)).Luma;
        var random = new Random(3);
        int[] xs = [.. Enumerable.Range(0, 77).Select(_ => random.Next(-5000, 40000))], ys = [.. Enumerable.Range(0, 77).Select(_ => random.Next(-5000, 40000))];
        byte[] together = new byte[77], alone = new byte[77];
        unsafe
        {
            fixed (int* x = xs, y = ys)
            fixed (byte* a = together, b = alone)
            {
                PlaneSampler.Row(plane, x, y, a, 77);
                for (var i = 0; i < 77; i++)
                    PlaneSampler.Row(plane, x + i, y + i, b + i, 1);
            }
        }

        together.ShouldBe(alone);
    }

    public void Dispose() => Directory.Delete(_folder, true);
}
