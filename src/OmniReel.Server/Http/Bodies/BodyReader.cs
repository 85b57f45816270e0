using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Primitives;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace OmniReel.Server.Http.Bodies;

/// <summary>
/// Reads request bodies into memory within bounds. A small body costs a pooled buffer; a large one reserves its bytes as they come, so
/// that many legal bodies at once cannot add up to more memory than there is.
/// </summary>
internal sealed class BodyReader(InFlightBudget budget)
{
    /// <summary>The largest body: seven inline images of 10 MB, in Base64, with room to spare.</summary>
    public const int Limit = 100 << 20;

    /// <summary>Up to here a body is small: it is not counted against the budget.</summary>
    public const int SmallLimit = 8 << 10;

    /// <summary>What is taken first for a body that announces its length, and for one that does not.</summary>
    private const int FirstPart = 1 << 20, FirstUnannounced = 64 << 10;

    /// <summary>Up to here a body may come as slowly as Kestrel lets it.</summary>
    private const int Unhurried = 64 << 10;

    // A large body holds memory that others wait for.
    private static readonly MinDataRate LargeBodyRate = new(bytesPerSecond: 16 << 10, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>
    /// Reads the whole body. Never throws for what a client did. A client that has sent all of it and left is none that was aborted:
    /// what it sent is read, so no cancellation goes in here, and Kestrel's rate limit ends bodies that stall.
    /// </summary>
    public async ValueTask<RequestBody> ReadAsync(HttpRequest request)
    {
        var fault = JsonContentType.Check(request.Headers.ContentType);
        if (fault != BodyFault.None) return RequestBody.Faulty(fault);
        if (IsPacked(request.Headers.ContentEncoding)) return RequestBody.Faulty(BodyFault.Packed);

        var announced = request.ContentLength;
        if (announced > Limit) return RequestBody.Faulty(BodyFault.TooLarge);
        if (announced == 0) return RequestBody.Faulty(BodyFault.None);

        try
        {
            return announced > SmallLimit ? await GrowAsync(request, default, (int)announced.Value) : await ReadSmallAsync(request, (int?)announced);
        }
        catch (Exception e) when (e is BadHttpRequestException or IOException or OperationCanceledException)
        {
            return RequestBody.Faulty(BodyFault.BrokenOff);
        }
    }

    // "identity" is the name of no packing at all; it may be said, even more than once.
    private static bool IsPacked(in StringValues encodings)
    {
        foreach (var line in encodings)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var coding = line.AsSpan(part).Trim();
                if (!coding.IsEmpty && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    private async ValueTask<RequestBody> ReadSmallAsync(HttpRequest request, int? announced)
    {
        // One byte more than the body, so that the end is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((announced ?? 4095) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    var body = RequestBody.Small(buffer, length);
                    buffer = null;
                    return body;
                }

                length += read;
                if (length < buffer.Length) continue;
                if (length >= SmallLimit) return await GrowAsync(request, buffer.AsMemory(0, length), null);
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// A large body pays for its memory as it grows, whatever length it announces: otherwise a few clients that announce much and
    /// send little would keep all others out. Once its first part is here, the announced rest is taken in one piece.
    /// </summary>
    private async ValueTask<RequestBody> GrowAsync(HttpRequest request, ReadOnlyMemory<byte> begun, int? announced)
    {
        // One byte more than may come, so that the end is seen.
        var most = (announced ?? Limit) + 1;
        var reserved = 0L;
        var done = false;
        try
        {
            var length = begun.Length;
            var own = Array.Empty<byte>();
            while (true)
            {
                if (length >= own.Length)
                {
                    if (own.Length >= most) return RequestBody.Faulty(BodyFault.TooLarge);
                    var size = announced is not null && own.Length > 0 ? most : (int)Math.Min(most, Math.Max(own.Length * 2L, announced is null ? FirstUnannounced : FirstPart));
                    if (size > Unhurried + 1) Hurry(request);
                    if (!budget.TryReserve(size)) return RequestBody.Faulty(BodyFault.NoRoom);
                    reserved += size;
                    // Not from the pool: it would keep arrays of this size.
                    var larger = GC.AllocateUninitializedArray<byte>(size);
                    (own.Length == 0 ? begun.Span : own.AsSpan(0, length)).CopyTo(larger);
                    budget.Release(own.Length);
                    reserved -= own.Length;
                    own = larger;
                }

                var read = await request.Body.ReadAsync(own.AsMemory(length));
                length += read;
                if (read > 0) continue;
                done = true;
                return RequestBody.Large(own, length, budget, reserved);
            }
        }
        finally
        {
            if (!done) budget.Release(reserved);
        }
    }

    private static void Hurry(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = LargeBodyRate;
    }
}
