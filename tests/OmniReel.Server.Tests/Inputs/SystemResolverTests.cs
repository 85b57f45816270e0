using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Tests.Inputs;

public sealed class SystemResolverTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_zone_that_is_silent_keeps_no_other_name_waiting()
    {
        var (silent, asked) = (new TaskCompletionSource<IPAddress[]>(), new ConcurrentQueue<string>());
        using var resolver = new SystemResolver(name =>
        {
            asked.Enqueue(name);
            return name.EndsWith(".dead.example", StringComparison.Ordinal) ? silent.Task : Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        using var leaving = new CancellationTokenSource();
        var stuck = Enumerable.Range(0, 500).Select(n => resolver.ResolveAsync($"h{n}.dead.example", leaving.Token)).ToList();

        (await resolver.ResolveAsync("films.alive.example", Stop)).ShouldBe([IPAddress.Loopback]);
        asked.Count(name => name.EndsWith(".dead.example", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(SystemResolver.MostOfZone);
        await leaving.CancelAsync();
        foreach (var one in stuck) (await Record.ExceptionAsync(() => one) is OperationCanceledException or SocketException).ShouldBeTrue();
        silent.SetResult([IPAddress.Loopback]);
        // Those who wait for the zone have still to hear it; until they have gone it takes nobody in.
        while (await Record.ExceptionAsync(() => resolver.ResolveAsync("again.dead.example", Stop)) is SocketException) await Task.Yield();
        (await resolver.ResolveAsync("again.dead.example", Stop)).ShouldBe([IPAddress.Loopback]);
    }

    [Theory]
    [InlineData("a.b.example.com", "example.com")]
    [InlineData("h1.evil.com.cn", "evil.com.cn")]
    [InlineData("films.good.co.uk", "good.co.uk")]
    [InlineData("com.cn", "com.cn")]
    [InlineData("x.com.cn", "x.com.cn")]
    [InlineData("a.b.io", "b.io")]
    [InlineData("localhost", "localhost")]
    public void A_zone_has_one_owner(string name, string zone) => Zones.Of(name).ShouldBe(zone);

    [Fact]
    public async Task One_owner_below_com_cn_keeps_no_other_waiting_and_many_silent_zones_no_one_who_answers()
    {
        var silent = new TaskCompletionSource<IPAddress[]>();
        using var resolver = new SystemResolver(name => name.Contains("dead", StringComparison.Ordinal) ? silent.Task : Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        using var leaving = new CancellationTokenSource();
        var stuck = Enumerable.Range(0, 8).Select(n => resolver.ResolveAsync($"h{n}.dead.com.cn", leaving.Token)).ToList();
        (await resolver.ResolveAsync("a.alive.com.cn", Stop)).ShouldBe([IPAddress.Loopback]);

        // As many silent zones as would take every call: who has answered lately is asked all the same.
        stuck.AddRange(Enumerable.Range(0, 4 * SystemResolver.MostOut).Select(n => resolver.ResolveAsync($"h{n}.dead{n % SystemResolver.MostOut}.example", leaving.Token)));
        (await resolver.ResolveAsync("b.alive.com.cn", Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBe([IPAddress.Loopback]);
        await leaving.CancelAsync();
        foreach (var one in stuck) (await Record.ExceptionAsync(() => one) is OperationCanceledException).ShouldBeTrue();
        silent.SetResult([IPAddress.Loopback]);
    }

    [Fact]
    public async Task Those_who_ask_for_one_name_at_once_share_one_call_and_later_ones_ask_again()
    {
        var (answer, calls) = (new TaskCompletionSource<IPAddress[]>(), 0);
        using var resolver = new SystemResolver(_ =>
        {
            Interlocked.Increment(ref calls);
            return answer.Task;
        });
        var all = Enumerable.Range(0, 20).Select(_ => resolver.ResolveAsync("a.example", Stop)).ToList();
        answer.SetResult([IPAddress.Loopback]);
        await Task.WhenAll(all);
        calls.ShouldBe(1);
        await resolver.ResolveAsync("a.example", Stop);
        calls.ShouldBe(2);
    }

    [Fact]
    public async Task The_system_s_own_calls_come_back_from_their_threads()
    {
        using var resolver = new SystemResolver();
        (await resolver.ResolveAsync("localhost", Stop)).ShouldContain(address => IPAddress.IsLoopback(address));
    }
}
