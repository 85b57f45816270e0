using System.Globalization;
using System.Runtime.CompilerServices;
using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>The callbacks of an OmniReel server: what was told to whom, sending it again, and listening along. Other servers have none of this.</summary>
public sealed class CallbackClient
{
    private const string Feature = "callback deliveries";

    private readonly Transport _transport;

    internal CallbackClient(Transport transport) => _transport = transport;

    private string Root => _transport.Addresses.Root + "/v1/callbacks";

    /// <summary>A page of deliveries, newest first.</summary>
    /// <param name="state">One of <see cref="CallbackStateWords"/>; null for all.</param>
    /// <param name="taskId">Those of one task; null for all.</param>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<CallbackData>> ListAsync(string? state = null, string? taskId = null, int page = 1, int size = 30, CancellationToken cancellation = default) =>
        ListAsync(new ReplayRequest { State = state, TaskId = taskId }, page, size, cancellation);

    /// <summary>A page of the deliveries that fit, newest first: those that <see cref="ReplayAsync(ReplayRequest, CancellationToken)"/> would send again.</summary>
    /// <param name="filter">Each part that is not null must fit.</param>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<CallbackData>> ListAsync(ReplayRequest filter, int page = 1, int size = 30, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var since = filter.Since is { } from ? string.Create(CultureInfo.InvariantCulture, $"&since={from}") : "";
        var query = $"{Root}?state={Uri.EscapeDataString(filter.State ?? "")}&task_id={Uri.EscapeDataString(filter.TaskId ?? "")}{since}";
        return _transport.CallAsync(Ask.Get(OmniReelClient.Paged(query, page, size)) with { Feature = Feature }, Data.As(WireContext.Default.IReadOnlyListCallbackData), cancellation);
    }

    /// <summary>One delivery: how many attempts it took, and how the last one ended.</summary>
    /// <exception cref="NotFoundException">There is none of this id.</exception>
    public Task<CallbackData> GetAsync(string id, CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Get(One(id)) with { NamesOne = true, Feature = Feature }, Data.As(WireContext.Default.CallbackData), cancellation);

    /// <summary>Sends one delivery again, with its id and bytes.</summary>
    /// <exception cref="NotFoundException">There is none of this id.</exception>
    public Task<CallbackData> ReplayAsync(string id, CancellationToken cancellation = default) => _transport.CallAsync(
        Ask.Post(One(id) + "/replay", default) with { MayRepeat = true, NamesOne = true, Feature = Feature }, Data.As(WireContext.Default.CallbackData), cancellation);

    /// <summary>Sends all deliveries again that the request names.</summary>
    public Task<ReplayData> ReplayAsync(ReplayRequest request, CancellationToken cancellation = default) => _transport.CallAsync(
        Ask.Post(Root + "/replay", WireJson.ToUtf8(request, WireContext.Default.ReplayRequest)) with { MayRepeat = true, Feature = Feature },
        Data.As(WireContext.Default.ReplayData), cancellation);

    /// <summary>Makes a new secret to sign with; the one before it signs too for a day. Not sent twice.</summary>
    /// <exception cref="RequestRefusedException">The secrets come from the server's environment (code 1201).</exception>
    public Task<RotationData> RotateSecretAsync(CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Post(Root + "/rotate-secret", default) with { Feature = Feature }, Data.As(WireContext.Default.RotationData), cancellation);

    /// <summary>Sends a test callback, and says what became of it. Not sent twice.</summary>
    public Task<AttemptData> TestAsync(string url, CancellationToken cancellation = default) => _transport.CallAsync(
        Ask.Post(Root + "/test", WireJson.ToUtf8(new CallbackTestRequest { Url = url }, WireContext.Default.CallbackTestRequest)) with { Feature = Feature },
        Data.As(WireContext.Default.AttemptData), cancellation);

    /// <summary>Every callback of the account as it happens, those of tasks without a callback URL too. Ends when the server ends it: then listen again.</summary>
    /// <param name="listening">Called once nothing is missed any more.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OmniReelException">Refused.</exception>
    public async IAsyncEnumerable<HappenedData> ListenAsync(Action? listening = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stream = await EventStream.OpenAsync(_transport, Ask.Get(Root + "/events") with { Feature = Feature }, cancellation).ConfigureAwait(false);
        listening?.Invoke();
        await foreach (var item in stream.ReadAsync(WireContext.Default.HappenedData, null, cancellation).ConfigureAwait(false)) yield return item;
    }

    private string One(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return $"{Root}/{Uri.EscapeDataString(id)}";
    }
}
