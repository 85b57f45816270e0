using System.Globalization;
using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>
/// What an OmniReel server sent to paid upstreams and that waits for a person: outcomes that nobody could find out, and films that were paid
/// for and that no task wants. Other servers have none of this.
/// </summary>
public sealed class SubmitClient
{
    private const string Feature = "paid submits";

    private readonly Transport _transport;

    internal SubmitClient(Transport transport) => _transport = transport;

    private string Root => _transport.Addresses.Root + "/v1/submits";

    /// <summary>A page of submits, newest first; with the first page of orphaned ones also what upstreams have and no submit is known for.</summary>
    /// <param name="states">Words of <see cref="SubmitStateWords"/>; null for those that wait for a person.</param>
    /// <param name="before">Only those with a smaller id: the last one of the page before; null for the first page.</param>
    /// <param name="count">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SubmitsData> ListAsync(IReadOnlyList<string>? states = null, string? before = null, int count = 30, CancellationToken cancellation = default)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"{Root}?count={count}");
        if (states is { Count: > 0 }) query += "&states=" + Uri.EscapeDataString(string.Join(',', states));
        if (before is not null) query += "&before=" + Uri.EscapeDataString(before);
        return _transport.CallAsync(Ask.Get(query) with { Feature = Feature }, Data.As(WireContext.Default.SubmitsData), cancellation);
    }

    /// <summary>Has a new task fetch the film that the upstream has; nothing is submitted, and nothing is paid again.</summary>
    /// <param name="id">The submit.</param>
    /// <param name="upstreamId">The upstream's id of the film; null for the submit's own.</param>
    /// <param name="cancellation">Gives up waiting; what was decided stays so.</param>
    /// <exception cref="RequestRefusedException">There is none of this id, nothing to decide about it, or the film is another task's (code 1201).</exception>
    public Task<SettledData> AdoptAsync(string id, string? upstreamId = null, CancellationToken cancellation = default) =>
        SettleAsync(id, new SettleRequest { Action = SettleActions.Adopt, UpstreamId = upstreamId }, cancellation);

    /// <summary>Has a new task make the film again. If the upstream took the first one, it is paid for twice.</summary>
    /// <inheritdoc cref="AdoptAsync"/>
    /// <param name="id">The submit.</param>
    /// <param name="cancellation">Gives up waiting; what was decided stays so.</param>
    public Task<SettledData> ResubmitAsync(string id, CancellationToken cancellation = default) =>
        SettleAsync(id, new SettleRequest { Action = SettleActions.Resubmit }, cancellation);

    /// <summary>Leaves it as it is: it is not asked about any more.</summary>
    /// <inheritdoc cref="AdoptAsync"/>
    /// <param name="id">The submit.</param>
    /// <param name="cancellation">Gives up waiting; what was decided stays so.</param>
    public Task<SettledData> WriteOffAsync(string id, CancellationToken cancellation = default) =>
        SettleAsync(id, new SettleRequest { Action = SettleActions.WriteOff }, cancellation);

    // Asked twice for the same, the server makes one task; a second write-off is told that there is nothing to decide.
    private Task<SettledData> SettleAsync(string id, SettleRequest wish, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _transport.CallAsync(
            Ask.Post($"{Root}/{Uri.EscapeDataString(id)}/settle", WireJson.ToUtf8(wish, WireContext.Default.SettleRequest)) with
            {
                MayRepeat = wish.Action != SettleActions.WriteOff,
                Feature = Feature,
            },
            Data.As(WireContext.Default.SettledData), cancellation);
    }
}
