using OmniReel.Server.Http.Console;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>
/// All that the document describes. Whoever maps a path adds it to one of the lists here, or to a new one beside them, where it stands
/// for programs; what only a browser asks for, pages and their parts, is named in <see cref="IsPage"/>. A test compares this with what is mapped.
/// </summary>
internal static class DescribedPaths
{
    /// <summary>Every path, in the order of the document.</summary>
    public static IReadOnlyList<DescribedPath> All => [.. VideoOperations.All, .. ElementOperations.All, .. OtherOperations.All.Take(2), .. CallbackOperations.All, .. SubmitOperations.All, .. OtherOperations.All.Skip(2), .. RouteOperations.All, .. ConsoleOperations.All, .. LabOperations.All];

    /// <summary>What only upstreams call, at addresses that we gave them.</summary>
    public static bool IsForUpstreams(string path) => path.StartsWith("/upstream-callbacks/", StringComparison.Ordinal);

    /// <summary>Pages for people, and what they are made of.</summary>
    public static bool IsPage(string path) => path is "/docs" || ConsolePages.All.Contains(path) || s_pageFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static readonly string[] s_pageFolders = ["/docs/", "/tasks/", "/_framework/", "/_content/", "/app/"];
}
