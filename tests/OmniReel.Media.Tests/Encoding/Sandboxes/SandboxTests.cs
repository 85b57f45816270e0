using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding.Sandboxes;

/// <summary>What a program in the sandbox can and cannot do: small programs of the system stand in for ffmpeg.</summary>
public sealed class SandboxTests : IDisposable
{
    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(20), 1 << 20, SandboxCaps.DefaultMemory);

    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox").FullName;
    private readonly Sandbox _sandbox = new(TimeProvider.System, 4);
    private readonly string _input;

    public SandboxTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap and prlimit are Linux's");
        _input = Path.Combine(_folder, "in");
        File.WriteAllText(_input, "the input");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task This_machine_says_which_level_it_allows()
    {
        var report = await _sandbox.ReportAsync();
        Console.WriteLine($"sandbox: {report.Level}, {report.Lack} {report.Detail}");
        report.Level.ShouldNotBe(SandboxLevel.WhitelistsOnly);
    }

    [Fact]
    public async Task The_input_can_be_read()
    {
        var outcome = await RunAsync("cat", name => [name]);
        (outcome.End, System.Text.Encoding.UTF8.GetString(outcome.Output)).ShouldBe((SandboxEnd.Done, "the input"));
    }

    [Fact]
    public async Task Nothing_else_of_the_machine_is_there()
    {
        await FullAsync();
        var sibling = Path.Combine(_folder, "sibling");
        await File.WriteAllTextAsync(sibling, "another tenant's", Stop);
        foreach (var path in new[] { sibling, "/etc/passwd", "/etc/hostname", "/proc/self/environ", "/bin/sh", "/usr/bin/cat", "/tmp", "/home", "/root", "/dev/mem" })
            (await RunAsync("cat", _ => [path])).ShouldSatisfyAllConditions(o => o.End.ShouldBe(SandboxEnd.Refused), o => o.Errors.ShouldContain("No such file"));
        var root = await RunAsync("ls", _ => ["/", "/usr", "/etc"]);
        Lines(root).ShouldBeSubsetOf(["/:", "/usr:", "/etc:", "", "etc", "input", "lib", "lib32", "lib64", "program", "usr", "local", "alternatives", "ld.so.cache"]);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        await FullAsync();
        foreach (var path in new[] { "/new", "/usr/lib/new", "/input" })
            (await RunAsync("cp", name => [name == path ? "/program" : name, path])).End.ShouldBe(SandboxEnd.Refused, path);
        (await File.ReadAllTextAsync(_input, Stop)).ShouldBe("the input");
    }

    [Fact]
    public async Task No_variable_of_ours_gets_in()
    {
        Environment.SetEnvironmentVariable("OMNIREEL_TEST_SECRET", "canary");
        var outcome = await RunAsync("env", _ => []);
        outcome.End.ShouldBe(SandboxEnd.Done);
        Lines(outcome).Where(line => !line.StartsWith("PWD=", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_no_network()
    {
        await FullAsync();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await File.WriteAllTextAsync(
            _input, $"use Socket; socket(my $s, PF_INET, SOCK_STREAM, 0); print connect($s, pack_sockaddr_in({port}, inet_aton('127.0.0.1'))) ? 'connected' : \"alone: $!\"", Stop);
        var outcome = await RunAsync("perl", name => [name]);
        Assert.SkipWhen(outcome.End != SandboxEnd.Done, "perl does not run in the sandbox here");
        Lines(outcome)[0].ShouldStartWith("alone: ");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_hangs_is_killed_at_its_deadline()
    {
        var start = Stopwatch.GetTimestamp();
        (await RunAsync("sleep", _ => ["600"], s_caps with { Time = TimeSpan.FromSeconds(0.3) })).End.ShouldBe(SandboxEnd.TooLong);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(60), "it would have slept for ten minutes");
    }

    [Fact]
    public async Task One_that_says_too_much_is_killed() =>
        (await RunAsync("yes", _ => [])).ShouldSatisfyAllConditions(o => o.End.ShouldBe(SandboxEnd.TooMuch), o => o.Output.Length.ShouldBeLessThanOrEqualTo(1 << 20));

    [Fact]
    public async Task What_goes_into_a_stream_is_not_kept_and_is_cut_at_the_cap()
    {
        using var into = new Pieces();
        var outcome = await _sandbox.RunIntoAsync("yes", _input, _ => [], into, s_caps, Stop);
        (outcome.End, outcome.Output.Length).ShouldBe((SandboxEnd.TooMuch, 0));
        into.Length.ShouldBeInRange(1, s_caps.Output);
        into.Largest.ShouldBeLessThanOrEqualTo(64 << 10);

        using var full = new Pieces { IsFull = true };
        await Should.ThrowAsync<IOException>(_sandbox.RunIntoAsync("yes", _input, _ => [], full, s_caps, Stop));
    }

    [Fact]
    public async Task What_takes_its_time_keeps_no_short_run_waiting()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task[] slow = [.. Enumerable.Range(0, 8).Select(_ => _sandbox.RunIntoAsync("sleep", _input, _ => [new Given(["600"])], Stream.Null, s_caps with { Time = TimeSpan.FromSeconds(600) }, cancel.Token))];
        (await RunAsync("cat", name => [name])).End.ShouldBe(SandboxEnd.Done);
        slow.ShouldAllBe(run => !run.IsCompleted);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(slow));
    }

    [Fact]
    public async Task One_that_complains_without_end_is_read_and_its_words_are_capped()
    {
        var many = Enumerable.Range(0, 3000).Select(i => $"/{new string('x', 50)}{i}\e[31m");
        var outcome = await RunAsync("cat", _ => many);
        outcome.End.ShouldBe(SandboxEnd.Refused);
        outcome.Errors.Length.ShouldBeLessThanOrEqualTo(SandboxCaps.Errors);
        outcome.Errors.ShouldNotContain('\e');
    }

    [Fact]
    public async Task One_that_fills_more_memory_than_it_may_is_refused() =>
        (await RunAsync("dd", name => [$"if={name}", "bs=200M"], s_caps with { Memory = 64 << 20 })).End.ShouldBe(SandboxEnd.Refused);

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var mark = $"600.{Environment.ProcessId}{Random()}";
        var run = _sandbox.RunAsync("sleep", _input, _ => [new Given([mark])], s_caps, cancel.Token);
        (await Eventually(() => Running(mark))).ShouldBeTrue();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        (await Eventually(() => !Running(mark))).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_bubblewrap_the_limits_stay_and_the_report_says_so()
    {
        using var bare = new Sandbox(TimeProvider.System, 1, "no-such-bwrap", "prlimit", "setpriv");
        (await bare.ReportAsync()).ShouldBe(new SandboxReport(SandboxLevel.LimitsOnly, SandboxLack.Bubblewrap));
        var outcome = await bare.RunAsync("cat", _input, name => [new Given([name])], s_caps, Stop);
        System.Text.Encoding.UTF8.GetString(outcome.Output).ShouldBe("the input");
        (await bare.RunAsync("sleep", _input, _ => [new Given(["600"])], s_caps with { Time = TimeSpan.FromSeconds(0.2) }, Stop)).End.ShouldBe(SandboxEnd.TooLong);
        (await bare.RunAsync("env", _input, _ => [], s_caps, Stop)).Output.ShouldBeEmpty();
        (await bare.RunAsync("dd", _input, _ => [new Given([$"if={_input}", $"of={_folder}/out"])], s_caps, Stop)).End.ShouldNotBe(SandboxEnd.Done);
    }

    [Fact]
    public async Task Without_setpriv_the_report_says_that_a_decoder_may_outlive_the_server()
    {
        using var bare = new Sandbox(TimeProvider.System, 1, "no-such-bwrap", "prlimit", "no-such-setpriv");
        (await bare.ReportAsync()).ShouldBe(new SandboxReport(SandboxLevel.LimitsOnly, SandboxLack.Bubblewrap) { MayOutlive = true });
    }

    [Fact]
    public async Task A_bubblewrap_that_may_not_work_is_reported_with_its_own_words()
    {
        var broken = Path.Combine(_folder, "bwrap");
        ScriptFile.Write(broken, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        using var bare = new Sandbox(TimeProvider.System, 1, broken, "prlimit", "setpriv");
        (await bare.ReportAsync()).ShouldBe(new SandboxReport(SandboxLevel.LimitsOnly, SandboxLack.Namespaces, "bwrap: No permissions to create new namespace"));
    }

    [Fact]
    public async Task A_trial_that_failed_is_made_again_after_a_while_and_one_for_want_of_a_program_is_not()
    {
        var time = new FakeTimeProvider();
        var bwrap = Path.Combine(_folder, "bwrap");
        Write("echo 'bwrap: Resource temporarily unavailable' >&2; exit 1");
        using var sandbox = new Sandbox(time, 1, bwrap, "prlimit", "setpriv");
        using var bare = new Sandbox(time, 1, "no-such-bwrap", "prlimit", "setpriv");
        var lacking = bare.ReportAsync();
        await lacking;
        (await sandbox.ReportAsync()).ShouldBe(new SandboxReport(SandboxLevel.LimitsOnly, SandboxLack.Namespaces, "bwrap: Resource temporarily unavailable"));
        Write("exit 0");
        (await sandbox.ReportAsync()).Level.ShouldBe(SandboxLevel.LimitsOnly, "what was found is believed for a while");
        time.Advance(Sandbox.TryAgainAfter);
        (await sandbox.ReportAsync()).Level.ShouldBe(SandboxLevel.Full);
        bare.ReportAsync().ShouldBeSameAs(lacking);

        void Write(string script) => ScriptFile.Write(bwrap, $"#!/bin/sh\n{script}\n");
    }

    [Fact]
    public async Task One_that_had_little_of_a_processor_until_its_deadline_is_called_starved()
    {
        (await RunAsync("sleep", _ => ["600"], s_caps with { Time = TimeSpan.FromSeconds(0.5) })).ShouldSatisfyAllConditions(
            o => o.End.ShouldBe(SandboxEnd.TooLong), o => o.IsStarved.ShouldBeTrue());

        (await RunAsync("cat", name => [name])).IsStarved.ShouldBeFalse();
    }

    [Fact]
    public async Task The_processor_time_of_a_family_is_what_its_members_have_had()
    {
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "dd if=/dev/zero of=/dev/null bs=1M & sleep 600 & wait"]) { RedirectStandardError = true })!;
        try
        {
            (await Eventually(() => ProcessorTime.OfFamily(parent.Id) > TimeSpan.FromSeconds(0.3))).ShouldBeTrue("its child works");
        }
        finally
        {
            parent.Kill(entireProcessTree: true);
        }

        await parent.WaitForExitAsync(Stop);
        ProcessorTime.OfFamily(parent.Id).ShouldBeNull();
    }

    [Fact]
    public async Task A_sandbox_that_fails_later_is_no_fault_of_the_input()
    {
        await FullAsync();
        await Should.ThrowAsync<SandboxException>(_sandbox.RunAsync("cat", "/no/such/input", _ => [], s_caps, Stop));
    }

    [Fact]
    public async Task A_program_that_is_missing_is_said_to_be_missing() =>
        (await Should.ThrowAsync<FfmpegException>(_sandbox.RunAsync("no-such-ffprobe", _input, _ => [], s_caps, Stop))).IsMissing.ShouldBeTrue();

    [Fact]
    public async Task Many_at_once_take_turns()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RunAsync("cat", name => [name])));
        outcomes.ShouldAllBe(outcome => outcome.End == SandboxEnd.Done);
    }

    private Task<SandboxOutcome> RunAsync(string program, Func<string, IEnumerable<string>> words, SandboxCaps? caps = null) =>
        _sandbox.RunAsync(program, _input, name => [new Given([.. words(name)])], caps ?? s_caps, Stop);

    private async Task FullAsync() => Assert.SkipWhen((await _sandbox.ReportAsync()).Level != SandboxLevel.Full, "bubblewrap does not run here");

    private static string[] Lines(SandboxOutcome outcome) => System.Text.Encoding.UTF8.GetString(outcome.Output).TrimEnd('\n').Split('\n');

    private static long Random() => Stopwatch.GetTimestamp();

    private static bool Running(string mark) => Directory.EnumerateFiles("/proc", "cmdline", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true })
        .Any(file =>
        {
            try
            {
                return File.ReadAllText(file).Contains(mark, StringComparison.Ordinal);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        });

    private static async Task<bool> Eventually(Func<bool> isSo)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60); await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop))
        {
            if (isSo())
                return true;
        }

        return false;
    }

    private sealed record Given(string[] All) : FfmpegArgument
    {
        public override IEnumerable<string> Words => All;
    }

    /// <summary>Counts what it is given.</summary>
    private sealed class Pieces : Stream
    {
        private long _length;

        public bool IsFull { get; init; }

        public int Largest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (IsFull)
                throw new IOException("full");
            (_length, Largest) = (_length + count, Math.Max(Largest, count));
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
