namespace OmniReel.Console.Create.Bodies;

/// <summary>What can be shown of an address.</summary>
public static class Links
{
    /// <summary>The last part of an address' path; of Base64 nothing.</summary>
    public static string NameOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!IsWeb(url) || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return "";
        var last = uri.Segments.Length > 0 ? Uri.UnescapeDataString(uri.Segments[^1].TrimEnd('/')) : "";
        return last.Length > 0 ? last : uri.Host;
    }

    /// <summary>The address at which a browser finds a picture: the address itself, or Base64 as a data address.</summary>
    public static string PictureOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return IsWeb(url) || url.StartsWith("data:", StringComparison.Ordinal) ? url
            : url.StartsWith("iVBOR", StringComparison.Ordinal) ? "data:image/png;base64," + url
            : "data:image/jpeg;base64," + url;
    }

    /// <summary>Whether a text begins as a web address.</summary>
    public static bool IsWeb(string url) => url is not null
        && (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
