using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace OmniReel.Client.Tests;

/// <summary>Over a real Kestrel behind a unix socket, whose connections break where the test says.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private const int Size = 300_000;

    private readonly TempFolder _folder = new();
    private readonly byte[] _film = Film(1);
    private readonly List<string> _ranges = [];
    private readonly Queue<int> _breaksAfter = new();
    private WebApplication _app = null!;
    private HttpMessageHandler _handler = null!;
    private OmniReelClient _client = null!;
    private readonly string _tag = "\"one\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => _folder["film.mp4"];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenUnixSocket(_folder["s"]));
        _app = builder.Build();
        _app.Run(ServeAsync);
        await _app.StartAsync(Cancellation);
        _handler = UnixSocket.Handler(_folder["s"]);
        _client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = UnixSocket.Address, Key = "a-key-0123456789abcdef", Time = new HastyTime() }, _handler);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_film_arrives_whole()
    {
        var share = new Shares();
        (await _client.DownloadAsync("/files/1", Target, share, Cancellation)).ShouldBe(Size);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);
        share.Told[^1].ShouldBe(1);
        Directory.GetFiles(_folder.Path, "film*").ShouldBe([Target]);
    }

    [Fact]
    public async Task A_broken_connection_goes_on_where_it_was()
    {
        foreach (var at in (int[])[1000, 50_000, 0, 0, 100_000])
            _breaksAfter.Enqueue(at);
        await _client.DownloadAsync("http://localhost/files/1", Target, null, Cancellation);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);
        _ranges.Count.ShouldBe(6);
        _ranges.Skip(1).ShouldContain(r => r.StartsWith("bytes=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_film_that_changed_meanwhile_begins_again()
    {
        await File.WriteAllBytesAsync(Target + ".part", Film(2).AsSpan(0, 5000).ToArray(), Cancellation);
        await File.WriteAllTextAsync(Target + ".part.etag", "\"older\"", Cancellation);
        await _client.DownloadAsync("http://localhost/files/1", Target, null, Cancellation);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);
    }

    [Fact]
    public async Task What_an_earlier_process_had_is_not_fetched_again()
    {
        await File.WriteAllBytesAsync(Target + ".part", _film.AsSpan(0, 200_000).ToArray(), Cancellation);
        await File.WriteAllTextAsync(Target + ".part.etag", _tag, Cancellation);
        await _client.DownloadAsync("http://localhost/files/1", Target, null, Cancellation);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);
        _ranges.ShouldBe(["bytes=200000-"]);
    }

    [Fact]
    public async Task A_part_of_unknown_origin_is_not_trusted()
    {
        await File.WriteAllBytesAsync(Target + ".part", Film(3).AsSpan(0, 200_000).ToArray(), Cancellation);
        await _client.DownloadAsync("http://localhost/files/1", Target, null, Cancellation);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);
        _ranges.ShouldBe([""]);
    }

    [Fact]
    public async Task A_link_that_is_not_good_is_a_refusal_and_leaves_no_film()
    {
        (await Should.ThrowAsync<OmniReelException>(_client.DownloadAsync("http://localhost/files/none", Target, null, Cancellation))).Status.ShouldBe(403);
        File.Exists(Target).ShouldBeFalse();
    }

    [Fact]
    public async Task The_key_is_not_sent_to_other_hosts()
    {
        using var elsewhere = new ScriptedServer();
        elsewhere.Then(200, "x").Then(200, "x");
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Key = "a-key-0123456789abcdef" }, elsewhere);
        await client.DownloadAsync("http://films.test/files/1", Target, null, Cancellation);
        await client.DownloadAsync("http://bucket.test/films/1", Target, null, Cancellation);
        elsewhere.Requests.Select(r => r.Headers.ContainsKey("Authorization")).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Two_films_are_never_joined_though_a_store_answers_the_range_of_another()
    {
        await File.WriteAllBytesAsync(Target + ".part", Film(2).AsSpan(0, 5000).ToArray(), Cancellation);
        await File.WriteAllTextAsync(Target + ".part.etag", "\"older\"", Cancellation);
        using var store = new ScriptedServer();
        store.Then(_ => Answer(206, _film[5000..], answer => answer.Content.Headers.ContentRange = new(5000, Size - 1, Size))).Then(_ => Answer(200, _film));
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = new HastyTime() }, store);
        await client.DownloadAsync("http://bucket.test/1", Target, null, Cancellation);
        (await File.ReadAllBytesAsync(Target, Cancellation)).ShouldBe(_film);

        HttpResponseMessage Answer(int status, byte[] bytes, Action<HttpResponseMessage>? adjust = null)
        {
            var answer = new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent(bytes) };
            answer.Headers.ETag = new(_tag);
            adjust?.Invoke(answer);
            return answer;
        }
    }

    [Fact]
    public async Task A_link_that_leads_on_is_followed_without_the_key_and_not_for_ever()
    {
        using var store = new ScriptedServer();
        store.Then(_ => Leads("https://bucket.test/films/1")).Then(_ => Leads("/films/2")).Then(200, "x");
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("https://films.test"), Key = "a-key-0123456789abcdef", Attempts = 1 }, store);
        await client.DownloadAsync("https://films.test/files/1", Target, null, Cancellation);
        store.Requests.Select(r => (r.Path, r.Headers.ContainsKey("Authorization"))).ShouldBe([("/files/1", true), ("/films/1", false), ("/films/2", false)]);

        for (var i = 0; i < 6; i++) store.Then(_ => Leads("/round"));
        (await Should.ThrowAsync<OmniReelException>(client.DownloadAsync("https://films.test/files/1", Target, null, Cancellation))).Status.ShouldBe(302);
        store.Requests.Count.ShouldBe(9);
        store.Then(_ => Leads("http://films.test/plain"));
        await Should.ThrowAsync<OmniReelException>(client.DownloadAsync("https://films.test/files/1", Target, null, Cancellation));

        static HttpResponseMessage Leads(string to) => new(System.Net.HttpStatusCode.Found) { Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) } };
    }

    private static byte[] Film(int seed)
    {
        var film = new byte[Size];
        new Random(seed).NextBytes(film);
        return film;
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path != "/files/1")
        {
            context.Response.StatusCode = 403;
            return;
        }

        _ranges.Add(context.Request.Headers.Range.ToString());
        if (_breaksAfter.TryDequeue(out var bytes))
        {
            await BreakAsync(context, bytes);
            return;
        }

        await Results.Bytes(_film, "video/mp4", enableRangeProcessing: true, entityTag: EntityTagHeaderValue.Parse(_tag)).ExecuteAsync(context);
    }

    private async Task BreakAsync(HttpContext context, int bytes)
    {
        var range = context.Request.GetTypedHeaders().Range;
        var from = (int)(range?.Ranges.Single().From ?? 0);
        context.Response.StatusCode = range is null ? 200 : 206;
        context.Response.Headers.ETag = _tag;
        context.Response.ContentLength = Size - from;
        if (range is not null)
            context.Response.Headers.ContentRange = $"bytes {from}-{Size - 1}/{Size}";
        await context.Response.Body.WriteAsync(_film.AsMemory(from, bytes), Cancellation);
        await context.Response.Body.FlushAsync(Cancellation);
        context.Abort();
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
