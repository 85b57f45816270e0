using System.Net;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>A disk that fills up under load: creates are refused and reads go on, also through a kill and a start; once there is room, so do creates.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Kill = 9, Terminate = 15, Callers = 8, MostCreates = 50_000;

    /// <summary>Of the disk, as <c>docs/reference/reliability.md</c> has them.</summary>
    internal const int Megabytes = 32;

    private static readonly TimeSpan s_healing = TimeSpan.FromSeconds(10), s_again = TimeSpan.FromMilliseconds(100);

    private readonly TempFolder _folder = new();
    private readonly StillLoad _load = new("full");
    private int _reads;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => _folder["disk", "data"];

    public void Dispose()
    {
        _load.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_refuses_and_heals()
    {
        using var disk = await SmallDisk.MountAsync(_folder["disk"], Megabytes);
        using (var server = await StartAsync(disk))
        {
            await _load.SendAsync(server, Callers, 200);
            _load.Refused.ShouldBeEmpty();
            disk.Fill();
            await SendAndReadAsync(server, refusals: Checkout.Count(300, 3_000));
            server.Program.Signal(Kill);
            await server.Program.EndAsync();
        }

        using (var server = await StartAsync(disk))
        {
            await SendAndReadAsync(server, refusals: _load.Refused.Count + Checkout.Count(300, 3_000));
            var refused = _load.Refused.Count;
            disk.Empty();
            var emptied = TimeProvider.System.GetTimestamp();
            while (await _load.CreateAsync(server) != HttpStatusCode.OK)
            {
                TimeProvider.System.GetElapsedTime(emptied).ShouldBeLessThan(s_healing);
                await Task.Delay(s_again, TimeProvider.System, Cancellation);
            }

            var healed = TimeProvider.System.GetElapsedTime(emptied);
            var before = _load.Refused.Count;
            await _load.SendAsync(server, Callers, 200);
            _load.Refused.Count.ShouldBe(before, "it stays healed");
            // The work on tasks goes on too.
            await server.Client.WaitAsync(_load.Accepted.MaxBy(one => one.Key, StringComparer.Ordinal).Value, null, Cancellation);
            await _load.CheckAsync(server);
            server.Program.Signal(Terminate);
            (await server.Program.EndAsync()).Code.ShouldBe(0, server.Program.Error);
            Console.WriteLine($"full disk: {refused} creates refused with 503 and Retry-After, {_reads} reads meanwhile, all 200, through a kill and a start; "
                + $"creates again {healed.TotalMilliseconds:0} ms after there was room; {_load.Accepted.Count} accepted, 0 lost, 0 doubled, none of the refused there");
        }

        disk.Copy("data", _folder["copy"]);
        DatabaseFile.Integrity(_folder["copy"]).ShouldBe("ok");
    }

    private Task<ServeProcess> StartAsync(SmallDisk disk) => ServeProcess.StartUnderAsync(disk.Command, Data, StillLoad.Reach);

    /// <summary>Sends creates until so many were refused, and reads all the while.</summary>
    private async Task SendAndReadAsync(ServeProcess server, int refusals)
    {
        var known = _load.Accepted.Values.ToList();
        var sending = _load.SendAsync(server, Callers, () => _load.Refused.Count >= refusals || _load.Sent >= MostCreates);
        for (var n = 0; !sending.IsCompleted || n < known.Count; n++)
        {
            (await server.Client.GetAsync(known[n % known.Count], Cancellation)).TaskId.ShouldBe(known[n % known.Count]);
            _reads++;
        }

        await sending;
        _load.Refused.Count.ShouldBeGreaterThanOrEqualTo(refusals);
        _load.Refused.Values.ShouldAllBe(refusal => refusal.Status == HttpStatusCode.ServiceUnavailable && refusal.RetryAfter > TimeSpan.Zero);
    }
}
