using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Makes task ids: 18 decimal digits, the first never 0. An id is <c>10^17 + slice × 31,250,000 + random</c>, where slices are
/// sixteenths of a second since 2026-01-01 and the random part (25 bits) comes from the system's generator: ids sort roughly by
/// age, and the next one cannot be guessed. (What keeps tenants apart is the tenant in every query, never the id.)
/// </summary>
/// <remarks>
/// The slice never goes back: not below the newest id in the store (<paramref name="newest"/>), and not when the wall clock does.
/// Within one slice no random part is used twice, so two ids of one server are never equal. The range ends in 2083. Slices are that
/// short so that ids made together lie together in a database's index.
/// </remarks>
public sealed class TaskIds(TimeProvider time, long newest)
{
    private const long First = 100_000_000_000_000_000;
    private const int PerSlice = 31_250_000;
    private const long TicksPerSlice = TimeSpan.TicksPerSecond / 16;
    private const int UsedAtMost = 1 << 16;

    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly HashSet<int> _used = [];
    private readonly uint[] _draws = new uint[256];
    private int _drawn = 256;
    private long _slice = newest < First ? -1 : (newest - First) / PerSlice + 1;

    /// <summary>A new id.</summary>
    public long Next()
    {
        lock (_gate)
        {
            var now = Math.Max(0, (time.GetUtcNow() - s_start).Ticks / TicksPerSlice);
            if (_used.Count >= UsedAtMost)
                now = Math.Max(now, _slice + 1);
            if (now > _slice)
            {
                _slice = now;
                _used.Clear();
            }

            int random;
            do
                random = Draw();
            while (random >= PerSlice || !_used.Add(random));
            return First + _slice * PerSlice + random;
        }
    }

    // 25 bits, evenly; what is too large is drawn again. Many at once, because asking the system costs as much as the rest of an id.
    private int Draw()
    {
        if (_drawn == _draws.Length)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(_draws.AsSpan()));
            _drawn = 0;
        }

        return (int)(_draws[_drawn++] >> 7);
    }

    /// <summary>True for a text that has the form of a task id.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long id)
    {
        id = 0;
        return text.Length == 18 && text[0] != '0' && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
