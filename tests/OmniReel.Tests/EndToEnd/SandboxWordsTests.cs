namespace OmniReel.Tests.EndToEnd;

/// <summary>Where decoders cannot be shut in, whoever runs the server reads so: in a line at start, and from doctor with a way out.</summary>
public sealed class SandboxWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "accept inputs from people you trust")]
    [InlineData(true, "Sandbox:Required is set, so every task with a picture or a video fails")]
    public async Task A_line_at_start_says_what_is_missing_and_what_follows(bool required, string consequence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap is Linux's");
        var variables = BarePath.WithoutBubblewrap(_folder);
        variables["OMNIREEL_Sandbox__Required"] = required ? "true" : "false";
        using var server = await ServeProcess.StartAsync(_folder["data"], variables);
        (await server.Program.SaysAsync("bubblewrap is not installed")).ShouldBeTrue(server.Program.Output);
        var line = server.Program.Output.Split('\n').First(l => l.Contains("bubblewrap is not installed", StringComparison.Ordinal));
        line.ShouldContain(consequence);
        line.ShouldContain("apt-get install bubblewrap");
    }

    [Theory]
    [InlineData("en_US.UTF-8", "bubblewrap is not installed")]
    [InlineData("zh_CN.UTF-8", "未安装 bubblewrap")]
    public async Task Doctor_finds_it_and_says_how_to_mend_it(string language, string found)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap is Linux's");
        var variables = BarePath.WithoutBubblewrap(_folder);
        (variables["LANG"], variables["LC_ALL"]) = (language, language);
        using var doctor = OmniReelProgram.Start(["doctor", "--data", _folder["data"], "--urls", "http://127.0.0.1:0"], variables);
        var said = await doctor.EndAsync();
        said.Code.ShouldBe(1);
        said.Output.ShouldContain(found);
        said.Output.ShouldContain("apt-get install bubblewrap");
    }
}
