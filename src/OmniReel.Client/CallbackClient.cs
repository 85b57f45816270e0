using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>The callbacks of an OmniReel server: what was told to whom, sending it again, and listening along. Other servers have none of this.</summary>
public sealed class CallbackClient
{
    private const string Root = "/v1/callbacks";

    private readonly Transport _transport;
    private readonly OmniReelClientOptions _options;

    internal CallbackClient(Transport transport, OmniReelClientOptions options) => (_transport, _options) = (transport, options);

    /// <summary>A page of deliveries, newest first.</summary>
    /// <param name="state">One of <see cref="CallbackStateWords"/>; null for all.</param>
    /// <param name="taskId">Those of one task; null for all.</param>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<CallbackData>> ListAsync(string? state = null, string? taskId = null, int page = 1, int size = 30, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Get,
            string.Create(CultureInfo.InvariantCulture, $"{Root}?state={Uri.EscapeDataString(state ?? "")}&task_id={Uri.EscapeDataString(taskId ?? "")}&pageNum={page}&pageSize={size}"),
            null, null, true, WireContext.Default.EnvelopeIReadOnlyListCallbackData, cancellation);

    /// <summary>Sends one delivery again, with its id and bytes.</summary>
    /// <exception cref="OmniReelException">Unknown (code 1201).</exception>
    public Task<CallbackData> ReplayAsync(string id, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, $"{Root}/{Uri.EscapeDataString(id)}/replay", ReadOnlyMemory<byte>.Empty, null, true, WireContext.Default.EnvelopeCallbackData, cancellation);

    /// <summary>Sends all deliveries again that the request names.</summary>
    public Task<ReplayData> ReplayAsync(ReplayRequest request, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, Root + "/replay", WireJson.ToUtf8(request, WireContext.Default.ReplayRequest), null, true, WireContext.Default.EnvelopeReplayData, cancellation);

    /// <summary>Makes a new secret to sign with; the one before it signs too for a day.</summary>
    /// <exception cref="OmniReelException">The secrets come from the server's environment (code 1201).</exception>
    public Task<RotationData> RotateSecretAsync(CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, Root + "/rotate-secret", ReadOnlyMemory<byte>.Empty, null, false, WireContext.Default.EnvelopeRotationData, cancellation);

    /// <summary>Sends a test callback, and says what became of it.</summary>
    public Task<AttemptData> TestAsync(string url, CancellationToken cancellation = default) =>
        _transport.CallAsync(HttpMethod.Post, Root + "/test", WireJson.ToUtf8(new CallbackTestRequest { Url = url }, WireContext.Default.CallbackTestRequest), null, false,
            WireContext.Default.EnvelopeAttemptData, cancellation);

    /// <summary>Every callback of the account as it happens, those of tasks without a callback URL too. Ends when the server ends it: then listen again.</summary>
    /// <param name="listening">Called once nothing is missed any more.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OmniReelException">Refused.</exception>
    public async IAsyncEnumerable<HappenedData> ListenAsync(Action? listening = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var answer = await _transport.OpenStreamAsync(_transport.Address(Root + "/events"),
            static request => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream")), cancellation).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            throw await Transport.RefusalAsync(answer, cancellation).ConfigureAwait(false);
        listening?.Invoke();
        var stream = new AttentiveStream(await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), _options.SilenceLimit, static () => { });
        await using (stream.ConfigureAwait(false))
        {
            var events = SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, WireContext.Default.HappenedData)!);
            await foreach (var item in events.EnumerateAsync(cancellation).ConfigureAwait(false)) yield return item.Data;
        }
    }
}
