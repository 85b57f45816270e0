namespace OmniReel.Tests.EndToEnd;

public sealed class GenerateTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_makes_a_film_that_plays_and_leaves_nothing_else()
    {
        using var program = Start("海边有一个人跳舞", "--duration", "3", "-o", _folder["dance.mp4"]);
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(0, ended.Error);
        ended.Output.ShouldContain("dance.mp4 (1280×720, 3.041 s, ");
        ended.Error.ShouldContain("%");
        ended.Error.ShouldNotContain("\u001b");
        (await Probe.ReadAsync(_folder["dance.mp4"])).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 73, HasSound: false));
        Left().ShouldBeEmpty();
        Directory.GetFiles(_folder.Path).ShouldBe([_folder["dance.mp4"]]);
    }

    [Fact]
    public async Task It_saves_a_poster_and_a_storyboard_and_takes_a_picture_of_this_machine()
    {
        var picture = _folder["grey.png"];
        await File.WriteAllBytesAsync(picture, PngFile.Of(400, 300, 8, PngFile.Grey, row => [.. Enumerable.Range(0, 400).Select(x => (byte)(x / 2 + row / 4))]), Cancellation);
        using var program = Start("A slow push in.", "--duration", "3", "--model", "kling-v3-omni", "--image", picture + ":first", "--watermark",
            "-o", _folder["boat.mp4"], "--poster", _folder["poster.jpg"], "--storyboard", _folder["board.png"]);
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(0, ended.Error);
        ended.Output.TrimEnd().Split('\n')[1..].ShouldBe([_folder["boat.watermark.mp4"], _folder["poster.jpg"], _folder["board.png"]]);
        (await Probe.ReadAsync(_folder["boat.mp4"])).Frames.ShouldBe(73);
        (await Probe.ReadAsync(_folder["boat.watermark.mp4"])).Frames.ShouldBe(73);
        (await File.ReadAllBytesAsync(_folder["poster.jpg"], Cancellation))[..2].ShouldBe([(byte)0xFF, (byte)0xD8]);
        (await File.ReadAllBytesAsync(_folder["board.png"], Cancellation))[1..4].ShouldBe("PNG"u8.ToArray());
        Left().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_video_of_this_machine_is_uploaded_here_and_elsewhere(bool elsewhere)
    {
        // Too short for any model: that it was looked at is said by the server that got it.
        Ffmpeg.Bytes("-f lavfi -i testsrc2=s=1280x720:r=24 -t 1 -pix_fmt yuv420p", _folder["short.mp4"]);
        using var server = elsewhere ? await ServeProcess.StartAsync(_folder["data"]) : null;
        string[] where = server is null ? [] : ["--server", server.Url, "--key", ServeProcess.Key];
        using var program = Start(["Turn <<<video_1>>> black and white.", "--video", _folder["short.mp4"] + ":base", "--keep-sound", "no", .. where]);
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(1, ended.Error);
        ended.Error.ShouldContain("video_list[0].video_url");
        ended.Error.ShouldContain("3");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_name_the_film_is_called_after_its_task_and_shots_add_up()
    {
        var shots = _folder.Write("shots.txt", "1 a beach at noon\n2 a forest at night\n");
        using var program = Start("--shots", shots, "--aspect-ratio", "1:1", "--sound", "on");
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(0, ended.Error);
        var film = Directory.GetFiles(_folder.Path, "omnireel-*.mp4").ShouldHaveSingleItem();
        (await Probe.ReadAsync(film)).ShouldBe(new Probe("h264", "yuv420p", 960, 960, "24/1", 73, HasSound: true));
    }

    [Fact]
    public async Task Ctrl_C_cancels_and_cleans_up()
    {
        var ended = await InterruptedAsync("a forest in the rain", "--duration", "15", "--mode", "pro", "-o", _folder["rain.mp4"]);
        ended.Code.ShouldBe(130, ended.Error);
        ended.Error.ShouldContain("canceled");
        Left().ShouldBeEmpty();
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_elsewhere_makes_it_and_learns_of_Ctrl_C()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        using (var program = Start("a meadow", "--duration", "3", "-o", _folder["meadow.mp4"], "--server", server.Url, "--key", ServeProcess.Key))
            (await program.EndAsync()).Code.ShouldBe(0, program.Error);
        (await Probe.ReadAsync(_folder["meadow.mp4"])).Frames.ShouldBe(73);

        (await InterruptedAsync("a meadow", "--duration", "15", "--mode", "pro", "--server", server.Url, "--key", ServeProcess.Key, "-o", _folder["long.mp4"])).Code.ShouldBe(130);
        var tasks = await server.Client.ListAsync(cancellation: Cancellation);
        tasks[0].OmniReel?.Status.ShouldBe("canceled");
        tasks.Skip(1).ShouldAllBe(task => task.OmniReel!.Status == "succeeded");
    }

    /// <summary>Interrupted while it was at work. Where the film was ready before the signal came, it is begun again.</summary>
    private async Task<Ended> InterruptedAsync(params string[] arguments)
    {
        for (var tries = 1; ; tries++)
        {
            using var program = Start(arguments);
            (await program.SaysAsync(" %")).ShouldBeTrue(program.Error);
            program.Signal(Interrupt);
            var ended = await program.EndAsync();
            if (ended.Code != 0 || tries == 3)
                return ended;
            foreach (var film in Directory.GetFiles(_folder.Path))
                File.Delete(film);
        }
    }

    [Fact]
    public async Task What_the_server_refuses_is_said_in_one_line()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        using (var wrongKey = Start("x", "--server", server.Url, "--key", "wrong-key-0123456789abcdef"))
        {
            var ended = await wrongKey.EndAsync();
            ended.Code.ShouldBe(2);
            ended.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("1002");
        }

        using var away = Start("x", "--server", "http://127.0.0.1:9");
        var gone = await away.EndAsync();
        gone.Code.ShouldBe(1);
        gone.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("omnireel: ");
    }

    [Fact]
    public async Task A_film_that_cannot_be_made_is_a_failure_that_says_why()
    {
        var picture = Convert.ToBase64String(PngFile.Of(200, 200, 8, PngFile.Grey, _ => new byte[200]));
        var request = _folder.Write("image.json", $$$"""{"prompt":"<<<image_1>>> sails","image_list":[{"image_url":"{{{picture}}}"}]}""");
        using var program = Start("--request", request);
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(1);
        ended.Error.TrimEnd().Split('\n')[^1].ShouldStartWith("omnireel: the film was not made: ");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_that_is_given_up_leaves_nothing_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process holds open is read from /proc");
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(OmniReel.Generate.Studio.HereAsync(null, new OmniReel.CommandLine.Speech(false), given.Token));
        Directory.GetFiles("/proc/self/fd").Select(open => new FileInfo(open).LinkTarget ?? "")
            .ShouldNotContain(target => target.Contains("/server.lock (deleted)", StringComparison.Ordinal));
    }

    private RunningProgram Start(params string[] arguments)
    {
        Directory.CreateDirectory(_folder["tmp"]);
        return OmniReelProgram.Start(["generate", .. arguments], new Dictionary<string, string?> { ["TMPDIR"] = _folder["tmp"], ["LC_ALL"] = "C.UTF-8" }, _folder.Path);
    }

    /// <summary>What a run left in the system's temporary folder.</summary>
    private string[] Left() => Directory.GetFileSystemEntries(_folder["tmp"], "omnireel-*");
}
