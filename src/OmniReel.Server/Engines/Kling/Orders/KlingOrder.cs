using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>A request, what fills its places, and the files that are needed for that.</summary>
/// <param name="values">As many as the request has places, in their order.</param>
/// <param name="room">For bodies in memory.</param>
internal sealed class KlingOrder(KlingRequest request, IReadOnlyList<PlaceValue> values, PreparedInputs inputs, IUpstreamHints hints, BodyRoom room) : IPaidOrder
{
    public async ValueTask<PaidBody> WriteAsync(string reference, CancellationToken cancellation)
    {
        var end = End(reference);
        var length = request.Text.Length + values.Sum(value => value.Length) + end.Length;
        try
        {
            var held = await room.BringAsync(length, stop => WriteAsync(length, end, stop), cancellation);
            return new PaidBody(held.Bytes, Convert.ToHexStringLower(SHA256.HashData(held.Bytes.Span)), held.Dispose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineTroubleException("An input that was here a moment ago cannot be read.", e);
        }
    }

    public void Dispose() => inputs.Dispose();

    private async ValueTask<ReadOnlyMemory<byte>> WriteAsync(int length, byte[] end, CancellationToken cancellation)
    {
        var body = GC.AllocateUninitializedArray<byte>(length);
        int from = 0, to = 0;
        foreach (var (place, value) in request.Places.Zip(values))
        {
            Text(place.Offset);
            await value.WriteAsync(body.AsMemory(to, value.Length), cancellation);
            to += value.Length;
        }

        Text(request.Text.Length);
        end.CopyTo(body, to);
        return body;

        void Text(int until)
        {
            request.Text.Span[from..until].CopyTo(body.AsSpan(to));
            to += until - from;
            from = until;
        }
    }

    /// <summary>What is ours, and the closing brace.</summary>
    private byte[] End(string reference)
    {
        var callback = hints.AddressFor(reference) is { } address ? $",\"callback_url\":{Quoted(address)}" : "";
        return Encoding.UTF8.GetBytes($",\"external_task_id\":{Quoted(reference)}{callback}}}");
    }

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
