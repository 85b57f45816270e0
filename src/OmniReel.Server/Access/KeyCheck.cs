namespace OmniReel.Server.Access;

/// <summary>What became of looking at a request's key.</summary>
public enum KeyVerdict
{
    /// <summary>The key is one of ours.</summary>
    Known,

    /// <summary>No key was sent (401/1001).</summary>
    Missing,

    /// <summary>A key was sent, and it is none of ours (401/1002).</summary>
    Wrong,
}

/// <summary>The verdict on a key and, when it is known, whose it is.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Tenant">The tenant of a known key; empty otherwise.</param>
public readonly record struct KeyCheck(KeyVerdict Verdict, string Tenant)
{
    /// <summary>The account that every key of this server belongs to.</summary>
    public const string DefaultTenant = "default";
}
