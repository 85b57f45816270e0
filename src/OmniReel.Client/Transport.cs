using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>Sends requests and opens envelopes. Only what may be repeated is repeated.</summary>
internal sealed class Transport : IDisposable
{
    private readonly OmniReelClientOptions _options;
    private readonly HttpClient _http;
    private readonly string _root;

    public Transport(OmniReelClientOptions options, HttpMessageHandler? handler)
    {
        _options = options;
        _root = options.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _http = new HttpClient(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }, handler is null)
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>One envelope's data. <paramref name="repeatable"/>: sending it twice does what sending it once does.</summary>
    public async Task<T> CallAsync<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? idempotencyKey, bool repeatable, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                timeout.CancelAfter(_options.Timeout);
                using var request = Request(method, new Uri(_root + path), body, idempotencyKey);
                using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout.Token).ConfigureAwait(false);
                return await OpenAsync(answer, type, timeout.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (repeatable && attempt < _options.Attempts && MayPass(failure, cancellation))
            {
                await PauseAsync(attempt, (failure as OmniReelException)?.RetryAfter, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"{_root} did not answer within {_options.Timeout.TotalSeconds:0} s.", late);
            }
        }
    }

    /// <summary>One envelope's data for a file as the body. Not repeated, and as slow as the line is.</summary>
    public async Task<T> SendFileAsync<T>(string path, string file, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        var content = File.OpenRead(file);
        await using (content.ConfigureAwait(false))
        {
            using var request = Request(HttpMethod.Post, new Uri(_root + path), null, null);
            request.Content = new StreamContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation).ConfigureAwait(false);
            return await OpenAsync(answer, type, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The raw answer, its body not yet read; not repeated here.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(Uri address, Action<HttpRequestMessage>? prepare, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, address, null, null);
        prepare?.Invoke(request);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_options.Timeout);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
    }

    public Uri Address(string path) => new(_root + path);

    /// <summary>A link as it stands, or below this server where it names no host. (On Unix a bare path passes for a file's address.)</summary>
    public Uri Resolve(string link) => link.StartsWith('/') ? Address(link) : new Uri(link, UriKind.Absolute);

    /// <summary>1, 2, 4, … times half a second, or what the server asked for.</summary>
    public Task PauseAsync(int attempt, TimeSpan? asked, CancellationToken cancellation) =>
        Task.Delay(asked ?? TimeSpan.FromMilliseconds(250 << Math.Min(attempt, 6)), _options.Time, cancellation);

    /// <summary>Whether trying again may help: the server is away, busy or failing, and nobody gave up.</summary>
    public static bool MayPass(Exception failure, CancellationToken cancellation) => !cancellation.IsCancellationRequested && failure switch
    {
        OmniReelException { Status: >= 500 } => true,
        OmniReelException { Status: 429, Code: 1302 or 1303 } => true,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>What a refusal or failure says, envelope or not.</summary>
    public static async Task<OmniReelException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        var (code, message, requestId) = Head(text);
        return new OmniReelException(status, code, message ?? $"The server answered {status} {answer.ReasonPhrase} without saying why", requestId ?? Header(answer), RetryAfter(answer));
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, ReadOnlyMemory<byte>? body, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, address);
        // A signed link may lead to another host (an object store), where our key has no business.
        if (_options.Key is { } key && address.Scheme == _options.BaseUrl.Scheme && address.Authority == _options.BaseUrl.Authority)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (_options.Language is { } language)
            request.Headers.AcceptLanguage.ParseAdd(language);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (body is { } bytes)
        {
            if (_options.Lab is { } lab)
                request.Headers.Add("X-OmniReel-Lab", lab);
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private static async Task<T> OpenAsync<T>(HttpResponseMessage answer, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        if (answer.StatusCode != HttpStatusCode.OK)
            throw await RefusalAsync(answer, cancellation).ConfigureAwait(false);
        var text = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (JsonSerializer.Deserialize(text, type) is { Code: 0, Data: { } data })
                return data;
        }
        catch (JsonException unreadable) when (Head(text).Code == 0)
        {
            throw new OmniReelException(200, 0, $"The answer is not one of this API: {unreadable.Message}", Header(answer), null);
        }
        catch (JsonException)
        {
            // A refusal that travels with 200, as some relays send it.
        }

        throw await RefusalAsync(answer, cancellation).ConfigureAwait(false);
    }

    private static (int Code, string? Message, string? RequestId) Head(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var envelope = JsonDocument.Parse(text);
            var root = envelope.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? (root.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0, Text(root, "message"), Text(root, "request_id"))
                : default;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Header(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("X-Request-Id", out var values) ? string.Join(' ', values) : "";

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } delta && delta <= TimeSpan.FromMinutes(5) ? delta : null;
}
