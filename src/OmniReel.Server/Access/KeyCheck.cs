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

    /// <summary>A token that our secret did not sign, or in another's name (401/1000).</summary>
    Unproven,

    /// <summary>A token of ours whose <c>exp</c> or <c>nbf</c> is missing, no time, or too far ahead (401/1002).</summary>
    BadTimes,

    /// <summary>A token of ours that does not hold yet (401/1003).</summary>
    TooEarly,

    /// <summary>A token of ours that has ended (401/1004).</summary>
    Expired,
}

/// <summary>The verdict on a key and, when it is known, whose it is.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Tenant">The tenant of a known key; empty otherwise.</param>
public readonly record struct KeyCheck(KeyVerdict Verdict, string Tenant)
{
    /// <summary>The account that every key of this server belongs to.</summary>
    public const string DefaultTenant = "default";
}
