using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>The header <c>Idempotency-Key</c> of a POST.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 255;

    /// <summary>False for a header that is no key. The key is null when the header is absent or empty.</summary>
    public static bool TryRead(in StringValues header, out string? key)
    {
        key = null;
        if (header.Count > 1) return false;
        var text = header.ToString().Trim();
        if (text.Length == 0) return true;
        if (text.Length > Longest || text.AsSpan().ContainsAnyExceptInRange('!', '~')) return false;
        key = text;
        return true;
    }

    /// <summary>What the store keeps of a POST. The profile is part of what was asked: the same bytes mean different requests on the two paths.</summary>
    public static IdempotencyClaim Claim(string key, ReadOnlySpan<byte> body, ApiProfile profile, string requestId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body);
        hash.AppendData([(byte)profile]);
        return new IdempotencyClaim(key, hash.GetHashAndReset(), requestId);
    }
}
