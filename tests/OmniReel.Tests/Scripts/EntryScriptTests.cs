namespace OmniReel.Tests.Scripts;

/// <summary>The script that people type, from elsewhere, and what makes it build.</summary>
public sealed class EntryScriptTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_works_from_another_folder_and_ends_as_the_program_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        var script = Path.Combine(Checkout.Root, "omnireel");
        var version = await RunningProgram.RunAsync(script, ["version"], folder: _folder.Path);
        version.Code.ShouldBe(0, version.Error);
        version.Output.ShouldStartWith("omnireel ");
        (await RunningProgram.RunAsync(script, ["frobnicate"], folder: _folder.Path)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Sources_newer_than_the_stamp_make_it_stale_and_so_does_a_deleted_file()
    {
        Directory.CreateDirectory(_folder["src"]);
        _folder.Write("src/a.cs", "");
        (await StaleAsync()).ShouldBeTrue("there is no stamp yet");
        _folder.Write("stamp", "");
        Age(_folder["src", "a.cs"], _folder["src"]);
        (await StaleAsync()).ShouldBeFalse();

        File.SetLastWriteTimeUtc(_folder["src", "a.cs"], DateTime.UnixEpoch.AddYears(80));
        (await StaleAsync()).ShouldBeTrue("a source changed");

        Age(_folder["src", "a.cs"], _folder["src"]);
        (await StaleAsync()).ShouldBeFalse();
        File.SetLastWriteTimeUtc(_folder["src"], DateTime.UnixEpoch.AddYears(80));
        (await StaleAsync()).ShouldBeTrue("a folder changes when a file in it is deleted");
    }

    [Fact]
    public async Task Where_nothing_may_be_installed_it_says_what_to_install()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        // A PATH with nothing but what the script itself uses: no ffmpeg.
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "dirname", "id", "mkdir", "find", "flock", "dotnet"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        var said = await RunningProgram.RunAsync(Path.Combine(Checkout.Root, "omnireel"), ["generate", "x"],
            new Dictionary<string, string?> { ["PATH"] = _folder["bin"], ["OMNIREEL_NO_INSTALL"] = "1" });
        said.Code.ShouldBe(1);
        said.Error.ShouldContain("ffmpeg is missing");
        foreach (var way in (string[])["apt-get install", "dnf install", "brew install", "winget install"])
            said.Error.ShouldContain(way);
        said.Error.Split('\n').Count(line => line.Contains("install", StringComparison.Ordinal) && line.Contains("bubblewrap", StringComparison.Ordinal)).ShouldBe(2, said.Error);
        foreach (var manager in (string[])["apt-get", "dnf install --", "brew"])
            said.Error.Split('\n').ShouldContain(line => line.Contains($"{manager}", StringComparison.Ordinal) && line.Contains("espeak-ng", StringComparison.Ordinal), $"a film speaks with what {manager} has");
        said.Error.ShouldContain("rpmfusion", Case.Sensitive, "what Fedora itself has cannot encode");
        said.Error.ShouldNotContain("ffmpeg-free");
    }

    [Fact]
    public async Task What_could_not_be_installed_is_tried_again_after_a_day_and_ffmpeg_each_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "apt and bubblewrap");
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "mkdir", "find", "flock", "tail", "touch", "env"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        Program("id", "echo 0");
        Program("apt-get", $"echo \"$*\" >>'{_folder["asked"]}'; exit 100");
        Program("ffmpeg", "exit 0");
        Program("ffprobe", "exit 0");

        (await AsksAsync()).ShouldBe(2, "an install, and an update after which it would be tried again");
        (await AsksAsync()).ShouldBe(0);
        File.SetLastWriteTimeUtc(_folder["artifacts", "extras-tried.stamp"], DateTime.UnixEpoch.AddYears(40));
        (await AsksAsync()).ShouldBe(2);
        File.Delete(_folder["bin", "ffmpeg"]);
        (await AsksAsync()).ShouldBe(2);
        (await AsksAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task What_the_tests_could_do_without_is_asked_for_once_a_day_and_what_is_needed_each_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "mkdir", "find", "flock", "tail", "touch", "env"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        Program("id", "echo 0");
        Program("apt-get", $"echo \"$*\" >>'{_folder["asked"]}'; exit 100");
        const string browser = "has_tool a-browser a-package || echo without";

        (await AsksAsync(browser)).ShouldBe(2);
        (await AsksAsync(browser)).ShouldBe(0);
        (await SetupAsync(browser)).Output.Trim().ShouldBe("without");
        File.SetLastWriteTimeUtc(_folder["artifacts", "a-package-tried.stamp"], DateTime.UnixEpoch.AddYears(40));
        (await AsksAsync(browser)).ShouldBe(2);
        (await AsksAsync("require_tool a-linker a-package 'it links'")).ShouldBe(2, "nothing goes on without it");
    }

    [Fact]
    public async Task A_console_that_could_not_be_built_is_not_tried_again_until_a_source_changes_or_somebody_asks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "mkdir", "mv", "rm", "find", "flock", "tail", "touch", "grep", "sort", "head"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        Program("dotnet", $"echo \"$*\" >>'{_folder["asked"]}'; echo 'error: no registry'; exit 1");
        foreach (var source in (string[])["src/OmniReel.Console", "src/OmniReel.Client", "src/OmniReel.Contract"])
        {
            Directory.CreateDirectory(_folder[source]);
            Age(_folder[source]);
        }

        foreach (var source in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "src/OmniReel.Console/a.razor"])
            Age(_folder.Write(source, ""));
        Age(_folder["src/OmniReel.Console"]);
        const string build = "source \"$1/eng/console.sh\"; build_console || echo without";

        (await AsksAsync(build)).ShouldBe(1);
        var again = await SetupAsync(build);
        again.Output.Trim().ShouldBe("without");
        again.Error.ShouldContain("console.log");
        again.Error.ShouldContain("to try again:  rm '", Case.Sensitive);
        (await AsksAsync(build)).ShouldBe(0);
        (await AsksAsync(build.Replace("build_console", "build_console again", StringComparison.Ordinal))).ShouldBe(1, "somebody who publishes asks");
        (await AsksAsync(build)).ShouldBe(0);
        File.SetLastWriteTimeUtc(_folder["src/OmniReel.Console/a.razor"], DateTime.UnixEpoch.AddYears(80));
        (await AsksAsync(build)).ShouldBe(1, "a source has changed");

        // Once it can be built, nothing of the failure is left.
        Age(_folder["src/OmniReel.Console/a.razor"]);
        Program("dotnet", $"mkdir -p '{_folder["artifacts", "console.new", "wwwroot"]}'");
        (await SetupAsync(build.Replace("build_console", "build_console again", StringComparison.Ordinal))).Output.ShouldBe("");
        File.Exists(_folder["artifacts", "console-failed.stamp"]).ShouldBeFalse();
        Directory.Exists(_folder["artifacts", "console", "wwwroot"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Packages_that_cannot_be_had_are_said_and_end_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "mkdir", "flock", "tail", "touch", "rm"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        Program("node", "exit 0");
        Program("npm", $"mkdir -p '{_folder["interop", "half"]}'; echo 'no registry' >&2; exit 1");
        Directory.CreateDirectory(_folder["interop"]);
        var said = await SetupAsync($"fetch_packages '{_folder["interop"]}'; echo went on");
        (said.Code, said.Output.Trim()).ShouldBe((0, "went on"), said.Error);
        said.Error.ShouldContain("no registry");
        said.Error.ShouldContain("skipped");
        Directory.Exists(_folder["interop", "node_modules"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--server", "http://127.0.0.1:9")]
    [InlineData("--server=http://127.0.0.1:9")]
    public async Task A_film_that_is_made_elsewhere_needs_no_ffmpeg_here(params string[] elsewhere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        Directory.CreateDirectory(_folder["bin"]);
        foreach (var tool in (string[])["bash", "dirname", "id", "mkdir", "mv", "find", "flock", "dotnet", "readlink"])
            File.CreateSymbolicLink(_folder["bin", tool], await WhereAsync(tool));
        var said = await RunningProgram.RunAsync(Path.Combine(Checkout.Root, "omnireel"), ["generate", "x", .. elsewhere],
            new Dictionary<string, string?> { ["PATH"] = _folder["bin"], ["OMNIREEL_NO_INSTALL"] = "1" });
        // It came as far as the server that is not there.
        said.Error.ShouldContain("127.0.0.1:9");
        said.Error.ShouldNotContain("ffmpeg is missing");
    }

    private static async Task<string> WhereAsync(string tool) =>
        (await RunningProgram.RunAsync("bash", ["-c", "readlink -f \"$(command -v \"$1\")\"", "-", tool])).Output.Trim();

    /// <summary>How often a program that counts is asked for something.</summary>
    private async Task<int> AsksAsync(string commands = "require_media")
    {
        File.Delete(_folder["asked"]);
        await SetupAsync(commands);
        return File.Exists(_folder["asked"]) ? (await File.ReadAllLinesAsync(_folder["asked"], TestContext.Current.CancellationToken)).Length : 0;
    }

    private Task<Ended> SetupAsync(string commands) => RunningProgram.RunAsync(
        _folder["bin", "bash"], ["-c", "set -euo pipefail; ROOT=\"$2\"; source \"$1/eng/setup.sh\"; " + commands, "-", Checkout.Root, _folder.Path],
        new Dictionary<string, string?> { ["PATH"] = _folder["bin"], ["OMNIREEL_NO_INSTALL"] = null });

    /// <summary>A small script that stands in for a program.</summary>
    private void Program(string name, string does)
    {
        Directory.CreateDirectory(_folder["bin"]);
        ScriptFile.Write(_folder["bin", name], $"#!{_folder["bin", "bash"]}\n{does}\n");
    }

    private static void Age(params string[] paths)
    {
        foreach (var path in paths)
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(40));
    }

    private async Task<bool> StaleAsync()
    {
        var said = await RunningProgram.RunAsync("bash", ["-c", "source \"$1/eng/setup.sh\" && stale \"$2/stamp\" \"$2/src\" && echo stale || echo fresh", "-", Checkout.Root, _folder.Path]);
        said.Error.ShouldBe("");
        return said.Output.Trim() == "stale";
    }
}
