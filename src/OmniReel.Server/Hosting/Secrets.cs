using System.Security.Cryptography;
using OmniReel.Server.Access;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Stores;

namespace OmniReel.Server.Hosting;

/// <summary>The secrets of a data folder, made at its first start and readable by their owner alone.</summary>
internal static class Secrets
{
    /// <summary>
    /// The key from the options, else the folder's, else a new one, which is the second value and still to be kept. A server
    /// that only its admin socket leads to asks for no key and has none.
    /// </summary>
    public static (KeyRing Keys, string? Minted) Keys(ServerOptions options, DataFolder folder)
    {
        if (options.Key is { } chosen) return (KeyRing.Of(chosen), null);
        if (options.Urls.Count == 0) return (KeyRing.None, null);
        try
        {
            if (KeyFile.Open(folder.Path) is { } kept) return (kept, null);
            var minted = ApiKey.Mint();
            return (KeyRing.Of(minted), minted);
        }
        catch (InvalidDataException e)
        {
            throw new ConfigurationException(e.Message);
        }
    }

    /// <summary>The secrets that sign callbacks: those of the options, else those that rotations have made.</summary>
    public static SigningSecrets Webhooks(ServerOptions options, DataFolder folder, TimeProvider time)
    {
        var path = folder.Combine("webhook-secrets");
        try
        {
            return new SigningSecrets(options.SigningSecrets, new SigningSecretFile(path), time);
        }
        catch (FormatException e)
        {
            throw new ConfigurationException(options.SigningSecrets.Count > 0
                ? $"OMNIREEL_WEBHOOK_SECRET cannot be used: {e.Message}."
                : $"{path} is damaged: {e.Message}. Delete it, and make a new secret with: omnireel callbacks rotate-secret");
        }
    }

    /// <summary>What signs the links to files. Whoever deletes it makes every link that is out there worthless.</summary>
    public static byte[] LinkKey(DataFolder folder)
    {
        const int size = 32;
        var path = folder.Combine("link-key");
        var key = SecretFile.ReadOrCreate(path, () => RandomNumberGenerator.GetBytes(size));
        return key.Length == size ? key : throw new ConfigurationException($"{path} is damaged: it should hold {size} bytes. Delete it, and links that are out there stop working.");
    }
}
