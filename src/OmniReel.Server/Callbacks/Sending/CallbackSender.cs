using System.Net.Http.Headers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Inputs;

namespace OmniReel.Server.Callbacks.Sending;

/// <summary>Makes one attempt of a delivery.</summary>
internal interface ICallbackSender
{
    /// <summary>Sends it once. Throws only when <paramref name="cancellation"/> asks for it.</summary>
    Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>Makes one attempt: a POST through the address guard, within bounds of time and bytes, redirected by nobody.</summary>
internal sealed class CallbackSender : ICallbackSender, IDisposable
{
    private const int MostRead = 64 << 10;

    private readonly HttpMessageInvoker _http;
    private readonly IUrlCheck _urls;
    private readonly SigningSecrets _secrets;
    private readonly CallbackOptions _options;
    private readonly TimeProvider _time;

    public CallbackSender(IGuardedHandlers handlers, IUrlCheck urls, SigningSecrets secrets, CallbackOptions options, TimeProvider time)
    {
        (_urls, _secrets, _options, _time) = (urls, secrets, options, time);
        var handler = handlers.Create();
        // As a guarded handler is already; a POST that was led elsewhere would be worse than one that failed.
        (handler.AllowAutoRedirect, handler.UseProxy, handler.UseCookies) = (false, false, false);
        handler.ConnectTimeout = options.ConnectTime;
        handler.MaxConnectionsPerServer = options.PerReceiver;
        // An answer that is too long is dropped with its connection, not read to its end.
        handler.MaxResponseDrainSize = 0;
        _http = new HttpMessageInvoker(handler);
    }

    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellation) => SendAsync(delivery.Url, delivery.Id, delivery.Body, cancellation);

    /// <summary>Sends a message once. Throws only when <paramref name="cancellation"/> asks for it.</summary>
    /// <param name="bend">Changes the headers before they are sent; null for those that are right.</param>
    public async Task<SendResult> SendAsync(string url, string id, ReadOnlyMemory<byte> body, CancellationToken cancellation, Func<SignatureHeaders, SignatureHeaders>? bend = null)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
            return new(SendVerdict.Refused, null, "the URL cannot be read; it should be an absolute http or https URL");
        if (_urls.Complaint(url, UrlUse.Callback) is { } complaint)
            return new(SendVerdict.Refused, null, "the URL " + complaint.English);

        using var patience = new CancellationTokenSource(_options.AttemptTime, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        int? status = null;
        try
        {
            var headers = SignatureHeaders.Now(_secrets, id, body.Span, _time);
            using var request = Request(target, body, bend?.Invoke(headers) ?? headers);
            using var answer = await _http.SendAsync(request, either.Token);
            status = (int)answer.StatusCode;
            var start = await ReadAsync(answer, either.Token);
            return Judge(answer, Excerpt.Of(start));
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return new(SendVerdict.Failed, status, $"no whole answer within {_options.AttemptTime.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InputException or InvalidOperationException)
        {
            return new(SendVerdict.Failed, status, Reason(e, status));
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(Uri target, ReadOnlyMemory<byte> body, SignatureHeaders headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(SignatureHeaders.ContentType);
        request.Content.Headers.ContentLength = body.Length;
        request.Headers.UserAgent.Add(Product);
        foreach (var (name, value) in headers.All()) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>Reads the answer to its end or to the cap; how it begins is returned. An answer that breaks off before either throws.</summary>
    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Excerpt.Limit];
        var kept = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (kept < buffer.Length) return buffer[..kept];

        var rest = new byte[8 << 10];
        for (var read = kept; read < MostRead;)
        {
            var more = await stream.ReadAsync(rest, cancellation);
            if (more == 0) break;
            read += more;
        }

        return buffer;
    }

    private SendResult Judge(HttpResponseMessage answer, string excerpt)
    {
        var status = (int)answer.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new(SendVerdict.Delivered, status, $"answered {status}", excerpt),
            410 => new(SendVerdict.Gone, status, "answered 410: it wants no more of this", excerpt),
            >= 300 and < 400 => new(SendVerdict.Refused, status, $"answered {status}, and redirects are not followed", excerpt),
            408 or 429 or >= 500 => new(SendVerdict.Failed, status, $"answered {status}", excerpt, RetryAfter(answer)),
            _ => new(SendVerdict.Refused, status, $"answered {status}", excerpt, RetryAfter(answer)),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        if (answer.Headers.RetryAfter is not { } asked) return null;
        var wait = asked.Delta ?? asked.Date - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string Reason(Exception failure, int? status)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is InputException denied) return "the URL " + denied.Message;
        }

        return status is null ? "no connection, or no answer that is HTTP" : "the answer broke off";
    }

    private static ProductInfoHeaderValue Product { get; } = new("OmniReel", typeof(CallbackSender).Assembly.GetName().Version?.ToString(3) ?? "0");
}
