using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Access;

/// <summary>Somebody who signed in to the console.</summary>
/// <param name="Tenant">Whose key it was.</param>
/// <param name="KeyHint">How to recognise that key.</param>
/// <param name="Csrf">What a request that changes something must show beside the cookie: other sites can make a browser send one, not read the other.</param>
/// <param name="Ends">When it ends, however much it is used.</param>
public sealed record ConsoleSession(string Tenant, string KeyHint, string Csrf, DateTimeOffset Ends);

/// <summary>
/// The sessions of the console. They live in memory: a server that starts anew knows none, and neither does any other server. Kept is a
/// hash of each session's token, so that what this process remembers opens nothing.
/// </summary>
public sealed class ConsoleSessions(TimeProvider time)
{
    /// <summary>A session that nobody uses ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Every session ends after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>With more than this, the ones not used for longest end.</summary>
    public const int Most = 1000;

    private readonly ConcurrentDictionary<string, Entry> _byToken = new(StringComparer.Ordinal);

    /// <summary>Begins a session; the token is told here and kept nowhere.</summary>
    public ConsoleSession Begin(string tenant, string keyHint, out string token)
    {
        if (_byToken.Count >= Most) MakeRoom();
        token = Random();
        var session = new ConsoleSession(tenant, keyHint, Random(), time.GetUtcNow() + Longest);
        _byToken[Hash(token)] = new Entry(session, time.GetUtcNow());
        return session;
    }

    /// <summary>The session of a token, used once more by this; null for a strange token and for a session that has ended.</summary>
    public ConsoleSession? Use(string token)
    {
        var hash = Hash(token);
        if (!_byToken.TryGetValue(hash, out var entry)) return null;
        var now = time.GetUtcNow();
        if (entry.IsOver(now))
        {
            _byToken.TryRemove(hash, out _);
            return null;
        }

        entry.Used(now);
        return entry.Session;
    }

    /// <summary>Ends a session; nothing happens for a strange token.</summary>
    public void End(string token) => _byToken.TryRemove(Hash(token), out _);

    private void MakeRoom()
    {
        var now = time.GetUtcNow();
        foreach (var (hash, entry) in _byToken)
            if (entry.IsOver(now)) _byToken.TryRemove(hash, out _);
        foreach (var (hash, _) in _byToken.OrderBy(pair => pair.Value.LastUse).Take(Math.Max(0, _byToken.Count - Most + 1)))
            _byToken.TryRemove(hash, out _);
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed class Entry(ConsoleSession session, DateTimeOffset begun)
    {
        private long _lastUse = begun.UtcTicks;

        public ConsoleSession Session => session;

        public long LastUse => Volatile.Read(ref _lastUse);

        public void Used(DateTimeOffset now) => Volatile.Write(ref _lastUse, now.UtcTicks);

        public bool IsOver(DateTimeOffset now) => now >= session.Ends || now.UtcTicks - LastUse >= Idle.Ticks;
    }
}
