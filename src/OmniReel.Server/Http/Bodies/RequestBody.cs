using System.Buffers;

namespace OmniReel.Server.Http.Bodies;

/// <summary>A request body in memory, or why it was not read. Dispose it when nobody reads the bytes any more.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly InFlightBudget? _budget;
    private readonly long _reserved;
    private byte[]? _pooled;

    private RequestBody(BodyFault fault, ReadOnlyMemory<byte> bytes, byte[]? pooled, InFlightBudget? budget, long reserved) =>
        (Fault, Bytes, _pooled, _budget, _reserved) = (fault, bytes, pooled, budget, reserved);

    /// <summary>Why there are no bytes; <see cref="BodyFault.None"/> when there are.</summary>
    public BodyFault Fault { get; }

    /// <summary>The bytes as sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>A body that was not read.</summary>
    public static RequestBody Faulty(BodyFault fault) => new(fault, default, null, null, 0);

    /// <summary>A small body in a buffer of the shared pool.</summary>
    public static RequestBody Small(byte[] pooled, int length) => new(BodyFault.None, pooled.AsMemory(0, length), pooled, null, 0);

    /// <summary>A large body in an array of its own, paid for from the budget.</summary>
    public static RequestBody Large(byte[] own, int length, InFlightBudget budget, long reserved) =>
        new(BodyFault.None, own.AsMemory(0, length), null, budget, reserved);

    /// <summary>
    /// Leaves the buffer to the garbage collector: for when a failed call may still read it. A pooled buffer that two requests
    /// share would mix up their bodies.
    /// </summary>
    public void Abandon() => _pooled = null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Bytes = default;
        _budget?.Release(_reserved);
        if (_pooled is { } buffer) ArrayPool<byte>.Shared.Return(buffer);
        _pooled = null;
    }
}

/// <summary>Why a body was not read.</summary>
internal enum BodyFault
{
    /// <summary>It was.</summary>
    None,

    /// <summary>It is not said to be JSON (415/1200).</summary>
    WrongType,

    /// <summary>Its charset is not UTF-8 (415/1200).</summary>
    WrongCharset,

    /// <summary>It is packed with a <c>Content-Encoding</c> (415/1200).</summary>
    Packed,

    /// <summary>It is larger than a body may be (413/1201).</summary>
    TooLarge,

    /// <summary>Other large bodies hold all the memory there is for them (503/5001).</summary>
    NoRoom,

    /// <summary>It came too slowly or not to its end (400/1200).</summary>
    BrokenOff,
}
