using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OmniReel.Client.Reading;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>
/// Tells genuine callbacks from others by their signature (Standard Webhooks: HMAC-SHA-256 over <c>id.timestamp.body</c>), and reads them.
/// Safe for use by many threads at once. It needs the raw bytes of the body: JSON that was parsed and written again has another signature.
/// </summary>
/// <example>
/// <code>
/// app.MapPost("/hook", async (HttpRequest request) =>
/// {
///     using var body = new MemoryStream();
///     await request.Body.CopyToAsync(body);
///     if (!verifier.TryOpen(body.ToArray(), name => request.Headers[name], out var callback, out var why))
///         return Results.Json(new { why }, statusCode: 401);
///     …
///     return Results.NoContent();
/// });
/// </code>
/// </example>
public sealed class CallbackVerifier
{
    private const string Prefix = "whsec_";

    private readonly byte[][] _keys;
    private readonly TimeProvider _time;

    /// <summary>Makes a verifier.</summary>
    /// <param name="secrets">One or more secrets, <c>whsec_…</c>; a callback that any of them signed is genuine, so that a rotation misses nothing.</param>
    /// <param name="time">The clock to compare timestamps with; null for the system's.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is not Base64. The message does not contain it.</exception>
    public CallbackVerifier(IEnumerable<string> secrets, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _keys = [.. secrets.Select(Key)];
        _time = time ?? TimeProvider.System;
        if (_keys.Length == 0)
            throw new ArgumentException("Give at least one secret: without one nothing can be verified.", nameof(secrets));
    }

    /// <summary>Makes a verifier with one secret.</summary>
    /// <inheritdoc cref="CallbackVerifier(IEnumerable{string}, TimeProvider?)"/>
    public CallbackVerifier(string secret, TimeProvider? time = null)
        : this([secret], time)
    {
    }

    /// <summary>How far a timestamp may be from now, in either direction: what is older may be somebody's recording.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Opens a callback.</summary>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="header">A header of the request by its name, null or empty when it is absent.</param>
    /// <param name="callback">What it tells.</param>
    /// <param name="why">What is wrong with it, in one line for a log; it says nothing of the secrets.</param>
    /// <returns>True: it is genuine.</returns>
    public bool TryOpen(ReadOnlySpan<byte> body, Func<string, string?> header, [NotNullWhen(true)] out ReceivedCallback? callback, out string why)
    {
        ArgumentNullException.ThrowIfNull(header);
        callback = null;
        var (id, timestamp, signatures) = (header("webhook-id") ?? "", header("webhook-timestamp") ?? "", header("webhook-signature") ?? "");
        why = Complaint(body, id, timestamp, signatures);
        if (why.Length > 0)
            return false;
        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            var root = document.RootElement.Clone();
            var isElement = root.Object("task_result")?.Part("elements") is not null;
            callback = new ReceivedCallback
            {
                Id = id,
                SentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture)),
                Task = TaskReader.Read(root),
                Element = isElement ? ElementReader.Read(root) : null,
            };
            return true;
        }
        catch (JsonException unreadable)
        {
            why = $"the body is genuine, but tells of no task: {unreadable.Message}";
            return false;
        }
    }

    private string Complaint(ReadOnlySpan<byte> body, string id, string timestamp, string signatures)
    {
        if (id.Length == 0 || timestamp.Length == 0 || signatures.Length == 0)
            return "one of the headers webhook-id, webhook-timestamp and webhook-signature is missing";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return "webhook-timestamp should be a number of seconds since 1970";
        var age = _time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (age > Tolerance)
            return $"webhook-timestamp is {age.TotalSeconds:0} s old";
        if (-age > Tolerance)
            return $"webhook-timestamp is {-age.TotalSeconds:0} s ahead: check the clocks";
        return IsSigned(body, $"{id}.{timestamp}.", signatures) ? "" : "webhook-signature is of another secret, or the body was changed";
    }

    // Every secret is tried against every signature, whatever was found before: the time it takes tells nothing.
    private bool IsSigned(ReadOnlySpan<byte> body, string head, string signatures)
    {
        var isSigned = false;
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var key in _keys)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(body);
            hash.GetHashAndReset(right);
            foreach (var part in signatures.AsSpan().Split(' '))
            {
                var one = signatures.AsSpan(part);
                if (one.StartsWith("v1,") && Convert.TryFromBase64Chars(one[3..], given, out var length) && length == given.Length)
                    isSigned |= CryptographicOperations.FixedTimeEquals(given, right);
            }
        }

        return isSigned;
    }

    private static byte[] Key(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret.AsSpan(Prefix.Length) : secret;
        var key = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64Chars(text, key, out var length) && length > 0
            ? key[..length]
            : throw new ArgumentException($"A secret is {Prefix} and Base64 with its padding, as ./omnireel callbacks rotate-secret shows it.");
    }
}

/// <summary>A callback that is genuine.</summary>
public sealed record ReceivedCallback
{
    /// <summary>The same in every attempt: what comes again with it tells nothing new.</summary>
    public required string Id { get; init; }

    /// <summary>When this attempt was made.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The task as it stood when it changed. Callbacks may overtake each other: the larger <see cref="TaskData.UpdatedAt"/> is the newer.</summary>
    public required TaskData Task { get; init; }

    /// <summary>The task of an element that is made; null for a film's, and for an element that is not made yet.</summary>
    public ElementTaskData? Element { get; init; }
}
