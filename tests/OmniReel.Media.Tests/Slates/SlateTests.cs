using OmniReel.Media.Editing;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Slates;
using OmniReel.Media.Stills;
using OmniReel.Media.Tests.Encoding;
using OmniReel.Media.Tests.Films;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Slates;

public sealed class SlateTests : IDisposable
{
    private static readonly SlatePlan s_plan = new("std", "reference, multi-shot customize", ["image_1:first", "image_2", "element_1"], "123456789012345678");

    private readonly TempFolder _folder = new();

    public static TheoryData<int, int> Sizes => new() { { 1280, 720 }, { 720, 1280 }, { 960, 960 }, { 1920, 1080 }, { 1108, 832 }, { 320, 180 }, { 64, 64 }, { 16, 16 } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(720, 1280)]
    [InlineData(960, 960)]
    [InlineData(1920, 1080)]
    public async Task Every_frame_of_an_encoded_film_says_which_it_is(int width, int height)
    {
        var path = _folder["film.mp4"];
        var (first, second, third) = Checkout.LongCounts ? (48, 30, 19) : (16, 10, 7);
        var plan = Film(width, height, first, second, third) with { Slate = s_plan };
        await new FilmRenderer(RenderOptions.Default).RenderAsync(plan, path, null, TestContext.Current.CancellationToken);
        var read = FinishedFilm.Frames(path, width * height).Select(frame => FrameCodes.Read(frame, width, height)).ToList();
        read.ShouldBe(Enumerable.Range(0, first + second + third).Select(at => ((int, int)?)(at, at < first ? 1 : at < first + second ? 2 : 3)));
        read[first]!.Value.Shot.ShouldBe(2);
    }

    [Fact]
    public async Task It_survives_being_made_smaller_and_encoded_again_worse()
    {
        var (path, worse) = (_folder["film.mp4"], _folder["worse.mp4"]);
        var plan = Film(1280, 720, 24, 25) with { Slate = s_plan };
        await new FilmRenderer(RenderOptions.Default).RenderAsync(plan, path, null, TestContext.Current.CancellationToken);
        Ffmpeg.Make($"-i {path} -vf scale=640:360 -c:v libx264 -preset veryfast -crf 40", worse);
        var read = FinishedFilm.Frames(worse, 640 * 360).Select(frame => FrameCodes.Read(frame, 640, 360)).ToList();
        read.ShouldBe(Enumerable.Range(0, 49).Select(at => ((int, int)?)(at, at < 24 ? 1 : 2)));
    }

    [Fact]
    public async Task An_edited_film_has_it_too()
    {
        var (given, path) = (_folder["given.mp4"], _folder["film.mp4"]);
        using var sandbox = new Sandbox(new PatientTime(), 2);
        Ffmpeg.Make("-f lavfi -i testsrc2=s=640x360:r=24:d=3.125 -pix_fmt yuv420p", given);
        var facts = await new FilmProbe(sandbox).ReadAsync(given, TestContext.Current.CancellationToken);
        foreach (Edit[] edits in new Edit[][] { [], [new GradeEdit(Grade.BlackWhite)] })
        {
            await new FilmEditor(RenderOptions.Default, sandbox).EditAsync(
                new EditPlan(640, 360, 75, edits) { Slate = s_plan }, new SourceFilm(given, facts, false), new EditMaterial(), new FilmFiles(path), null, TestContext.Current.CancellationToken);
            FinishedFilm.Frames(path, 640 * 360).Select(frame => FrameCodes.Read(frame, 640, 360)).ShouldBe(Enumerable.Range(0, 75).Select(at => ((int, int)?)(at, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_keeps_to_a_strip_along_the_top(int width, int height)
    {
        var slate = new Slate(s_plan, width, height, [48, 73]);
        var frame = new I420Frame(width, height);
        frame.Bytes.AsSpan().Fill(77);
        slate.Burn(60, frame);
        var strip = slate.Height * width;
        frame.Bytes.AsSpan(0, strip).Contains((byte)77).ShouldBeFalse();
        frame.Bytes.AsSpan(strip, frame.UStart - strip).IndexOfAnyExcept((byte)77).ShouldBe(-1);
        frame.Bytes.AsSpan(frame.UStart + strip / 4, frame.UStart / 4 - strip / 4).IndexOfAnyExcept((byte)77).ShouldBe(-1);
        frame.Bytes.AsSpan(frame.VStart + strip / 4).IndexOfAnyExcept((byte)77).ShouldBe(-1);
        if (Math.Min(width, height) >= 720)
            slate.Height.ShouldBeLessThan(height * 14 / 100);
    }

    [Fact]
    public void A_plan_without_one_is_drawn_as_ever_and_one_with_it_differs_in_the_strip_alone()
    {
        var renderer = new FilmRenderer(RenderOptions.Default);
        var plain = Film(320, 180, 24);
        using var clean = renderer.RenderFrame(plain, 5);
        using var slated = renderer.RenderFrame(plain with { Slate = s_plan }, 5);
        var strip = new Slate(s_plan, 320, 180, [24]).Height * clean.RowBytes;
        slated.GetPixelSpan()[strip..].SequenceEqual(clean.GetPixelSpan()[strip..]).ShouldBeTrue();
        slated.GetPixelSpan()[..strip].SequenceEqual(clean.GetPixelSpan()[..strip]).ShouldBeFalse();
    }

    [Fact]
    public void Its_check_sum_is_a_known_one()
    {
        FrameCode.Sum("123456789"u8).ShouldBe((byte)0xFB, "what catalogues give for this polynomial and beginning");
        FrameCode.Of(48, 2).ShouldBe(0xA6_0030_02_00_59UL | ((ulong)FrameCode.Sum([0, 48, 2]) << 8));
    }

    [Fact]
    public void A_wrong_bit_anywhere_is_seen()
    {
        var frame = new I420Frame(960, 540);
        new Slate(s_plan, 960, 540, [500]).Burn(311, frame);
        FrameCodes.Read(frame.Bytes, 960, 540).ShouldBe((311, 1));
        for (var cell = 0; cell < 48; cell++)
        {
            var spoiled = frame.Bytes.AsSpan().ToArray();
            for (var at = 0; at < 12 * 960; at++)
            {
                if (at % 960 / 20 == cell)
                    spoiled[at] = (byte)(251 - spoiled[at]);
            }

            FrameCodes.Read(spoiled, 960, 540).ShouldBeNull();
        }
    }

    private static FilmPlan Film(int width, int height, params int[] frames)
    {
        Place[] places = [Place.Sea, Place.City, Place.Forest];
        return new FilmPlan(width, height, [.. frames.Select((count, at) => RealShots.Of(places[at], count))]);
    }

    [Fact]
    public void All_that_it_says_has_letters() => SlateLetters.Know(
        "SHOT 12/34  00:56:07:89  FRAME 120/361 std pro 4k 1280x720 text-to-video, first-and-end-frame, multi-shot intelligence image_1:first element_2 video_1:feature").ShouldBeTrue();
}
