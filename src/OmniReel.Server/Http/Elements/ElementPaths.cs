namespace OmniReel.Server.Http.Elements;

/// <summary>The two roots under which elements are served alike.</summary>
internal static class ElementPaths
{
    /// <summary>Both roots.</summary>
    public static readonly string[] All = ["/kling/v1/general", "/v1/general"];

    /// <summary>Where the id stands in a path below a resource of this root: the number of slashes before it.</summary>
    public static int IdPlace(string root) => root.Count(c => c == '/') + 2;
}
