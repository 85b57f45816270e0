using System.Globalization;

namespace OmniReel.Server.Callbacks.Signing;

/// <summary>The headers of one attempt (Standard Webhooks).</summary>
/// <param name="Id"><c>webhook-id</c>: the same in every attempt.</param>
/// <param name="Timestamp"><c>webhook-timestamp</c>: Unix seconds of this attempt.</param>
/// <param name="Signature"><c>webhook-signature</c>: one or more, separated by spaces; null without a secret.</param>
public sealed record SignatureHeaders(string Id, long Timestamp, string? Signature)
{
    /// <summary>The body's type.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Headers of an attempt that is made now.</summary>
    public static SignatureHeaders Now(SigningSecrets secrets, string id, ReadOnlySpan<byte> body, TimeProvider time)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        return new(id, timestamp, secrets.Sign(id, timestamp, body));
    }

    /// <summary>Their names and values.</summary>
    public IEnumerable<(string Name, string Value)> All()
    {
        yield return ("webhook-id", Id);
        yield return ("webhook-timestamp", Timestamp.ToString(CultureInfo.InvariantCulture));
        if (Signature is not null) yield return ("webhook-signature", Signature);
    }
}
