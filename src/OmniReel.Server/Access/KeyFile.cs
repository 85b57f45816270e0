using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Access;

/// <summary>
/// The key that the first start made, kept as a hash: <c>DATA/api-key</c>, one line, <c>HINT SHA-256</c>. The key itself is
/// shown once and kept nowhere.
/// </summary>
public static class KeyFile
{
    /// <summary>The ring of this data folder; null when no key has been made yet.</summary>
    /// <exception cref="InvalidDataException">The file is not what we wrote.</exception>
    public static KeyRing? Open(string dataFolder)
    {
        var path = PathIn(dataFolder);
        return File.Exists(path) ? Read(path) : null;
    }

    /// <summary>Keeps a key's hash, in place of any other. Only for a key that its owner gets to see: nobody can read it from here.</summary>
    public static void Keep(string dataFolder, string key)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        SecretFile.Create(PathIn(dataFolder), Encoding.UTF8.GetBytes($"{ApiKey.Hint(key)} {hash}\n"));
    }

    /// <summary>Where the hash is. Whoever deletes the file gets a new key at the next start.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "api-key");

    private static KeyRing Read(string path)
    {
        var parts = File.ReadAllText(path).Split(' ', '\n');
        return parts.Length >= 2 && parts[1].Length == 2 * SHA256.HashSizeInBytes && parts[1].All(char.IsAsciiHexDigit)
            ? KeyRing.OfHash(Convert.FromHexString(parts[1]), parts[0])
            : throw new InvalidDataException($"{path} is damaged: it should hold one line, a hint and a SHA-256. Delete it to get a new key at the next start, or set OMNIREEL_KEY.");
    }
}
