using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Access;

/// <summary>Who may ask: whoever has a key, and whoever signs tokens with the secret of the access pair, if there is one.</summary>
public sealed class Identities(KeyRing keys, AccessPair? pair, TimeProvider time)
{
    /// <summary>How to recognise the server's key.</summary>
    public string KeyHint => keys.Hint;

    /// <summary>The access key whose tokens are good here; null for none.</summary>
    public string? AccessKey => pair?.AccessKey;

    /// <summary>As <see cref="Check"/>, but for keys only: a token ends soon, and what it opens must not outlive it.</summary>
    public KeyCheck CheckKey(in StringValues authorization) => keys.Check(authorization);

    /// <summary>Looks at the values of the header <c>Authorization</c>. For a key it allocates nothing.</summary>
    public KeyCheck Check(in StringValues authorization)
    {
        var check = keys.Check(authorization);
        if (check.Verdict != KeyVerdict.Wrong || pair is null) return check;
        if (Bearer.Read(authorization, out var token) != KeyVerdict.Known || !AccessPair.IsToken(token)) return check;

        var verdict = pair.Check(token, time.GetUtcNow());
        return new(verdict, verdict == KeyVerdict.Known ? KeyCheck.DefaultTenant : "");
    }
}
