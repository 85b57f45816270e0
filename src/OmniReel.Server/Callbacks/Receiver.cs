using System.Globalization;

namespace OmniReel.Server.Callbacks;

/// <summary>Names the other end of deliveries: scheme, host and port. What one receiver does must not touch the deliveries to another.</summary>
public static class Receiver
{
    /// <summary>The receiver of a URL; the URL itself where it cannot be read, so that the attempt fails and says so.</summary>
    public static string Of(string url) => Uri.TryCreate(url, UriKind.Absolute, out var read) && read.IdnHost.Length > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{read.Scheme}://{read.IdnHost}:{read.Port}")
        : url;
}
