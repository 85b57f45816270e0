using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OmniReel.Benchmarks.Machines;

/// <summary>A server that we started and that ends with us.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, int port, TimeSpan firstAnswer) => (_process, Port, FirstAnswer) = (process, port, firstAnswer);

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>From the start of the process to its first 200.</summary>
    public TimeSpan FirstAnswer { get; }

    public string Url => $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Starts a program whose arguments name <c>{url}</c> or <c>{port}</c>, and asks <paramref name="path"/> until it answers 200.</summary>
    public static async Task<RunningServer> StartAsync(string program, string path, IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument.Replace("{url}", $"http://127.0.0.1:{port}", StringComparison.Ordinal).Replace("{port}", $"{port}", StringComparison.Ordinal));
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var said = new Queue<string>();
        process.OutputDataReceived += (_, line) => Remember(said, line.Data);
        process.ErrorDataReceived += (_, line) => Remember(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!Answers200(port, path))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(120))
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{program} did not come up: {string.Join(" / ", said)}");
            }

            Thread.Yield();
        }

        var took = Stopwatch.GetElapsedTime(began);
        await Task.Yield();
        return new RunningServer(process, port, took);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static void Remember(Queue<string> said, string? line)
    {
        if (line is null)
            return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 10)
                said.Dequeue();
        }
    }

    // A plain socket: an HttpClient would cost more at its first use than the server that is being timed.
    private static bool Answers200(int port, string path)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
            var answer = new byte[12];
            var read = socket.Receive(answer);
            return System.Text.Encoding.ASCII.GetString(answer, 0, read).EndsWith("200", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
