using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Access;

/// <summary>
/// The key that the first start made, kept as a hash: <c>DATA/api-key</c>, one line, <c>HINT SHA-256</c>. The key itself is
/// shown once and kept nowhere.
/// </summary>
public static class KeyFile
{
    /// <summary>Reads the ring of this data folder, or makes one; <paramref name="minted"/> is the new key, to be shown now or never.</summary>
    /// <exception cref="InvalidDataException">The file is not what we wrote.</exception>
    public static KeyRing OpenOrMint(string dataFolder, out string? minted)
    {
        var path = Path.Combine(dataFolder, "api-key");
        minted = null;
        if (File.Exists(path)) return Read(path);

        minted = ApiKey.Mint();
        var ring = KeyRing.Of(minted);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(minted)));
        SecretFile.Create(path, Encoding.UTF8.GetBytes($"{ring.Hint} {hash}\n"));
        return ring;
    }

    private static KeyRing Read(string path)
    {
        var parts = File.ReadAllText(path).Split(' ', '\n');
        return parts.Length >= 2 && parts[1].Length == 2 * SHA256.HashSizeInBytes && parts[1].All(char.IsAsciiHexDigit)
            ? KeyRing.OfHash(Convert.FromHexString(parts[1]), parts[0])
            : throw new InvalidDataException($"{path} is damaged: it should hold one line, a hint and a SHA-256. Delete it to get a new key at the next start, or set OMNIREEL_KEY.");
    }
}
