using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Server.Lab.FakeUpstream.Books;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>What came over a line, and whether it was closed in order or reset; a refusal to connect is a reset without a byte.</summary>
internal sealed record RawReply(byte[] Bytes, bool WasReset)
{
    public string Text => Encoding.Latin1.GetString(Bytes);

    public int Status => Bytes.Length > 12 ? int.Parse(Text[9..12], System.Globalization.CultureInfo.InvariantCulture) : 0;

    public string Body => Text.Contains("\r\n\r\n", StringComparison.Ordinal) ? Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..] : "";

    public int Promised => int.Parse(Regex.Match(Text, @"Content-Length: (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A fake upstream whose films take no time, and clients of it: a usual one, and one that sees every byte.</summary>
internal sealed partial class FakeRig : IAsyncDisposable
{
    public const string Path = "/v1/videos/omni-video";

    private FakeRig(FakeUpstream upstream)
    {
        Upstream = upstream;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(upstream.Url), Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", upstream.Options.ApiKey);
    }

    public FakeUpstream Upstream { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FakeRig> StartAsync(FakeUpstreamOptions? options = null) =>
        new(await FakeUpstream.StartAsync(options ?? new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Tiny = true }, Cancellation));

    /// <summary>Films at once, and one fault ordered.</summary>
    public static Task<FakeRig> WithAsync(params string[] faults) => StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Tiny = true, Faults = faults });

    /// <summary>An order of three seconds; <paramref name="more"/> are further members, or others in place of the usual ones.</summary>
    public static string Body(string? reference = null, string more = "")
    {
        string[] usual = ["\"model_name\":\"kling-v3-omni\"", "\"prompt\":\"a red kite\"", "\"mode\":\"std\"", "\"aspect_ratio\":\"16:9\"", "\"duration\":\"3\""];
        var members = usual.Where(member => !more.Contains(member.Split(':')[0], StringComparison.Ordinal));
        if (reference is not null) members = members.Append($"\"external_task_id\":\"{reference}\"");
        return $"{{{string.Join(',', members)}{more}}}";
    }

    /// <summary>Orders a film: the answer's status and JSON.</summary>
    public async Task<(int Status, JsonElement Json)> CreateAsync(string? reference = null, string more = "", string path = Path)
    {
        using var content = new StringContent(Body(reference, more), Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(path, content, Cancellation);
        return ((int)answer.StatusCode, await JsonAsync(answer));
    }

    /// <summary>Orders a film that is taken: its id.</summary>
    public async Task<string> MadeAsync(string? reference = null, string more = "")
    {
        var (status, json) = await CreateAsync(reference, more);
        status.ShouldBe(200, json.GetRawText());
        return json.GetProperty("data").GetProperty("task_id").GetString()!;
    }

    public async Task<(int Status, JsonElement Json)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path, Cancellation);
        return ((int)answer.StatusCode, await JsonAsync(answer));
    }

    /// <summary>The task object of a question that is answered well.</summary>
    public async Task<JsonElement> TaskAsync(string either)
    {
        var (status, json) = await GetAsync($"{Path}/{either}");
        status.ShouldBe(200, json.GetRawText());
        return json.GetProperty("data");
    }

    public async Task<string> FilmUrlAsync(string id) => (await TaskAsync(id)).GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!;

    public Task<RawReply> RawCreateAsync(string reference = "r-1") => RawAsync("POST", Path, Body(reference));

    /// <summary>One request over a line of its own, and all that comes of it until the line ends.</summary>
    public async Task<RawReply> RawAsync(string method, string path, string body = "")
    {
        var url = new Uri(Upstream.Url);
        using var client = new TcpClient();
        var bytes = new MemoryStream();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, url.Port, Cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(
                $"{method} {path} HTTP/1.1\r\nHost: {url.Authority}\r\nAuthorization: Bearer {Upstream.Options.ApiKey}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"), Cancellation);
            await stream.CopyToAsync(bytes, Cancellation);
            return new RawReply(bytes.ToArray(), false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return new RawReply(bytes.ToArray(), true);
        }
    }

    /// <summary>The one entry of the journal that says that a fault happened.</summary>
    public JournalEntry Firing(string fault) => Upstream.Journal().Where(entry => entry.Kind == "fault" && entry.Fault == fault).ShouldHaveSingleItem();

    /// <summary>JSON with what differs from run to run replaced.</summary>
    public string Steady(JsonElement json) => RequestId().Replace(json.GetRawText(), "REQUEST").Replace(Upstream.Url, "URL", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Upstream.DisposeAsync();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        return document.RootElement.Clone();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex RequestId();
}
