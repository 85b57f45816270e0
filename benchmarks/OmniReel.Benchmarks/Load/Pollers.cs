using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmniReel.Benchmarks.Load;

/// <summary>What many pollers saw.</summary>
internal sealed record PollResult(int Connected, long Answers, long Failures, double P50, double P99, double Longest);

/// <summary>Many clients, each with its own connection, each asking for a task at a steady interval, as clients of such an API do.</summary>
internal static class Pollers
{
    /// <param name="paths">Dealt out in turn: the poller of each number asks for its own first, and then for those that are left.</param>
    public static async Task<PollResult> RunAsync(int port, IReadOnlyList<string> paths, string key, int count, TimeSpan interval, TimeSpan length)
    {
        byte[] Request(int poller, int poll) =>
            Encoding.ASCII.GetBytes($"GET {paths[(int)((poller + ((long)poll * count)) % paths.Count)]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n\r\n");

        var sockets = new List<Socket>(count);
        try
        {
            foreach (var chunk in Enumerable.Range(0, count).Chunk(200))
                sockets.AddRange(await Task.WhenAll(chunk.Select(_ => ConnectAsync(port))));

            var began = Stopwatch.GetTimestamp();
            var results = await Task.WhenAll(sockets.Select((socket, i) => PollAsync(socket, poll => Request(i, poll), interval, interval * ((double)i / count), began, length)));
            var times = results.SelectMany(r => r.Times).ToArray();
            return new PollResult(sockets.Count, times.Length, results.Sum(r => r.Failures), Median.Percentile(times, 0.5), Median.Percentile(times, 0.99), times.Max());
        }
        finally
        {
            sockets.ForEach(s => s.Dispose());
        }
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    private static async Task<(List<double> Times, long Failures)> PollAsync(Socket socket, Func<int, byte[]> request, TimeSpan interval, TimeSpan offset, long began, TimeSpan length)
    {
        var times = new List<double>();
        var failures = 0L;
        var answer = new byte[4096];
        for (var next = offset; next < length; next += interval)
        {
            var wait = next - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, TimeProvider.System);
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request(times.Count));
            var ok = await ReadAnswerAsync(socket, answer);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            failures += ok ? 0 : 1;
        }

        return (times, failures);
    }

    // Answers carry their length and fit the buffer; anything else counts as a failure.
    private static async Task<bool> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (have < buffer.Length)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                return false;
            have += read;
            if (Total(buffer.AsSpan(0, have)) is { } total && have >= total)
                return buffer.AsSpan(0, have).StartsWith("HTTP/1.1 200"u8);
        }

        return false;
    }

    private static int? Total(ReadOnlySpan<byte> soFar)
    {
        var end = soFar.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = Encoding.ASCII.GetString(soFar[..end]);
        var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var line = head.AsSpan(at + 15);
        var stop = line.IndexOf('\r');
        return end + 4 + int.Parse(stop < 0 ? line : line[..stop], provider: null);
    }
}
