using System.Net;
using System.Net.Sockets;
using System.Text;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>How many questions a second it answers: it must not be what limits a test of a client.</summary>
public sealed class FakeSpeedTests
{
    private const int Lines = 4, AtOnce = 50;

    [Fact]
    public async Task It_answers_questions_faster_than_anybody_asks()
    {
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.FromHours(1), Tiny = true });
        var id = await rig.MadeAsync("r-1");
        var rounds = Checkout.Count(60, 1000);
        await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => AskAsync(rig, id, rounds / 4)));
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => AskAsync(rig, id, rounds)));
        var took = TimeProvider.System.GetElapsedTime(began);
        var asked = Lines * AtOnce * rounds;
        Console.WriteLine($"fake upstream: {asked / took.TotalSeconds:0} questions/s ({asked} over {Lines} lines, {AtOnce} under way on each, {took.TotalSeconds:0.00} s)");
        (asked / took.TotalSeconds).ShouldBeGreaterThan(2000);
        rig.Upstream.Stats().Polls.ShouldBe(asked + Lines * AtOnce * (rounds / 4) + 2 * Lines);
    }

    /// <summary>Asks many times over one line without waiting in between, and counts the answers.</summary>
    private static async Task AskAsync(FakeRig rig, string id, int rounds)
    {
        var url = new Uri(rig.Upstream.Url);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, url.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var one = $"GET {FakeRig.Path}/{id} HTTP/1.1\r\nHost: {url.Authority}\r\nAuthorization: Bearer {rig.Upstream.Options.ApiKey}\r\n\r\n";
        var length = await OneAsync(stream, Encoding.ASCII.GetBytes(one));
        var request = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(one, AtOnce)));
        var buffer = new byte[length * AtOnce];
        for (var round = 0; round < rounds; round++)
        {
            await stream.WriteAsync(request, TestContext.Current.CancellationToken);
            await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
            buffer.AsSpan(length * (AtOnce - 1), 12).SequenceEqual("HTTP/1.1 200"u8).ShouldBeTrue();
        }
    }

    /// <summary>Asks once: bytes of an answer. All are as long.</summary>
    private static async Task<int> OneAsync(NetworkStream stream, byte[] request)
    {
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!(answer.ToString() is var text && text.Contains("\r\n\r\n", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal)))
            answer.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)));
        return answer.Length;
    }
}
