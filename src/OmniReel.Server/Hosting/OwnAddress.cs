namespace OmniReel.Server.Hosting;

/// <summary>The address this server listens on, known once it does.</summary>
internal sealed class OwnAddress
{
    /// <summary>As <c>http://HOST:PORT</c>, a host that one can connect to; empty before.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Takes the first address that is not a socket file.</summary>
    public void Found(IEnumerable<string> addresses)
    {
        var first = addresses.FirstOrDefault(address => !address.Contains("unix:", StringComparison.Ordinal)) ?? "";
        Value = first.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//localhost:", StringComparison.Ordinal).TrimEnd('/');
    }
}
