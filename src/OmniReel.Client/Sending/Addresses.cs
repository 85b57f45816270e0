using OmniReel.Contract.Requests;

namespace OmniReel.Client.Sending;

/// <summary>
/// Where things are below a base URL. It may end where people's settings end: at the host, at <c>/v1</c> or <c>/kling/v1</c> (which say
/// the profile), or at the films themselves. What stands before that is kept in front of every path.
/// </summary>
internal sealed class Addresses
{
    private const string FilmsPath = "/videos/omni-video";

    private readonly string _profiled;

    public Addresses(Uri baseUrl, ApiProfile? profile)
    {
        var text = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        text = Without(text, FilmsPath);
        var bare = Without(Without(text, "/v1"), "/kling");
        Profile = profile ?? (Without(text, "/v1").EndsWith("/kling", StringComparison.Ordinal) ? ApiProfile.Relay : ApiProfile.Vendor);
        Root = bare;
        _profiled = Root + (Profile == ApiProfile.Relay ? "/kling/v1" : "/v1");
    }

    public ApiProfile Profile { get; }

    /// <summary>Without a slash at its end.</summary>
    public string Root { get; }

    public string Films => _profiled + FilmsPath;

    /// <summary>Below <c>…/general</c>.</summary>
    public string General(string path) => $"{_profiled}/general{path}";

    public string Film(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return $"{Films}/{Uri.EscapeDataString(id)}";
    }

    /// <summary>A link as it stands, or below this server where it names no host. (On Unix a bare path passes for a file's address.)</summary>
    public Uri Resolve(string link) => link.StartsWith('/') ? new Uri(Root + link) : new Uri(link, UriKind.Absolute);

    private static string Without(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
}
