using OmniReel.CommandLine;
using OmniReel.Generate;

namespace OmniReel.Tests.Generate;

/// <summary>Asking whether a path can be written to changes nothing at it.</summary>
public sealed class OutputPathTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("an older film")]
    public void What_is_there_stays_as_it_is(string content)
    {
        var path = _folder.Write("film.mp4", content);
        Ask(path).ShouldBe(path);
        File.ReadAllText(path).ShouldBe(content);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void What_is_not_there_is_not_there_afterwards()
    {
        Ask(_folder["film.mp4"]).ShouldBe(_folder["film.mp4"]);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pipe_or_a_device_is_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "neither is there");
        (await RunningProgram.RunAsync("mkfifo", [_folder["pipe"]])).Code.ShouldBe(0);
        Refused(_folder["pipe"]).ShouldContain("pipe");
        File.CreateSymbolicLink(_folder["null"], "/dev/null");
        Refused(_folder["null"]).ShouldContain("device");
        Refused("/dev/null").ShouldContain("device");
        File.Exists("/dev/null").ShouldBeTrue();
        File.Exists(_folder["pipe"]).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_or_a_place_in_none_is_said()
    {
        Refused(_folder.Path).ShouldContain("is a folder");
        Refused(_folder["no", "film.mp4"]).ShouldContain("there is no folder");
    }

    private static string Ask(string path) => OutputPath.Writable("-o", path, new Speech(chinese: false));

    private static string Refused(string path) => Should.Throw<BadInputException>(() => Ask(path)).Message;
}
