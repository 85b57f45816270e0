using System.Text.RegularExpressions;
using OmniReel.Tests.EndToEnd.Durability.Traces;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>A create is answered with success only after its task is on the disk, as the kernel saw it; and this test would see it if not.</summary>
public sealed partial class DurableAnswerTests : IDisposable
{
    private const int Terminate = 15, Callers = 8;

    /// <summary>Of the long form, as <c>docs/reference/reliability.md</c> has them.</summary>
    internal const int LongCreates = 5_000;

    private readonly TempFolder _folder = new();
    private readonly StillLoad _load = new("durable");

    private static int Creates => Checkout.Count(100, LongCreates);

    public void Dispose()
    {
        _load.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_task_is_written_committed_and_synced_before_its_caller_is_told()
    {
        var (calls, order) = await TraceAsync();
        order.Violations.ShouldBeEmpty();
        order.Syncs.ShouldBeGreaterThan(0);
        Console.WriteLine($"durable before 200: {order.Answers} creates answered by {Callers} callers at once, {order.Frames} frames and {order.Syncs} syncs of the log; 0 answered before their sync had ended");

        // A file whose name is not on the disk is lost with it: the log's in the data folder, the data folder's in the one above.
        var firstFrame = calls.First(call => call.Path == Log && call.Name == "pwrite64");
        var firstAnswer = calls.First(call => call.Bytes.StartsWith("HTTP/1.1 2", StringComparison.Ordinal));
        calls.ShouldContain(call => IsSync(call, _folder["data"]) && call.Begin > firstFrame.Begin && call.End < firstAnswer.Begin, "the log's name is synced");
        calls.ShouldContain(call => IsSync(call, _folder.Path) && call.End < firstAnswer.Begin, "the data folder's name is synced");
    }

    [Fact]
    public async Task Syncs_that_are_not_done_are_seen()
    {
        var (_, order) = await TraceAsync("-e", "inject=fsync,fdatasync:retval=0");
        order.Syncs.ShouldBe(0);
        order.Violations.Count.ShouldBe(Creates);
        Console.WriteLine($"with every sync left out by strace: {order.Violations.Count} of {order.Answers} answers are seen to be early");
    }

    [Fact]
    public async Task Syncs_that_eatmydata_swallows_are_seen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "eatmydata is preloaded");
        Needed.Programs(("eatmydata", "eatmydata"));
        var (_, order) = await TraceAsync("-E", "LD_PRELOAD=libeatmydata.so");
        order.Syncs.ShouldBe(0);
        order.Violations.Count.ShouldBe(Creates);
        Console.WriteLine($"with every sync swallowed by eatmydata: {order.Violations.Count} of {order.Answers} answers are seen to be early");
    }

    private string Log => DatabaseFile.PathIn(_folder["data"]) + "-wal";

    private async Task<(IReadOnlyList<SystemCall> Calls, DurabilityOrder Order)> TraceAsync(params string[] more)
    {
        await Tracer.NeededAsync();
        using var server = await ServeProcess.StartUnderAsync(Tracer.Command(_folder["trace"], more), _folder["data"], StillLoad.Reach);
        await _load.SendAsync(server, Callers, Creates);
        Tracer.Signal(_folder["data"], Terminate);
        (await server.Program.EndAsync()).Code.ShouldBe(0, server.Program.Error);
        _load.Accepted.Count.ShouldBe(Creates);

        var calls = Tracer.Read(_folder["trace"]);
        var order = DurabilityOrder.Check(calls, Log, Marks());
        order.Answers.ShouldBe(Creates, "every answer is looked at");
        return (calls, order);
    }

    private static bool IsSync(SystemCall call, string path) => call is { Name: "fsync" or "fdatasync", Result: 0, IsInjected: false } && call.Path == path;

    [GeneratedRegex(@"durable-\d{5}")]
    private static partial Regex Marks();
}
