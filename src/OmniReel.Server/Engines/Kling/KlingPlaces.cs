namespace OmniReel.Server.Engines.Kling;

/// <summary>The addresses of one API: all of them stand below one root, such as <c>https://host/kling/v1</c>.</summary>
/// <param name="Root">Without a slash at its end.</param>
internal sealed record KlingPlaces(string Root)
{
    private const string VideosPath = "/videos/omni-video";

    private static readonly string[] s_vendorHosts = ["api-singapore.klingai.com", "api-beijing.klingai.com", "api.klingai.com"];

    /// <summary>Prefixes that are tried where nothing says which it is: the vendor's, then that of relays.</summary>
    public static IReadOnlyList<string> UsualPrefixes { get; } = ["", "/kling"];

    /// <summary>Films are made, listed and, with an id behind it, asked for.</summary>
    public Uri Videos { get; } = new(Root + VideosPath);

    /// <summary>Elements are made and, with an id behind it, asked for.</summary>
    public Uri Elements { get; } = new(Root + "/general/advanced-custom-elements");

    /// <summary>One film.</summary>
    public Uri Video(string id) => new($"{Videos}/{Uri.EscapeDataString(id)}");

    /// <summary>One element.</summary>
    public Uri Element(string id) => new($"{Elements}/{Uri.EscapeDataString(id)}");

    /// <summary>A page of films, the first is 1.</summary>
    public Uri Page(int page, int size) => new($"{Videos}?pageNum={page}&pageSize={size}");

    /// <summary>Where a connection's API is, as far as its configuration says it; null where it has to be found out.</summary>
    public static KlingPlaces? Of(KlingConnection connection)
    {
        if (connection.PathPrefix is { } prefix)
            return Below(connection.BaseUrl, prefix);
        var path = connection.BaseUrl.AbsolutePath.Trim('/');
        if (path.Length > 0)
            return Below(connection.BaseUrl, path);
        return s_vendorHosts.Contains(connection.BaseUrl.Host, StringComparer.OrdinalIgnoreCase) ? Below(connection.BaseUrl, "") : null;
    }

    /// <summary>
    /// Below a prefix of a host. People copy more of an address than its prefix: <c>/kling</c>, <c>/kling/v1</c> and the whole path of the
    /// collection of films all mean the same.
    /// </summary>
    public static KlingPlaces Below(Uri host, string prefix)
    {
        var path = prefix.Trim('/');
        if (("/" + path).EndsWith(VideosPath, StringComparison.Ordinal))
            return new KlingPlaces($"{host.GetLeftPart(UriPartial.Authority)}{("/" + path)[..^VideosPath.Length]}");
        if (path != "v1" && !path.EndsWith("/v1", StringComparison.Ordinal))
            path = path.Length == 0 ? "v1" : path + "/v1";
        return new KlingPlaces($"{host.GetLeftPart(UriPartial.Authority)}/{path}");
    }
}
