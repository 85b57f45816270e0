using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OmniReel.Client.Reading;

namespace OmniReel.Client.Sending;

/// <summary>Sends requests and opens answers. Only what may be repeated is repeated.</summary>
internal sealed class Transport : IDisposable
{
    // Browsers hand an answer over whole unless they are told.
    private static readonly HttpRequestOptionsKey<bool> s_streaming = new("WebAssemblyEnableStreamingResponse");

    private const int MostHops = 5;

    private readonly OmniReelClientOptions _options;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly AccessToken? _token;

    public Transport(OmniReelClientOptions options, HttpMessageHandler? handler)
        : this(options, new HttpClient(handler ?? DefaultHandler(), handler is null) { Timeout = Timeout.InfiniteTimeSpan }, ownsHttp: true)
    {
    }

    public Transport(OmniReelClientOptions options, HttpClient http, bool ownsHttp)
    {
        options.Check();
        (_options, _http, _ownsHttp) = (options, http, ownsHttp);
        Addresses = new Addresses(options.BaseUrl, options.Profile);
        _token = options.AccessKey is { } access ? new AccessToken(access, options.SecretKey!, options.Time) : null;
    }

    public Addresses Addresses { get; }

    public OmniReelClientOptions Options => _options;

    public void Dispose()
    {
        if (_ownsHttp)
            _http.Dispose();
    }

    /// <summary>A create, under the key given or, where that is asked for, under a new one.</summary>
    public Ask Create(string address, ReadOnlyMemory<byte> body, string? idempotencyKey)
    {
        var key = idempotencyKey ?? (_options.AutomaticIdempotencyKeys ? Guid.NewGuid().ToString("n") : null);
        return Ask.Post(address, body) with { IsCreate = true, IdempotencyKey = key, MayRepeat = key is not null };
    }

    /// <summary>An answer, opened and read.</summary>
    /// <param name="ask">What to send.</param>
    /// <param name="read">Reads the whole answer; throws <see cref="JsonException"/> when it is another thing.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<T> CallAsync<T>(Ask ask, Func<JsonElement, T> read, CancellationToken cancellation) =>
        CallAsync(ask, (answer, stop) => Answer.OpenAsync(ask, answer, read, _options.Time, stop), cancellation);

    /// <summary>An answer that is no envelope.</summary>
    /// <param name="ask">What to send.</param>
    /// <param name="open">Opens a good answer, and throws for any other.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<T> CallAsync<T>(Ask ask, Func<HttpResponseMessage, CancellationToken, Task<T>> open, CancellationToken cancellation)
    {
        var mayHaveArrived = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(ask, open, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (ask.MayRepeat && attempt < _options.Attempts && Pauses.MayPass(failure, cancellation))
            {
                mayHaveArrived |= Pauses.MayHaveArrived(failure);
                await PauseAsync(attempt, failure, cancellation).ConfigureAwait(false);
            }
            catch (Exception lost) when (ask.IsCreate && (Pauses.MayHaveArrived(lost) || (mayHaveArrived && lost is HttpRequestException)))
            {
                throw new OutcomeUnknownException(ask.IdempotencyKey, lost);
            }
        }
    }

    /// <summary>One answer for content that is sent once, and as slowly as the line is.</summary>
    public async Task<T> SendOnceAsync<T>(Ask ask, HttpContent content, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var request = Request(ask, new Uri(ask.Address));
        request.Content = content;
        // What is refused is refused before it has travelled.
        request.Headers.ExpectContinue = OperatingSystem.IsBrowser() ? null : true;
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation).ConfigureAwait(false);
        return await Answer.OpenAsync(ask, answer, read, _options.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>The raw answer, its body not yet read; not repeated here. A link may lead on, as those of object stores do, but not out of https.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(Uri address, Action<HttpRequestMessage>? prepare, CancellationToken cancellation)
    {
        for (var hops = 0; ; hops++)
        {
            using var request = Request(Ask.Get(address.AbsoluteUri), address);
            request.Options.Set(s_streaming, true);
            prepare?.Invoke(request);
            var answer = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _options.Timeout, cancellation).ConfigureAwait(false);
            if (hops == MostHops || (int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next)
                return answer;
            next = new Uri(address, next);
            if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != address.Scheme)
                return answer;
            answer.Dispose();
            address = next;
        }
    }

    /// <summary>Waits before the next attempt.</summary>
    public Task PauseAsync(int attempt, Exception failure, CancellationToken cancellation) =>
        Task.Delay(Pauses.After(attempt, (failure as OmniReelException)?.RetryAfter), _options.Time, cancellation);

    private async Task<T> OnceAsync<T>(Ask ask, Func<HttpResponseMessage, CancellationToken, Task<T>> open, CancellationToken cancellation)
    {
        using var request = Request(ask, new Uri(ask.Address));
        using var answer = await SendAsync(request, HttpCompletionOption.ResponseContentRead, _options.Timeout + (ask.Hold ?? TimeSpan.Zero), cancellation).ConfigureAwait(false);
        try
        {
            return await open(answer, cancellation).ConfigureAwait(false);
        }
        catch (AccessDeniedException)
        {
            _token?.Forget();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, TimeSpan limit, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limit, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await _http.SendAsync(request, completion, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{Addresses.Root} did not answer within {limit.TotalSeconds:0} s.", late);
        }
    }

    private HttpRequestMessage Request(Ask ask, Uri address)
    {
        var request = new HttpRequestMessage(ask.Method, address);
        // A signed link may lead to another host (an object store), where our key has no business.
        if (address.Scheme == _options.BaseUrl.Scheme && address.Authority == _options.BaseUrl.Authority && (_options.Key ?? _token?.Now()) is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (_options.Language is { } language)
            request.Headers.AcceptLanguage.ParseAdd(language);
        if (ask.IdempotencyKey is { } idempotency)
            request.Headers.Add("Idempotency-Key", idempotency);
        if (ask.Hold is { } hold)
            request.Headers.Add("Prefer", string.Create(CultureInfo.InvariantCulture, $"wait={Math.Ceiling(hold.TotalSeconds):0}"));
        if (ask.Body is { } bytes)
        {
            if (_options.Lab is { } lab)
                request.Headers.Add("X-OmniReel-Lab", lab);
            if (ask.IsCreate && _options.AlwaysAnew)
                request.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true };
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    // A redirected POST would be a POST that nobody counted.
    private static HttpMessageHandler DefaultHandler() => OperatingSystem.IsBrowser()
        ? new HttpClientHandler()
        : new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
}
