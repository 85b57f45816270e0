namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>A server that died with a long queue is soon ready again.</summary>
public sealed class StartTests : IDisposable
{
    private const int Kill = 9;

    private readonly TempFolder _folder = new();

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2), s_patience = TimeSpan.FromMinutes(1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_ready_soon_after_a_kill_with_a_long_queue()
    {
        var waiting = Checkout.Count(2_000, CrashTests.LongFilled);
        await DatabaseFile.FillAsync(_folder["data"], waiting, canceled: false);
        var (empty, full) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var n = 0; n < Checkout.Count(2, 15); n++)
        {
            empty.Add(await StartAndKillAsync("empty"));
            full.Add(await StartAndKillAsync("data"));
        }

        Console.WriteLine($"start to ready with {waiting} tasks that wait, {full.Count} times, each after a kill: median {Median(full).TotalMilliseconds:0} ms, slowest {full.Max().TotalMilliseconds:0} ms; "
            + $"with an empty store: median {Median(empty).TotalMilliseconds:0} ms");
        // In the short form the machine may be busy with anything. In the long one it is too busy to tell where an empty store takes that long too.
        Median(full).ShouldBeLessThan(!Checkout.LongCounts ? s_patience : Median(empty) > s_limit / 2 ? 2 * Median(empty) : s_limit);
        DatabaseFile.Integrity(_folder["data"]).ShouldBe("ok");
    }

    /// <summary>From the start of the process to the first 200 of <c>/readyz</c>.</summary>
    private async Task<TimeSpan> StartAndKillAsync(string data)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var server = await ServeProcess.StartAsync(_folder[data]);
        (await server.Client.IsReadyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        var took = TimeProvider.System.GetElapsedTime(began);
        server.Program.Signal(Kill);
        await server.Program.EndAsync();
        return took;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
