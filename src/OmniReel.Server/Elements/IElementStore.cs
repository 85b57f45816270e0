using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs.Uploads;

namespace OmniReel.Server.Elements;

/// <summary>An element to be accepted. <paramref name="Body"/> is the request body as sent; inline images are read from it.</summary>
public sealed record NewElement(
    long TaskId, long Id, string Tenant, string? ExternalTaskId, ElementFacts Facts, ReadOnlyMemory<byte> Body, long CreatedAt, ElementClaim? Idempotency)
{
    /// <summary>Bytes that the tenant's elements may hold together, this body among them.</summary>
    public long Quota { get; init; } = long.MaxValue;
}

/// <summary>The header <c>Idempotency-Key</c> of a create, with the SHA-256 of the body and the request id of this answer.</summary>
public sealed record ElementClaim(string Key, ReadOnlyMemory<byte> BodyHash, string RequestId);

/// <summary>What became of an accept.</summary>
public abstract record ElementOutcome
{
    private ElementOutcome() { }

    /// <summary>The element is durable.</summary>
    public sealed record Accepted(Element Element) : ElementOutcome;

    /// <summary>The same key and body were answered before.</summary>
    public sealed record Replayed(Element Element, string RequestId) : ElementOutcome;

    /// <summary>The key was used with another body; nothing was created.</summary>
    public sealed record KeyReused : ElementOutcome;

    /// <summary>The external id is taken; nothing was created.</summary>
    public sealed record ExternalIdTaken : ElementOutcome;

    /// <summary>The tenant's elements hold too much; nothing was created.</summary>
    public sealed record OverQuota : ElementOutcome;

    /// <summary>The element's id is in use already; nothing was created. Mint another.</summary>
    public sealed record IdTaken : ElementOutcome;
}

/// <summary>An element to be made. Its body is read apart (<see cref="IElementStore.ReadBodyAsync"/>): it may be many megabytes.</summary>
/// <param name="BodyLength">In bytes.</param>
public sealed record PendingElement(Element Element, long BodyLength);

/// <summary>An element that was made at some time.</summary>
public sealed record MadeElement(string Tenant, long Id, ElementKind Kind, bool IsDeleted);

/// <summary>
/// The durable elements. Every method is one transaction, and every query names the tenant, except those for the maker, which works
/// for all. One node makes the elements of a store.
/// </summary>
public interface IElementStore : IUnfinishedWork
{
    /// <summary>When this returns <see cref="ElementOutcome.Accepted"/> the element survives power loss. Parallel twins of one idempotency key get one element.</summary>
    ValueTask<ElementOutcome> AcceptAsync(NewElement element, CancellationToken cancellation);

    /// <summary>
    /// What <see cref="AcceptAsync"/> would answer because this key was used before: <see cref="ElementOutcome.Replayed"/> or
    /// <see cref="ElementOutcome.KeyReused"/>; null when it was not. Sees every write that was acknowledged before the call.
    /// </summary>
    ValueTask<ElementOutcome?> FindRepeatAsync(string tenant, ElementClaim claim, CancellationToken cancellation);

    /// <summary>By task id (which wins) or by the caller's external id. Sees every write that was acknowledged before the call.</summary>
    ValueTask<Element?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation);

    /// <summary>By the element's own id; null too while it is not made.</summary>
    ValueTask<Element?> FindMadeAsync(string tenant, long id, CancellationToken cancellation);

    /// <summary>The elements made with one form of the API, newest first.</summary>
    /// <param name="usableOnly">Those alone that are made and not deleted.</param>
    ValueTask<IReadOnlyList<Element>> ListAsync(string tenant, ElementForm form, bool usableOnly, int skip, int take, CancellationToken cancellation);

    /// <summary>Deletes a made element. False when there is none of this id, or no more.</summary>
    ValueTask<bool> DeleteAsync(string tenant, long id, CancellationToken cancellation);

    /// <summary>Task ids of the elements that are not made yet, oldest first.</summary>
    ValueTask<IReadOnlyList<long>> PendingAsync(CancellationToken cancellation);

    /// <summary>Begins, or begins again, to make an element: status Running, attempt + 1. Null when it has ended.</summary>
    ValueTask<PendingElement?> BeginAsync(long taskId, CancellationToken cancellation);

    /// <summary>The request body of an element that is still to be made, as sent. Waits for no write, and none waits for it.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(long taskId, CancellationToken cancellation);

    /// <summary>Takes back the count of the attempt that was begun, because it was cut off in order. Nothing is written when it has ended.</summary>
    ValueTask GiveBackAsync(long taskId, CancellationToken cancellation);

    /// <summary>Bytes that a tenant's elements hold: the bodies of those that are still to be made, the media of the others; but for one.</summary>
    ValueTask<long> BytesAsync(string tenant, long exceptTaskId, CancellationToken cancellation);

    /// <summary>
    /// Deleted elements whose media are still kept, and that no task needs any more: each task that was accepted before the deletion, or
    /// within a minute after it, has ended.
    /// </summary>
    ValueTask<IReadOnlyList<Element>> LeavingAsync(CancellationToken cancellation);

    /// <summary>A deleted element's media are gone.</summary>
    ValueTask ForgetMediaAsync(long taskId, CancellationToken cancellation);

    /// <summary>
    /// Ends it as made, of these artifacts and so many bytes; its body is forgotten. Null when it had ended, or when its tenant's elements
    /// would then hold more than the quota; then nothing is written.
    /// </summary>
    ValueTask<Element?> SucceedAsync(long taskId, IReadOnlyList<string> media, long bytes, long quota, CancellationToken cancellation);

    /// <summary>Ends it as failed; its body is forgotten. Null, and nothing written, when it had ended.</summary>
    ValueTask<Element?> FailAsync(long taskId, string message, CancellationToken cancellation);

    /// <summary>Every element that was ever made, of all tenants, deleted ones too: what memory is filled with at start.</summary>
    IReadOnlyList<MadeElement> Made();
}
