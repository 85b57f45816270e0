using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Api;

/// <summary>Sends requests and opens their envelopes.</summary>
public sealed class Calls(HttpClient http)
{
    /// <summary>Data of a GET. The path is relative to the server, without a leading slash.</summary>
    /// <exception cref="RefusedException">The server said no.</exception>
    /// <exception cref="HttpRequestException">The server is not there.</exception>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, type, cancellation);
    }

    /// <summary>Data of a POST; <paramref name="body"/> is JSON in UTF-8, or null for none.</summary>
    public async Task<T> PostAsync<T>(string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        return await SendAsync(request, type, cancellation);
    }

    /// <summary>A POST whose answer has no data.</summary>
    public async Task PostAsync(string path, ReadOnlyMemory<byte>? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode) throw await RefusalAsync(answer, cancellation);
    }

    /// <summary>Data of any request.</summary>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation)
        where T : class
    {
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode) throw await RefusalAsync(answer, cancellation);
        var text = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return JsonSerializer.Deserialize(text, type) is { Data: { } data } ? data : throw new RefusedException((int)answer.StatusCode, 0, "The answer has no data.", "", null, []);
    }

    /// <summary>An answer as it stands, with one of its headers (null where it has none of that name).</summary>
    public async Task<(string Text, string? Header)> TextAsync(string path, string? header, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        if (!answer.IsSuccessStatusCode) throw await RefusalAsync(answer, cancellation);
        var named = header is not null && answer.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;
        return (await answer.Content.ReadAsStringAsync(cancellation), named);
    }

    private static ByteArrayContent? Json(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } bytes) return null;
        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private static async Task<RefusedException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var (status, retryAfter) = ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        try
        {
            var text = await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (JsonSerializer.Deserialize(text, WireContext.Default.EnvelopeErrorData) is { } said)
                return new RefusedException(status, said.Code, said.Message, said.RequestId, retryAfter, said.Data?.Errors ?? []);
        }
        catch (JsonException)
        {
            // Something before the server answered for it.
        }

        return new RefusedException(status, 0, $"HTTP {status} {answer.ReasonPhrase}", "", retryAfter, []);
    }
}
