using OmniReel.Media.Editing;
using OmniReel.Media.Editing.Grading;
using OmniReel.Media.Editing.Insets;
using OmniReel.Media.Plans;
using OmniReel.Media.Text;
using static OmniReel.Media.Tests.Editing.EditedFrame;

namespace OmniReel.Media.Tests.Editing;

public sealed class EditStepTests
{
    [Fact]
    public async Task Black_and_white_is_grey_everywhere()
    {
        var frame = await OfAsync([new GradeEdit(Grade.BlackWhite)]);
        frame.ShouldAllBe(p => Math.Abs(Red(p) - Green(p)) <= 1 && Math.Abs(Blue(p) - Green(p)) <= 1);
        Luma(frame).ShouldBeInRange(Luma(Source) - 25, Luma(Source) + 25);
    }

    [Fact]
    public async Task Grades_change_the_light_as_they_say()
    {
        async Task<uint[]> Of(Grade grade, Strength strength = Strength.Plain) => await OfAsync([new GradeEdit(grade, strength)]);
        double luma = Luma(Source), saturation = Saturation(Source), red = Source.Average(Red) - Source.Average(Blue);
        Luma(await Of(Grade.Night)).ShouldBeLessThan(luma * 0.5);
        Luma(await Of(Grade.Darker)).ShouldBeLessThan(luma * 0.85);
        Luma(await Of(Grade.Brighter)).ShouldBeGreaterThan(luma * 1.1);
        Luma(await Of(Grade.Darker, Strength.Slight)).ShouldBeInRange(Luma(await Of(Grade.Darker)) + 3, luma - 3);
        Luma(await Of(Grade.Darker, Strength.Strong)).ShouldBeLessThan(Luma(await Of(Grade.Darker)) - 3);
        Saturation(await Of(Grade.Vivid)).ShouldBeGreaterThan(saturation * 1.05);
        Saturation(await Of(Grade.Muted)).ShouldBeLessThan(saturation * 0.6);
        (await Of(Grade.Warm)).Average(p => Red(p) - Blue(p)).ShouldBeGreaterThan(red + 15);
        (await Of(Grade.Cold)).Average(p => Red(p) - Blue(p)).ShouldBeLessThan(red - 15);
        (await Of(Grade.Negative)).Zip(Source).ShouldAllBe(pair => Math.Abs(Red(pair.First) - 255 + Red(pair.Second)) <= 2);
    }

    [Fact]
    public void A_cube_of_nothing_changes_nothing_and_its_greys_are_grey()
    {
        var same = new ColorCube([c => c]);
        for (uint level = 0; level < 256; level++)
            same.Of(0xFF000000u | level << 16 | (255 - level) << 8 | level / 2).ShouldBe(0xFF000000u | level << 16 | (255 - level) << 8 | level / 2);
        var grey = new ColorCube([Grades.Of(Grade.BlackWhite, Strength.Plain), Grades.Of(Grade.Contrast, Strength.Plain)]);
        for (uint level = 0; level < 256; level++)
            (grey.Of(0xFF000000u | level << 16 | 40 << 8 | 200) is var p && Red(p) == Green(p) && Green(p) == Blue(p)).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_edit_changes_the_frame_is_opaque_and_the_same_every_time()
    {
        Edit[] all =
        [
            .. Enum.GetValues<Grade>().Select(grade => new GradeEdit(grade)), .. Enum.GetValues<NamedColor>().Select(color => new TintEdit(color)),
            .. Enum.GetValues<Overlay>().Select(weather => new WeatherEdit(weather)), .. Enum.GetValues<Style>().Select(style => new StyleEdit(style)),
            .. Enum.GetValues<BlurKind>().Select(kind => new BlurEdit(kind)), .. Enum.GetValues<FilmLook>().Select(look => new FilmLookEdit(look)),
            .. Enum.GetValues<Fade>().Select(fade => new FadeEdit(fade)), .. Enum.GetValues<Flip>().Select(flip => new FlipEdit(flip)), new TitleEdit("Title"),
        ];
        var seen = new HashSet<int>();
        foreach (var edit in all)
        {
            var once = await OfAsync([edit], frame: edit is FadeEdit { Fade: Fade.ToBlack or Fade.ToWhite } ? 42 : 4);
            once.ShouldAllBe(p => p >> 24 == 255, edit.ToString());
            once.Zip(Source).Count(pair => pair.First != pair.Second).ShouldBeGreaterThan(200, edit.ToString());
            (await OfAsync([edit], frame: edit is FadeEdit { Fade: Fade.ToBlack or Fade.ToWhite } ? 42 : 4)).SequenceEqual(once).ShouldBeTrue(edit.ToString());
            Luma(once).ShouldBeInRange(Luma(Source) * 0.2, 245, edit.ToString());
            seen.Add(once.Aggregate(17, (hash, p) => unchecked(hash * 31 + (int)p))).ShouldBeTrue($"{edit} looks like another edit");
        }
    }

    [Theory]
    [InlineData(Overlay.Rain)]
    [InlineData(Overlay.Snow)]
    [InlineData(Overlay.Leaves)]
    [InlineData(Overlay.Petals)]
    public async Task What_falls_moves_and_more_falls_when_it_is_heavy(Overlay weather)
    {
        var still = Enumerable.Repeat(0xFF404040u, Width * Height).ToArray();
        async Task<int> Moved(Strength strength)
        {
            var edit = new WeatherEdit(weather, strength);
            return (await OfAsync([edit], frame: 20, source: still)).Zip(await OfAsync([edit], frame: 21, source: still)).Count(pair => pair.First != pair.Second);
        }

        (await Moved(Strength.Slight)).ShouldBeGreaterThan(20);
        (await Moved(Strength.Strong)).ShouldBeGreaterThan(await Moved(Strength.Slight));
    }

    [Theory]
    [InlineData(FramePlace.TopLeft)]
    [InlineData(FramePlace.TopRight)]
    [InlineData(FramePlace.BottomLeft)]
    [InlineData(FramePlace.BottomRight)]
    [InlineData(FramePlace.Center)]
    [InlineData(FramePlace.Left)]
    [InlineData(FramePlace.Bottom)]
    public async Task A_picture_is_where_it_was_asked_for_and_nowhere_else(FramePlace place)
    {
        var edit = new InsertEdit(InsertSource.Image, 1, place);
        var material = new EditMaterial { Images = new Dictionary<int, InsertedPicture> { [1] = new(60, 40, Painted(60 * 40), IsCutOut: false) } };
        var frame = await OfAsync([edit], material);
        var box = InsetLayout.Picture(edit, Width, Height, 1.5f);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var pixel = frame[y * Width + x];
                if (x > box.Left && x < box.Right - 1 && y > box.Top && y < box.Bottom - 1)
                    (Green(pixel) > 190 && Red(pixel) < 60).ShouldBeTrue($"{x},{y}");
                else if (x < box.Left - 14 || x > box.Right + 14 || y < box.Top - 14 || y > box.Bottom + 14)
                    pixel.ShouldBe(Source[y * Width + x], $"{x},{y}");
            }
        }

        static byte[] Painted(int pixels) => [.. Enumerable.Range(0, pixels).SelectMany(_ => new byte[] { 20, 220, 20, 255 })];
    }

    [Fact]
    public async Task Of_a_cut_out_picture_only_what_is_in_it_covers_the_film()
    {
        var pixels = new byte[40 * 40 * 4];
        for (var y = 10; y < 30; y++)
        {
            for (var x = 10; x < 30; x++)
                new byte[] { 0, 0, 255, 255 }.CopyTo(pixels, (y * 40 + x) * 4);
        }

        var edit = new InsertEdit(InsertSource.Image, 1, FramePlace.Center);
        var frame = await OfAsync([edit], new EditMaterial { Images = new Dictionary<int, InsertedPicture> { [1] = new(40, 40, pixels, IsCutOut: true) } });
        var box = InsetLayout.Picture(edit, Width, Height, 1);
        Red(frame[(box.Top + box.Height / 2) * Width + box.Left + box.Width / 2]).ShouldBeGreaterThan(240);
        frame[(box.Top + 2) * Width + box.Left + 2].ShouldBe(Source[(box.Top + 2) * Width + box.Left + 2]);
    }

    [Fact]
    public async Task A_figure_stands_on_its_side_of_the_frame_and_moves()
    {
        var edit = new InsertEdit(InsertSource.Element, 1, FramePlace.Left) { Figure = new() { Person = Person.Woman, Action = FigureAction.Dance, Clothing = NamedColor.Red } };
        uint[] first = await OfAsync([edit], frame: 10), second = await OfAsync([edit], frame: 22);
        Changed(first, Source, 0, Width / 2).ShouldBeGreaterThan(400);
        Changed(first, Source, Width * 2 / 3, Width).ShouldBe(0);
        Changed(first, second, 0, Width / 2).ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("Ab", FramePlace.Top, 0, 0.5)]
    [InlineData("Ab", FramePlace.Bottom, 0.5, 1)]
    [InlineData("标题", FramePlace.Top, 0, 0.5)]
    public async Task A_title_is_bright_at_its_place_and_nothing_else_changes(string text, FramePlace place, double from, double to)
    {
        Assert.SkipUnless(Lettering.Here.Knows(text), "no font here has these characters");
        var dark = Enumerable.Repeat(0xFF202020u, Width * Height).ToArray();
        var frame = await OfAsync([new TitleEdit(text, place)], source: dark);
        frame.Count(p => Green(p) > 200).ShouldBeGreaterThan(60);
        var touched = frame.Index().Where(p => p.Item != dark[p.Index]).Select(p => p.Index / Width / (double)Height).ToList();
        touched.Min().ShouldBeGreaterThanOrEqualTo(from);
        touched.Max().ShouldBeLessThanOrEqualTo(to);
        (await OfAsync([new TitleEdit(text, place)], frame: 0, source: dark)).Max(Green).ShouldBeLessThan(120, "it comes softly");
    }

    [Fact]
    public async Task Mirrored_twice_is_as_before_and_bars_are_black()
    {
        (await OfAsync([new FlipEdit(Flip.Mirror), new FlipEdit(Flip.Mirror)])).SequenceEqual(Source).ShouldBeTrue();
        (await OfAsync([new FlipEdit(Flip.UpsideDown)]))[0].ShouldBe(Source[(Height - 1) * Width]);
        var boxed = await OfAsync([new FilmLookEdit(FilmLook.Letterbox)]);
        boxed[5 * Width + 100].ShouldBe(0xFF000000u);
        boxed[Height / 2 * Width + 100].ShouldBe(Source[Height / 2 * Width + 100]);
        (await OfAsync([new FadeEdit(Fade.FromBlack)], frame: 0)).ShouldAllBe(p => p == 0xFF000000u);
        (await OfAsync([new FadeEdit(Fade.ToWhite)], frame: 41)).ShouldAllBe(p => p >> 24 == 255 && p != 0xFFFFFFFFu);
        (await OfAsync([new FadeEdit(Fade.FromBlack)], frame: 30)).SequenceEqual(Source).ShouldBeTrue();
    }

    private static int Changed(uint[] one, uint[] other, int left, int right) =>
        Enumerable.Range(0, one.Length).Count(i => i % Width >= left && i % Width < right && one[i] != other[i]);
}
