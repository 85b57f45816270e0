namespace OmniReel.Server.Engines.Kling;

/// <summary>What upstreams are told of this server.</summary>
/// <param name="Deployment">What the references of its submits and elements begin with: letters and digits, like no other server's.</param>
/// <param name="PublicUrl">Where others reach it, without a slash at its end; null where they do not.</param>
/// <param name="Key">The secret behind addresses that nobody can guess.</param>
public sealed record KlingHome(string Deployment, string? PublicUrl, byte[] Key);
