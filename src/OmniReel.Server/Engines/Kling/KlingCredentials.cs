namespace OmniReel.Server.Engines.Kling;

/// <summary>What opens an account. Written out it is only its kind, so that no log or error ever shows it.</summary>
public abstract class KlingCredentials
{
    private KlingCredentials() { }

    /// <summary>An opaque key, sent as it is.</summary>
    public sealed class Key(string value) : KlingCredentials
    {
        /// <summary>The key.</summary>
        public string Value { get; } = value;

        public override string ToString() => "API key";
    }

    /// <summary>An access key and the secret that signs short-lived tokens for it.</summary>
    public sealed class Pair(string accessKey, string secretKey) : KlingCredentials
    {
        /// <summary>Names the account.</summary>
        public string AccessKey { get; } = accessKey;

        /// <summary>Signs.</summary>
        public string SecretKey { get; } = secretKey;

        public override string ToString() => "access and secret key";
    }
}
