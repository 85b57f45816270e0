using System.Globalization;
using System.Security.Cryptography;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Makes task ids: 18 decimal digits, the first never 0. An id is <c>10^17 + second × 500,000,000 + random</c>, where the second
/// counts from 2026-01-01 and the random part (29 bits) comes from the system's generator: ids sort roughly by age, and the next
/// one cannot be guessed. (What keeps tenants apart is the tenant in every query, never the id.)
/// </summary>
/// <remarks>
/// The second never goes back: not below the newest id in the store (<paramref name="newest"/>), and not when the wall clock does.
/// Within one second no random part is used twice, so two ids of one server are never equal. The range ends in 2083.
/// </remarks>
public sealed class TaskIds(TimeProvider time, long newest)
{
    private const long First = 100_000_000_000_000_000;
    private const long PerSecond = 500_000_000;
    private const int UsedAtMost = 1 << 20;

    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly HashSet<int> _used = [];
    private long _second = newest < First ? -1 : (newest - First) / PerSecond + 1;

    /// <summary>A new id.</summary>
    public long Next()
    {
        lock (_gate)
        {
            var now = Math.Max(0, (long)(time.GetUtcNow() - s_start).TotalSeconds);
            if (_used.Count >= UsedAtMost)
                now = Math.Max(now, _second + 1);
            if (now > _second)
            {
                _second = now;
                _used.Clear();
            }

            int random;
            do
                random = RandomNumberGenerator.GetInt32((int)PerSecond);
            while (!_used.Add(random));
            return First + _second * PerSecond + random;
        }
    }

    /// <summary>True for a text that has the form of a task id.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long id)
    {
        id = 0;
        return text.Length == 18 && text[0] != '0' && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
