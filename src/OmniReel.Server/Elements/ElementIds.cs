using System.Globalization;
using System.Security.Cryptography;

namespace OmniReel.Server.Elements;

/// <summary>
/// Makes the ids that films name elements by: 16 decimal digits below 2^53, because JavaScript rounds larger numbers, and from the
/// system's random numbers, because they say nothing about how many there are.
/// </summary>
public static class ElementIds
{
    private const long First = 1_000_000_000_000_000;
    private const long End = 1L << 53;

    /// <summary>A new id. Two may be equal once in many millions: the store refuses the second.</summary>
    public static long Mint()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return First + (long)(BitConverter.ToUInt64(bytes) % (End - First));
    }

    /// <summary>False for digits that are no id of an element of ours; leading zeros are not ours.</summary>
    public static bool TryParse(string digits, out long id) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id) && digits[0] != '0';
}
