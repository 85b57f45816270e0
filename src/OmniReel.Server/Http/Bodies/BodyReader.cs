using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Http.Bodies;

/// <summary>
/// Reads request bodies into memory within bounds. A small body costs a pooled buffer; a large one reserves its bytes first, so
/// that many legal bodies at once cannot add up to more memory than there is.
/// </summary>
internal sealed class BodyReader(InFlightBudget budget)
{
    /// <summary>The largest body: seven inline images of 10 MB, in Base64, with room to spare.</summary>
    public const int Limit = 100 << 20;

    /// <summary>Up to here a body is small: it is not counted against the budget.</summary>
    public const int SmallLimit = 64 << 10;

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
            return announced > SmallLimit ? await ReadLargeAsync(request, (int)announced.Value) : await ReadSmallAsync(request, (int?)announced);
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
                if (length > SmallLimit) return await GrowAsync(request, buffer.AsMemory(0, length));
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

    private async ValueTask<RequestBody> ReadLargeAsync(HttpRequest request, int announced)
    {
        if (!budget.TryReserve(announced)) return RequestBody.Faulty(BodyFault.NoRoom);
        var done = false;
        try
        {
            // Not from the pool: it would keep arrays of this size. Uninitialized memory costs nothing until bytes arrive in it.
            var own = GC.AllocateUninitializedArray<byte>(announced);
            await request.Body.ReadExactlyAsync(own);
            done = true;
            return RequestBody.Large(own, announced, budget, announced);
        }
        finally
        {
            if (!done) budget.Release(announced);
        }
    }

    /// <summary>A chunked body that turned out to be large: its length is not known, so it pays as it grows.</summary>
    private async ValueTask<RequestBody> GrowAsync(HttpRequest request, ReadOnlyMemory<byte> begun)
    {
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
                    if (own.Length > Limit) return RequestBody.Faulty(BodyFault.TooLarge);
                    var size = (int)Math.Min(Limit + 1L, Math.Max(own.Length, begun.Length) * 2L);
                    if (!budget.TryReserve(size)) return RequestBody.Faulty(BodyFault.NoRoom);
                    reserved += size;
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
}
