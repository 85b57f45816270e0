using System.Net;
using System.Text.RegularExpressions;
using OmniReel.Tests.EndToEnd.Durability.Traces;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>
/// The disk fails under the server's writes, at one system call of its writer and at no other: strace answers it in the kernel's place. What
/// was acknowledged is there after the next start, and nobody was told of a task that the failed call should have made durable.
/// </summary>
public sealed partial class DiskFaultTests : IDisposable
{
    private const int Terminate = 15, Callers = 8, MostCreates = 20_000;

    /// <summary>Of the long form, for each kind of call, as <c>docs/reference/reliability.md</c> has them.</summary>
    internal const int LongInLog = 30, LongInFile = 5;

    // Beyond what the start writes, so that it is the writer that is hit.
    private const int First = 20;

    private readonly TempFolder _folder = new();
    private readonly StillLoad _load = new("fault", padding: 30_000);

    public void Dispose()
    {
        _load.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_error_ends_the_server_with_one_line_and_costs_nothing_that_was_acknowledged()
    {
        await Tracer.NeededAsync();
        await DatabaseFile.FillAsync(_folder["data"], 100, canceled: true);
        var (inLog, inFile) = (Checkout.Count(1, LongInLog), Checkout.Count(1, LongInFile));
        foreach (var call in (string[])["fsync", "pwrite64"])
        {
            for (var n = 0; n < inLog; n++)
                await FailInLogAsync(call, First + n);
            // Into the database file itself pages are copied now and then, by the same thread.
            for (var n = 0; n < inFile; n++)
                await EndAsync("-P", Database, "-e", $"inject={Names(call)}:error=EIO:when={(call == "fsync" ? 1 + n % 2 : 1 + 7 * n)}");
        }

        using (var server = await ServeProcess.StartAsync(_folder["data"], null, StillLoad.Reach))
        {
            await _load.CheckAsync(server);
            (await _load.CreateAsync(server)).ShouldBe(HttpStatusCode.OK);
            server.Program.Signal(Terminate);
            (await server.Program.EndAsync()).Code.ShouldBe(0);
        }

        DatabaseFile.Integrity(_folder["data"]).ShouldBe("ok");
        Console.WriteLine($"disk errors: {2 * inLog} at calls on the log and {2 * inFile} at calls on the file, each of another server, each ended it with one line and exit code 1; "
            + $"{_load.Sent} creates sent, {_load.Accepted.Count} accepted, 0 lost, 0 doubled, 0 answered early; integrity ok");
    }

    [Fact]
    public async Task A_log_that_finds_no_room_is_no_error_and_passes()
    {
        await Tracer.NeededAsync();
        await DatabaseFile.FillAsync(_folder["data"], 100, canceled: true);
        var trace = Tracer.Command(_folder["trace"], "-P", Log, "-e", "inject=pwrite64:error=ENOSPC:when=20..60");
        using (var server = await ServeProcess.StartUnderAsync(trace, _folder["data"], StillLoad.Reach))
        {
            await _load.SendAsync(server, Callers, 500);
            _load.Refused.Values.ShouldNotBeEmpty();
            _load.Refused.Values.ShouldAllBe(refusal => refusal.Status == HttpStatusCode.ServiceUnavailable && refusal.RetryAfter > TimeSpan.Zero);
            await _load.CheckAsync(server);
            Tracer.Signal(_folder["data"], Terminate);
            (await server.Program.EndAsync()).Code.ShouldBe(0, server.Program.Error);
        }

        DatabaseFile.Integrity(_folder["data"]).ShouldBe("ok");
        Console.WriteLine($"a log without room: {_load.Refused.Count} creates refused with 503 and Retry-After, none of them there; {_load.Accepted.Count} accepted before and after, 0 lost");
    }

    private string Database => DatabaseFile.PathIn(_folder["data"]);

    private string Log => Database + "-wal";

    private static string Names(string call) => call == "fsync" ? "fsync,fdatasync" : call;

    private async Task FailInLogAsync(string call, int when)
    {
        await EndAsync("-e", $"inject={Names(call)}:error=EIO:when={when}");
        var calls = Tracer.Read(_folder["trace"]);
        calls.First(one => one.IsInjected).Path.ShouldBe(Log, "it is the log that failed");
        DurabilityOrder.Check(calls, Log, Marks()).Violations.ShouldBeEmpty();
    }

    /// <summary>Starts a server that is going to meet the fault, and sends until it is gone.</summary>
    private async Task EndAsync(params string[] fault)
    {
        var what = string.Join(' ', fault);
        using var server = await ServeProcess.StartUnderAsync(Tracer.Command(_folder["trace"], fault), _folder["data"], StillLoad.Reach);
        var most = _load.Sent + MostCreates;
        await _load.SendAsync(server, Callers, () => _load.Sent >= most);
        _load.Sent.ShouldBeLessThan(most, $"it goes on after {what}");
        var ended = await server.Program.EndAsync();
        ended.Code.ShouldBe(1, what);
        var line = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem(what);
        line.ShouldStartWith("omnireel: the store failed, and the server stopped: SQLite ");
    }

    [GeneratedRegex(@"fault-\d{5}")]
    private static partial Regex Marks();
}
