using System.Collections.Concurrent;
using System.Text;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Engines.Kling.Support;

/// <summary>A request that an upstream was sent.</summary>
internal sealed record Heard(string Method, string Path, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An upstream that answers each request as the test says, over raw sockets, and keeps what it was sent.</summary>
internal sealed class ScriptedApi : IAsyncDisposable
{
    private readonly ScriptedListener _listener;

    public ScriptedApi(Func<Heard, (int Status, string Json)> answer) => _listener = ScriptedListener.Raw(async (stream, head, cancellation) =>
    {
        var heard = await ReadAsync(stream, head, cancellation);
        All.Enqueue(heard);
        var (status, json) = answer(heard);
        await ScriptedListener.SendAsync(stream, $"{status} Said", "Content-Type: application/json\r\nConnection: close\r\n", Encoding.UTF8.GetBytes(json), cancellation);
    });

    public ConcurrentQueue<Heard> All { get; } = [];

    public IEnumerable<Heard> Posts => All.Where(heard => heard.Method == "POST");

    public string Url => _listener.Url;

    public int Connections => _listener.Connections;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    /// <summary>A connection to a host, with the path that the vendor has unless told otherwise.</summary>
    public static KlingConnection Connection(string url, string? prefix = "", KlingCredentials? credentials = null, bool known = true) => new()
    {
        Name = "kling",
        BaseUrl = new Uri(url),
        PathPrefix = prefix,
        Credentials = credentials ?? new KlingCredentials.Key("sk-secret-of-the-test"),
        Capabilities = new UpstreamCapabilities(known, known, known),
    };

    /// <summary>An upstream whose connections have the time that a crowded machine needs.</summary>
    public static KlingUpstream Upstream(KlingConnection connection, TimeProvider? time = null) => new(connection, time ?? TimeProvider.System, TimeSpan.FromMinutes(1));

    public static async Task<Heard> ReadAsync(Stream stream, string head, CancellationToken cancellation)
    {
        var first = head.Split("\r\n")[0].Split(' ');
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } told ? int.Parse(told["Content-Length:".Length..]) : 0;
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellation);
        return new Heard(first[0], first.Length > 1 ? first[1] : "", head, body);
    }
}
