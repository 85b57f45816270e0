using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Checking;

public sealed class TaskInputsTests : IDisposable
{
    private readonly InputRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Inputs_are_here_until_they_are_disposed_of_and_closed_to_others()
    {
        var done = new Shares();
        var prepared = await _room.PrepareAsync(InputRoom.Request((_room.Give("a", Png(800, 600)), ImageRole.FirstFrame), (_room.Give("b", Png(300, 750)), ImageRole.Reference)), default, done);
        prepared.Pictures.Select(p => (p.Field, p.Facts.Width, p.Facts.Height)).ShouldBe([("image_list[0].image_url", 800, 600), ("image_list[1].image_url", 300, 750)]);
        prepared.FirstFrame.ShouldBe(prepared.Pictures[0]);
        var folder = Directory.GetDirectories(_room.Root).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await prepared.DecodeAsync(prepared.Pictures[0], 80, 60, TestContext.Current.CancellationToken)).Length.ShouldBe(80 * 60 * 4);
        done.Last.ShouldBe(1);
        prepared.Dispose();
        Directory.GetDirectories(_room.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_inline_image_lies_in_the_body()
    {
        var picture = Convert.ToBase64String(Png(400, 400));
        var body = Encoding.UTF8.GetBytes($"{{\"x\":\"{picture}\"}}");
        var request = InputRoom.Request() with { Images = [new ImageInput(null, new InlineImage(6, picture.Length), ImageRole.FirstFrame)] };
        using var prepared = await _room.PrepareAsync(request, body);
        prepared.FirstFrame.ShouldNotBeNull().Facts.Width.ShouldBe(400);
    }

    [Fact]
    public async Task The_body_is_let_go_of_while_other_inputs_are_still_on_their_way()
    {
        var picture = Convert.ToBase64String(Png(400, 400));
        var body = new HeldBody(Encoding.UTF8.GetBytes($"{{\"x\":\"{picture}\"}}"));
        var request = InputRoom.Request((_room.Give("slow", Png(400, 400)), ImageRole.Reference));
        request = request with { Images = [new ImageInput(null, new InlineImage(6, picture.Length), ImageRole.FirstFrame), .. request.Images] };
        var arrives = new TaskCompletionSource();
        _room.Until = arrives.Task;
        var preparing = _room.Inputs.PrepareAsync("tenant", 0, request, body, null, TestContext.Current.CancellationToken);
        await Eventually.Async(() => Task.FromResult(IsLetGo(body)));
        preparing.IsCompleted.ShouldBeFalse();
        arrives.SetResult();
        using var prepared = await preparing;
        prepared.Pictures.Count.ShouldBe(2);
    }

    private static bool IsLetGo(HeldBody body)
    {
        try
        {
            return body.Bytes.IsEmpty;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    [Fact]
    public async Task Every_broken_rule_of_every_input_is_told_at_once_in_both_languages()
    {
        var request = InputRoom.Request(
            (_room.Give("small", Png(200, 200)), ImageRole.FirstFrame), (_room.Give("fine", Png(300, 300)), ImageRole.Reference),
            (_room.Give("thin", Png(1600, 250)), ImageRole.Reference), (_room.Give("text", Encoding.ASCII.GetBytes("root:x:0:0")), ImageRole.Reference));
        var refused = await Should.ThrowAsync<InputsRefusedException>(_room.PrepareAsync(request));
        refused.Broken.Select(b => (b.Field, b.Rule)).ShouldBe([
            ("image_list[0].image_url", "image_side"), ("image_list[2].image_url", "image_side"), ("image_list[2].image_url", "image_ratio"),
            ("image_list[3].image_url", InputRules.UnsupportedMedia)]);
        refused.In("en").Split('\n')[..3].ShouldBe([
            "image_list[0].image_url: each side is at least 300 px; the picture is 200 × 200.",
            "image_list[2].image_url: each side is at least 300 px; the picture is 1600 × 250.",
            "image_list[2].image_url: the ratio of its sides is from 1:2.5 to 2.5:1; the picture is 1600 × 250, which is 6.4:1."]);
        refused.In("zh").Split('\n')[0].ShouldBe("image_list[0].image_url：每边至少 300 像素；该图片为 200 × 200。");
    }

    [Theory]
    [InlineData(300, 300, "")]
    [InlineData(299, 300, "image_side")]
    [InlineData(750, 300, "")]
    [InlineData(300, 750, "")]
    [InlineData(753, 300, "image_ratio")]
    [InlineData(300, 753, "image_ratio")]
    [InlineData(16_384, 16_384, "image_pixels")]
    [InlineData(20_000, 10_000, "image_pixels")]
    public async Task The_limits_of_pictures(int width, int height, string rule)
    {
        // What breaks a rule by its header is not decoded: there is nothing behind it.
        var picture = rule.Length > 0 ? HeaderAlone(width, height) : PngFile.Of(width, height, 8, PngFile.Colour, _ => new byte[3 * width]);
        (await RulesAsync(InputRoom.Request((_room.Give("p", picture), ImageRole.Reference)))).ShouldBe(rule);
    }

    [Theory]
    [InlineData(ImageRole.Reference)]
    [InlineData(ImageRole.EndFrame)]
    public async Task A_picture_that_is_not_drawn_is_decoded_all_the_same(ImageRole role) =>
        (await RulesAsync(InputRoom.Request((_room.Give("p", HeaderAlone(400, 400)), role)))).ShouldBe(MediaRules.ImageReadable);

    private static byte[] HeaderAlone(int width, int height) =>
        new PngFile().Header((uint)width, (uint)height, 8, PngFile.Colour).Chunk("IDAT", new byte[1000]).End();

    [Theory]
    [InlineData("1280x720", 24, 3, VideoModel.V3Omni, "")]
    [InlineData("1280x720", 60, 10, VideoModel.VideoO1, "")]
    [InlineData("720x720", 30, 15, VideoModel.V3Omni, "")]
    [InlineData("1280x720", 24, 2, VideoModel.V3Omni, "video_length")]
    [InlineData("1280x720", 24, 11, VideoModel.VideoO1, "video_length")]
    [InlineData("1280x720", 24, 11, VideoModel.V3Omni, "")]
    [InlineData("1280x720", 24, 16, VideoModel.V3Omni, "video_length")]
    [InlineData("1280x718", 24, 3, VideoModel.V3Omni, "video_side")]
    [InlineData("2162x720", 24, 3, VideoModel.V3Omni, "video_side")]
    [InlineData("1280x720", 23, 3, VideoModel.V3Omni, "video_rate")]
    [InlineData("1280x720", 62, 3, VideoModel.V3Omni, "video_rate")]
    [InlineData("320x240", 10, 1, VideoModel.V3Omni, "video_length,video_side,video_rate")]
    public async Task The_limits_of_films(string size, int rate, int seconds, VideoModel model, string rules)
    {
        var film = Made($"-f lavfi -i color=s={size}:r={rate}:d={seconds} -c:v libx264 -preset ultrafast", "mp4");
        (await RulesAsync(InputRoom.Film(_room.Give("f", film), model))).ShouldBe(rules);
    }

    [Fact]
    public async Task A_film_that_our_own_server_made_is_as_long_as_its_seconds_say()
    {
        foreach (var (frames, model) in new[] { (241, VideoModel.VideoO1), (361, VideoModel.V3Omni) })
        {
            var film = Made($"-f lavfi -i color=s=1280x720:r=24 -frames:v {frames} -c:v libx264 -preset ultrafast", "mp4");
            (await RulesAsync(InputRoom.Film(_room.Give("f", film), model))).ShouldBe("");
        }
    }

    [Fact]
    public async Task Its_ntsc_cousin_is_in_too() =>
        (await RulesAsync(InputRoom.Film(_room.Give("f", Made("-f lavfi -i color=s=1280x720:r=24000/1001:d=3.1 -c:v libx264 -preset ultrafast", "mp4"))))).ShouldBe("");

    [Fact]
    public async Task Trouble_of_ours_is_no_fault_of_the_input()
    {
        _room.Trouble = new IOException("No space left on device");
        var request = InputRoom.Request((_room.Give("a", Png(400, 400)), ImageRole.FirstFrame));
        await Should.ThrowAsync<IOException>(_room.PrepareAsync(request));
        Directory.GetDirectories(_room.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_dead_process_left_is_deleted_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var left = Directory.CreateDirectory(folder.File(Guid.NewGuid().ToString("n"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "x"), "", TestContext.Current.CancellationToken);
        var own = Directory.CreateDirectory(folder.File("holiday")).FullName;
        _ = new InputFolders(Path.GetDirectoryName(left)!);
        Directory.Exists(left).ShouldBeFalse();
        Directory.Exists(own).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_the_sandbox_is_required_and_missing_no_input_is_opened()
    {
        using var room = new InputRoom(required: true, new Sandbox(TimeProvider.System, 1, "no-such-bwrap", "prlimit", "setpriv"));
        var request = InputRoom.Request((room.Give("a", Png(400, 400)), ImageRole.FirstFrame));
        var refused = await Should.ThrowAsync<InputsRefusedException>(room.PrepareAsync(request));
        refused.Broken.ShouldHaveSingleItem().Rule.ShouldBe("sandbox_required");
        refused.In("en").ShouldContain("omnireel doctor");
        refused.In("zh").ShouldContain("沙箱");
        using var none = await room.PrepareAsync(InputRoom.Request());
        none.Pictures.ShouldBeEmpty();
        using var lax = new InputRoom(required: false, new Sandbox(new PatientTime(), 1, "no-such-bwrap", "prlimit", "setpriv"));
        using var opened = await lax.PrepareAsync(InputRoom.Request((lax.Give("a", Png(400, 400)), ImageRole.FirstFrame)));
        (await opened.DecodeAsync(opened.Pictures[0], 40, 40, TestContext.Current.CancellationToken)).Length.ShouldBe(40 * 40 * 4);
    }

    [Fact]
    public void Rules_have_ids_of_their_own_and_a_line_in_each_language()
    {
        MediaRules.All.Select(rule => rule.Id).ShouldBeUnique();
        MediaRules.All.ShouldAllBe(rule => rule.En.EndsWith('.') && rule.Zh.EndsWith('。') && rule.Id.All(c => char.IsAsciiLetterLower(c) || c == '_'));
    }

    [Theory]
    [InlineData(SandboxLack.None, SandboxLevel.Full, false)]
    [InlineData(SandboxLack.Bubblewrap, SandboxLevel.LimitsOnly, true)]
    [InlineData(SandboxLack.Namespaces, SandboxLevel.LimitsOnly, true)]
    [InlineData(SandboxLack.Program, SandboxLevel.LimitsOnly, true)]
    [InlineData(SandboxLack.Prlimit, SandboxLevel.WhitelistsOnly, true)]
    [InlineData(SandboxLack.System, SandboxLevel.WhitelistsOnly, false)]
    public void The_operator_reads_what_is_lacking_and_how_to_mend_it(SandboxLack lack, SandboxLevel level, bool mend)
    {
        var words = SandboxWords.Of(new SandboxReport(level, lack, "its words"));
        words.English.ShouldNotContain("setpriv");
        SandboxWords.Of(new SandboxReport(level, lack, "its words") { MayOutlive = true }).English.ShouldContain("setpriv is not installed");
        words.English.ShouldNotBeEmpty();
        words.Chinese.ShouldContain(c => c > 255);
        (words.Mend is not null).ShouldBe(mend);
        words.English.Contains("trust", StringComparison.Ordinal).ShouldBe(level != SandboxLevel.Full);
    }

    private async Task<string> RulesAsync(VideoRequest request)
    {
        try
        {
            using var prepared = await _room.PrepareAsync(request);
            return "";
        }
        catch (InputsRefusedException refused)
        {
            return string.Join(',', refused.Broken.Select(b => b.Rule));
        }
    }

    private static byte[] Png(int width, int height) => PngFile.Of(width, height, 8, PngFile.Grey, y => [.. Enumerable.Repeat((byte)y, width)]);

    private static byte[] Made(string words, string extension)
    {
        using var folder = new TemporaryFolder();
        return Ffmpeg.Bytes(words, folder.File("made." + extension));
    }

    private sealed class Shares : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = Math.Max(Last, value);
    }
}
