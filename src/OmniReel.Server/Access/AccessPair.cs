using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OmniReel.Server.Access;

/// <summary>
/// An access key and its secret key, as the vendor hands them out: clients sign short-lived JWTs with the secret and send these instead
/// of a key. Accepted is HS256 and nothing else, whatever a token says of itself. Its own reader, and a small one: what is not needed
/// cannot be got wrong.
/// </summary>
public sealed class AccessPair
{
    /// <summary>Shortest secret key, in UTF-8 bytes: 128 bits, if they are random.</summary>
    public const int ShortestSecret = 16;

    /// <summary>How far ahead a token may end. The vendor's samples say half an hour.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <summary>How much a client's clock may be ahead of ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private const int LongestToken = 4096;

    private static readonly SearchValues<char> s_alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly byte[] _accessKey;
    private readonly byte[] _secret;

    /// <summary>A pair that <see cref="Complaint"/> has nothing against.</summary>
    public AccessPair(string accessKey, string secretKey) =>
        (AccessKey, _accessKey, _secret) = (accessKey, Encoding.UTF8.GetBytes(accessKey), Encoding.UTF8.GetBytes(secretKey));

    /// <summary>The half that is no secret: the tokens' <c>iss</c>.</summary>
    public string AccessKey { get; }

    /// <summary>Null when the two make a pair; otherwise what is wrong, beginning with the variable, without showing the secret.</summary>
    public static string? Complaint(string? accessKey, string? secretKey)
    {
        if (string.IsNullOrEmpty(accessKey)) return "OMNIREEL_ACCESS_KEY is missing, and OMNIREEL_SECRET_KEY alone is half a pair: set both or neither.";
        if (string.IsNullOrEmpty(secretKey)) return "OMNIREEL_SECRET_KEY is missing, and OMNIREEL_ACCESS_KEY alone is half a pair: set both or neither.";
        if (accessKey.Length > 200 || accessKey.AsSpan().ContainsAnyExceptInRange('!', '~')) return "OMNIREEL_ACCESS_KEY cannot be used: it is 1 to 200 printable ASCII characters without blanks.";
        if (Encoding.UTF8.GetByteCount(secretKey) < ShortestSecret)
            return $"OMNIREEL_SECRET_KEY cannot be used: whoever guesses it signs tokens of their own, so it has {ShortestSecret} bytes at least; 32 random characters are good.";
        if (secretKey.Distinct().Count() < 6) return "OMNIREEL_SECRET_KEY cannot be used: it repeats a few characters and is easily guessed; 32 random characters are good.";
        return secretKey == accessKey ? "OMNIREEL_SECRET_KEY cannot be used: it is the access key, which every token shows." : null;
    }

    /// <summary>Whether a credential has the form of a JWT: three parts with dots between.</summary>
    public static bool IsToken(ReadOnlySpan<char> credential) => credential.Length <= LongestToken && credential.Count('.') == 2;

    /// <summary>
    /// Looks at a token. Before the signature is found right nothing else in it is believed but its algorithm, and nothing of it is
    /// told: a wrong issuer and a wrong signature get one answer.
    /// </summary>
    public KeyVerdict Check(ReadOnlySpan<char> token, DateTimeOffset now)
    {
        var first = token.IndexOf('.');
        var last = token.LastIndexOf('.');
        if (!IsToken(token) || !IsHs256(token[..first])) return KeyVerdict.Wrong;
        if (!IsSigned(token[..last], token[(last + 1)..])) return KeyVerdict.Unproven;
        using var claims = Parse(token[(first + 1)..last]);
        return claims is null ? KeyVerdict.Wrong : Check(claims.RootElement, now);
    }

    private KeyVerdict Check(JsonElement claims, DateTimeOffset now)
    {
        if (!claims.TryGetProperty("iss", out var issuer) || issuer.ValueKind != JsonValueKind.String
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(issuer.GetString()!), _accessKey))
            return KeyVerdict.Unproven;

        var seconds = (decimal)now.ToUnixTimeMilliseconds() / 1000;
        if (!TryTime(claims, "exp", out var end) || end is null || !TryTime(claims, "nbf", out var begin)) return KeyVerdict.BadTimes;
        if (end <= seconds) return KeyVerdict.Expired;
        if (begin > seconds + (decimal)Skew.TotalSeconds) return KeyVerdict.TooEarly;
        return end > seconds + (decimal)(LongestLife + Skew).TotalSeconds ? KeyVerdict.BadTimes : KeyVerdict.Known;
    }

    private bool IsSigned(ReadOnlySpan<char> signed, ReadOnlySpan<char> signature)
    {
        // As text: an encoding has spellings of the same bytes, and only the canonical one is good.
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes(signed.ToString()), hash);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(hash)), Encoding.UTF8.GetBytes(signature.ToString()));
    }

    private static bool IsHs256(ReadOnlySpan<char> part)
    {
        using var header = Parse(part);

        // "crit" names extensions that must be understood, and none is.
        return header is not null && !header.RootElement.TryGetProperty("crit", out _)
            && header.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals("HS256"u8);
    }

    /// <summary>A part as a JSON object; null when it is none.</summary>
    private static JsonDocument? Parse(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty || part.ContainsAnyExcept(s_alphabet)) return null;
        var json = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        JsonDocument? document = null;
        try
        {
            if (!Base64Url.TryDecodeFromChars(part, json, out var length)) return null;
            document = JsonDocument.Parse(json.AsMemory(0, length), s_strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement)) return document;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            // The last is what half a surrogate among the escapes comes to.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>True when names and texts can be read; throws <see cref="InvalidOperationException"/> otherwise, so that nothing that looks at them later does.</summary>
    private static bool IsText(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is null || (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is null)) return false;
        }

        return true;
    }

    /// <summary>False for a claim that is there and no time; null when it is not there.</summary>
    private static bool TryTime(JsonElement claims, string name, out decimal? time)
    {
        time = null;
        if (!claims.TryGetProperty(name, out var claim)) return true;
        if (claim.ValueKind != JsonValueKind.Number || !claim.TryGetDecimal(out var seconds)) return false;
        time = seconds;
        return true;
    }
}
