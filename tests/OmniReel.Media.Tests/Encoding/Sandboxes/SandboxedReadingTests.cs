using System.Diagnostics;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Tests.Encoding.Sandboxes;

/// <summary>Output that is read while the program works: small programs of the system stand in for ffmpeg.</summary>
public sealed class SandboxedReadingTests : IDisposable
{
    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(20), 0, SandboxCaps.DefaultMemory);

    private readonly string _input = Path.GetTempFileName();
    private readonly Sandbox _sandbox = new(TimeProvider.System, 2);

    public SandboxedReadingTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "bubblewrap and prlimit are Linux's");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sandbox.Dispose();
        File.Delete(_input);
    }

    [Fact]
    public async Task All_of_it_comes_in_order_and_the_end_is_told()
    {
        await File.WriteAllTextAsync(_input, "the input", Stop);
        using var stream = await OpenAsync("cat", name => [name]);
        var buffer = new byte[6];
        stream.Read(buffer).ShouldBe(6);
        System.Text.Encoding.ASCII.GetString(buffer).ShouldBe("the in");
        stream.Read(buffer).ShouldBe(3);
        stream.End().ShouldBe(SandboxEnd.Done);
    }

    [Fact]
    public async Task Without_end_no_more_is_said_than_is_read_and_disposing_ends_it()
    {
        var stream = await OpenAsync("yes", _ => []);
        var buffer = new byte[1 << 20];
        for (var i = 0; i < 20; i++)
            stream.Read(buffer).ShouldBe(buffer.Length);
        stream.Dispose();
        stream.Dispose();
    }

    [Fact]
    public async Task What_hangs_is_waited_for_so_long_and_our_own_time_does_not_count()
    {
        using var stream = await OpenAsync("sleep", _ => ["600"], s_caps with { Time = TimeSpan.FromSeconds(0.4) });
        await Task.Delay(TimeSpan.FromSeconds(0.6), TimeProvider.System, Stop);
        var begun = Stopwatch.GetTimestamp();
        stream.Read(new byte[1]).ShouldBe(0);
        Stopwatch.GetElapsedTime(begun).ShouldBeInRange(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(60));
        stream.End().ShouldBe(SandboxEnd.TooLong);
    }

    [Fact]
    public async Task One_that_fails_is_refused_and_a_broken_sandbox_is_no_fault_of_its()
    {
        using var refused = await OpenAsync("cat", _ => ["/no/such/file"]);
        refused.Read(new byte[1]).ShouldBe(0);
        refused.End().ShouldBe(SandboxEnd.Refused);
        Assert.SkipWhen((await _sandbox.ReportAsync()).Level != SandboxLevel.Full, "bubblewrap does not run here");
        using var broken = await _sandbox.OpenAsync("cat", "/no/such/input", _ => [], s_caps, Stop);
        broken.Read(new byte[1]).ShouldBe(0);
        Should.Throw<SandboxException>(() => broken.End());
    }

    [Fact]
    public async Task Disposing_ends_a_read_that_waits_and_frees_the_place()
    {
        for (var i = 0; i < 5; i++)
        {
            var stream = await OpenAsync("sleep", _ => ["600"]);
            var reading = Task.Run(() => stream.Read(new byte[1]), Stop);
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, Stop);
            stream.Dispose();
            (await reading).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_missing_program_is_said_to_be_missing_and_keeps_no_place()
    {
        for (var i = 0; i < 4; i++)
            (await Should.ThrowAsync<FfmpegException>(OpenAsync("no-such-ffmpeg", _ => []))).IsMissing.ShouldBeTrue();
    }

    private Task<SandboxedReading> OpenAsync(string program, Func<string, IEnumerable<string>> words, SandboxCaps? caps = null) =>
        _sandbox.OpenAsync(program, _input, name => [new Given([.. words(name)])], caps ?? s_caps, Stop);

    private sealed record Given(string[] All) : FfmpegArgument
    {
        public override IEnumerable<string> Words => All;
    }
}
