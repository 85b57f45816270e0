using OmniReel.CommandLine;
using OmniReel.Doctor;

namespace OmniReel.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Speech _english = new(chinese: false);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "ok     ", "mend it")]
    [InlineData(true, "正常", "解决办法")]
    public async Task Every_line_is_ok_or_a_problem_with_a_way_out(bool chinese, string ok, string mend)
    {
        var said = await OmniReelProgram.SayAsync(chinese, "doctor", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        var lines = said.Output.TrimEnd().Split('\n');
        lines.Count(l => l.StartsWith(ok, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(6, said.Output + said.Error);
        lines.Count(l => l.StartsWith(chinese ? "问题" : "problem", StringComparison.Ordinal)).ShouldBe(lines.Count(l => l.Contains(mend, StringComparison.Ordinal)));
        said.Code.ShouldBe(lines.Any(l => l.Contains(mend, StringComparison.Ordinal)) ? 1 : 0);
    }

    [Fact]
    public async Task A_program_that_does_not_answer_is_a_problem_and_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        var program = Script("#!/bin/bash\necho $$ >\"$0.id\"\nexec sleep 600\n");
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var looking = new FfmpegCheck(_english, time, program).LookAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(program + ".id") || !int.TryParse(await File.ReadAllTextAsync(program + ".id", TestContext.Current.CancellationToken), out _))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(9));
        looking.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        var finding = await looking;
        (finding.Ok, finding.Text).ShouldBe((false, "no answer within 10 s"));
        finding.Mend.ShouldNotBeNull();
        var id = int.Parse(await File.ReadAllTextAsync(program + ".id", TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        // Left alone it would live for ten minutes.
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); IsThere(id) && waited.Elapsed < TimeSpan.FromMinutes(1);)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        IsThere(id).ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_that_asks_its_input_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        var program = Script("#!/bin/bash\ncat\necho 'ffmpeg version 6.1'\necho ' V libx264 '\n");
        var look = new FfmpegCheck(_english, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(), program).LookAsync(TestContext.Current.CancellationToken);
        (await look.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken)).Text.ShouldBe("6.1 with libx264");
    }

    private static bool IsThere(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string Script(string text)
    {
        var path = _folder["ffmpeg"];
        ScriptFile.Write(path, text);
        return path;
    }

    [Fact]
    public async Task A_taken_port_is_a_problem()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        var finding = await new PortCheck(_english, [url], _folder.Path).LookAsync(TestContext.Current.CancellationToken);
        finding.Ok.ShouldBeFalse();
        finding.Text.ShouldContain(url);
        finding.Mend.ShouldNotBeNull().ShouldContain("--urls");
    }

    [Fact]
    public async Task A_port_that_the_folders_own_server_holds_is_none()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        (await new PortCheck(_english, [server.Url], _folder["data"]).LookAsync(TestContext.Current.CancellationToken)).Ok.ShouldBeTrue();
        (await new PortCheck(_english, [server.Url], _folder["other"]).LookAsync(TestContext.Current.CancellationToken)).Ok.ShouldBeFalse();
        (await new PortCheck(_english, ["http://films.example:80"], _folder["data"]).LookAsync(TestContext.Current.CancellationToken)).Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_others_can_read_is_a_problem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are POSIX");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        var finding = await new DataFolderCheck(_english, _folder.Path).LookAsync(TestContext.Current.CancellationToken);
        finding.Ok.ShouldBeFalse();
        finding.Mend.ShouldBe($"chmod 700 '{_folder.Path}'");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_fine_where_it_can_be_made()
    {
        var finding = await new DataFolderCheck(_english, _folder["a", "b"]).LookAsync(TestContext.Current.CancellationToken);
        finding.Ok.ShouldBeTrue(finding.Text);
        Directory.Exists(_folder["a"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_a_problem() =>
        (await new SocketCheck(_english, _folder[new string('x', 100)]).LookAsync(TestContext.Current.CancellationToken)).Ok.ShouldBeFalse();

    [Fact]
    public async Task A_clock_behind_the_store_is_a_problem()
    {
        var store = _folder.Write("omnireel.db", "");
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.SetLastWriteTimeUtc(store, new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        (await new ClockCheck(_english, time, _folder.Path).LookAsync(TestContext.Current.CancellationToken)).Ok.ShouldBeFalse();
    }
}
