using System.Net.Sockets;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>What an upstream can fetch by itself, and the links that it is given to what it cannot.</summary>
/// <param name="publicUrl">What links of this server begin with for others, without a slash at its end; null for none.</param>
internal sealed class UpstreamReach(KlingConnection connection, string? publicUrl, SignedLinks links, AddressGuard guard, INameResolver resolver)
{
    // The same for the same task whenever it is asked for: a request is written the same way each time.
    private static readonly TimeSpan s_life = TimeSpan.FromDays(30);

    private static readonly TimeSpan s_resolving = TimeSpan.FromSeconds(3);

    private readonly bool _isPublic = IsOnTheInternet(connection.BaseUrl.OriginalString) is not false;

    /// <summary>The artifact that a URL of ours leads to; null for any other URL.</summary>
    public string? OwnArtifact(string url) => links.Find(url)?.Artifact;

    /// <summary>Whether the upstream can fetch a URL that is none of ours, as far as it can be known from here.</summary>
    public async ValueTask<bool> ReachesAsync(string url, CancellationToken cancellation)
    {
        // Who sits inside sees what we see.
        if (!_isPublic)
            return true;
        if (IsOnTheInternet(url) is { } known)
            return known;
        // What was fetched from a name is public wherever nothing else may be fetched.
        return !guard.AllowsNetworks || await LeadsOutAsync(new Uri(url).IdnHost, cancellation);
    }

    /// <summary>
    /// A link to an artifact of ours that the upstream can open for a month from a time on; null where there is none because this server has
    /// no public address.
    /// </summary>
    /// <param name="since">Unix milliseconds.</param>
    /// <param name="inside">What links begin with for those on the same network; null where that is not known.</param>
    public string? Link(string artifact, long since, string? inside)
    {
        var begin = publicUrl ?? (_isPublic ? null : inside);
        return begin is null ? null : begin + links.For(artifact, (since / 1000) + (long)s_life.TotalSeconds);
    }

    private async ValueTask<bool> LeadsOutAsync(string host, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(s_resolving);
        try
        {
            return (await resolver.ResolveAsync(host, over.Token)).All(address => PublicAddresses.Contain(PublicAddresses.Plain(address)));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // It was fetched a moment ago; the upstream says best whether it can.
            return true;
        }
    }

    /// <summary>Null for a name, which may lead anywhere, and for what is no URL.</summary>
    private static bool? IsOnTheInternet(string url)
    {
        if (WebAddress.Read(url).Address is not { } address)
            return null;
        return address.Literal is { } literal ? PublicAddresses.Contain(literal) : address.IsLocal ? false : null;
    }
}
