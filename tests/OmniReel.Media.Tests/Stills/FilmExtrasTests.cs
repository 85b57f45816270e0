using OmniReel.Media.Encoding;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Stills;
using OmniReel.Media.Storyboards;
using OmniReel.Media.Tests.Encoding;
using OmniReel.Media.Tests.Films;
using SkiaSharp;
using Known = OmniReel.Media.Tests.Frames.Plans;

namespace OmniReel.Media.Tests.Stills;

/// <summary>What is made along with a film, by the real renderer and a real ffmpeg.</summary>
public sealed class FilmExtrasTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(320, 180, 1)]
    [InlineData(180, 320, 3)]
    [InlineData(240, 240, 6)]
    public async Task Every_film_has_its_pictures_and_the_film_itself_is_the_same_with_and_without(int width, int height, int shots)
    {
        var places = Enum.GetValues<Place>();
        var plan = new FilmPlan(width, height, [.. Enumerable.Range(0, shots).Select(i => RealShots.Of(places[i], 6 + i))]);
        var bare = await RealShots.FilmAsync(plan, 2, Path.Combine(_folder, "bare.mp4"));
        var files = Files(shots);
        await new FilmRenderer(new RenderOptions(2)).RenderAsync(plan, files, null, Cancel);

        (await File.ReadAllBytesAsync(files.Film, Cancel)).ShouldBe(bare);
        Size(files.Stills!.Poster).ShouldBe((width, height));
        Size(files.Stills.Strip).ShouldBe((10 * width, height));
        Size(files.Stills.Panels).ShouldBe((width, shots * height));
        Size(files.Stills.Sheet).ShouldBe((SheetLayout.Width, SheetLayout.Height));
        Directory.GetFiles(_folder).Length.ShouldBe(7);

        int pixels = width * height;
        List<byte[]> clean = FinishedFilm.Frames(files.Film, pixels), marked = FinishedFilm.Frames(files.Marked!, pixels);
        marked.Count.ShouldBe(clean.Count);
        for (var i = 0; i < clean.Count; i++)
        {
            Change(clean[i], marked[i], width, 0, height / 2).ShouldBeLessThan(3, "the upper half is the same but for the encoder's choices");
            Change(clean[i], marked[i], width, height * 7 / 8, height).ShouldBeGreaterThan(0.4, "the mark is there in every frame");
        }
    }

    [Fact]
    public async Task The_same_film_gives_the_same_pictures_on_any_number_of_threads()
    {
        var plan = new FilmPlan(320, 180, [RealShots.Of(Place.Sea, 13), RealShots.Of(Place.City, 12)]);
        var files = Files(2);
        string[] paths = [files.Film, files.Marked!, files.Stills!.Poster, files.Stills.Strip, files.Stills.Panels, files.Stills.Sheet];
        List<byte[]> first = [];
        foreach (var threads in new[] { 1, 3 })
        {
            await new FilmRenderer(new RenderOptions(threads)).RenderAsync(plan, files, null, Cancel);
            var now = paths.Select(File.ReadAllBytes).ToList();
            first = first.Count == 0 ? now : first;
            for (var i = 0; i < paths.Length; i++)
                now[i].ShouldBe(first[i], paths[i]);
        }
    }

    [Fact]
    public async Task A_poster_is_not_of_a_black_shot_nor_of_a_white_one()
    {
        // The colours of these shots are red, green, blue, white and black.
        var files = Files(5);
        await new FilmRenderer(new RenderOptions(2), Known.Staging).RenderAsync(Known.Colours(320, 180, 8, 8, 8, 8, 8), files, null, Cancel);
        using var poster = SKBitmap.Decode(files.Stills!.Poster);
        var corner = poster.GetPixel(4, 170);
        (corner.Red + corner.Green + corner.Blue).ShouldBeInRange(120, 600, $"{corner}");
        using var panels = SKBitmap.Decode(files.Stills.Panels);
        foreach (var (shot, color) in Known.Colors.Index())
            RealShots.Difference(panels.GetPixel(4, shot * 180 + 170), color).ShouldBeLessThan(14, $"panel {shot + 1}");
    }

    [Fact]
    public async Task A_film_that_is_given_up_or_fails_leaves_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var stop = new Stopping(9, cancel.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => new FilmRenderer(new RenderOptions(2), Known.Staging)
            .RenderAsync(Known.Colours(320, 180, 200), Files(1), stop, cancel.Token));
        Directory.GetFiles(_folder).ShouldBeEmpty();

        var unwritable = Files(1) with { Marked = Path.Combine(_folder, "no", "such", "folder.mp4") };
        await Should.ThrowAsync<FfmpegException>(() => new FilmRenderer(new RenderOptions(2), Known.Staging)
            .RenderAsync(Known.Colours(320, 180, 40), unwritable, null, Cancel));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_can_be_drawn_again_with_other_words()
    {
        var files = Files(2);
        var plan = new FilmPlan(320, 180, [RealShots.Of(Place.Sea, 8), RealShots.Of(Place.Forest, 8)]);
        await new FilmRenderer(new RenderOptions(2)).RenderAsync(plan, files, null, Cancel);
        var facts = new SheetFacts(320, 180, [8, 8]);
        Redraw(files.Stills!.Text with { Title = "别的话" }, "other.png");
        Redraw(files.Stills.Text, "same.png");
        using SKBitmap first = SKBitmap.Decode(files.Stills.Sheet), same = SKBitmap.Decode(Path.Combine(_folder, "same.png")), other = SKBitmap.Decode(Path.Combine(_folder, "other.png"));
        // Its pictures went through a JPEG meanwhile.
        first.Pixels.Zip(same.Pixels, RealShots.Difference).Max().ShouldBeLessThan(60);
        first.Pixels.Zip(same.Pixels, RealShots.Difference).Average().ShouldBeLessThan(1.2);
        same.Pixels.Zip(other.Pixels, RealShots.Difference).Count(d => d > 40).ShouldBeGreaterThan(200);

        void Redraw(SheetText text, string name)
        {
            using var panels = File.OpenRead(files.Stills!.Panels);
            Sheet.Write(panels, facts, text, Path.Combine(_folder, name));
        }
    }

    private FilmFiles Files(int shots) => new(In("film.mp4"))
    {
        Marked = In("marked.mp4"),
        Stills = new StillFiles(In("poster.jpg"), In("strip.jpg"), In("panels.jpg"), In("sheet.png"), new SheetText("A film", false, [.. Enumerable.Range(1, shots).Select(i => new PanelText($"Shot {i}", "push · wide"))])),
    };

    private string In(string name) => Path.Combine(_folder, name);

    private static (int Width, int Height) Size(string path)
    {
        using var picture = SKBitmap.Decode(path);
        return (picture.Width, picture.Height);
    }

    private static double Change(byte[] before, byte[] after, int width, int fromRow, int toRow) =>
        Enumerable.Range(fromRow * width, (toRow - fromRow) * width).Average(i => Math.Abs(before[i] - after[i]));

    private sealed class Stopping(int frame, Action stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == frame)
                stop();
        }
    }
}
