using System.Security.Cryptography;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// The clock that leases are measured on: monotonic milliseconds since this opening of the file, and a name that no other opening
/// has. The wall clock may jump by days without ending a lease or keeping one; and since one process owns the file, a lease of any
/// other clock is over. (A store that several nodes share takes its database's clock instead.)
/// </summary>
internal sealed class LeaseClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public string Name { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public long Now => (long)time.GetElapsedTime(_start).TotalMilliseconds;
}
