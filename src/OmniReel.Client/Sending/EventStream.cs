using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Client.Reading;

namespace OmniReel.Client.Sending;

/// <summary>One open stream of server-sent events.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly OmniReelClientOptions _options;

    private EventStream(HttpResponseMessage answer, OmniReelClientOptions options) => (_answer, _options) = (answer, options);

    /// <summary>Opens it.</summary>
    /// <param name="transport">Sends.</param>
    /// <param name="ask">Where, and what it is called.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="MissingFeatureException">This server has none.</exception>
    /// <exception cref="OmniReelException">Refused.</exception>
    public static async Task<EventStream> OpenAsync(Transport transport, Ask ask, CancellationToken cancellation)
    {
        var answer = await transport.OpenStreamAsync(new Uri(ask.Address),
            static request => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream")), cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            return new EventStream(answer, transport.Options);
        using (answer)
            throw await Answer.RefusalAsync(ask, answer, transport.Options.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>The events until the stream ends.</summary>
    /// <param name="type">What each is.</param>
    /// <param name="heard">Called whenever anything has come, a sign of life included.</param>
    /// <param name="cancellation">Stops.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(JsonTypeInfo<T> type, Action? heard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stream = new AttentiveStream(await _answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), _options.SilenceLimit, _options.Time, heard);
        await using (stream.ConfigureAwait(false))
        {
            var events = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize(data, type)!);
            await foreach (var item in events.EnumerateAsync(cancellation).ConfigureAwait(false)) yield return item.Data;
        }
    }

    public void Dispose() => _answer.Dispose();
}
