namespace OmniReel.Server.Callbacks.Signing;

/// <summary>Where secrets that this server made are kept: readable by their owner alone.</summary>
public interface ISigningSecretFile
{
    /// <summary>What was last kept; null for nothing.</summary>
    string? Read();

    /// <summary>Keeps a text in place of any other. Durable when it returns; after a crash either the old one or the new one is there, whole.</summary>
    void Keep(string text);
}
