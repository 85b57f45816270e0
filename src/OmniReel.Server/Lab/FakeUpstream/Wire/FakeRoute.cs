namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>What a path is about.</summary>
internal enum FakeResource
{
    Nothing,
    Films,
    Elements,
    Presets,
    ElementDeletion,
}

/// <summary>A path, read.</summary>
/// <param name="IsRelay">It began with <c>/kling</c>.</param>
/// <param name="Resource">What it is about.</param>
/// <param name="Id">What stood behind; null for nothing.</param>
internal readonly record struct FakeRoute(bool IsRelay, FakeResource Resource, string? Id)
{
    private const string Films = "/v1/videos/omni-video";
    private const string Elements = "/v1/general/advanced-custom-elements";
    private const string Presets = "/v1/general/advanced-presets-elements";

    public static FakeRoute Of(string path)
    {
        var isRelay = path.StartsWith("/kling/", StringComparison.Ordinal);
        var rest = isRelay ? path.AsSpan("/kling".Length) : path;
        if (rest.EndsWith("/")) rest = rest[..^1];
        if (Is(rest, Films, out var id)) return new(isRelay, FakeResource.Films, id);
        if (Is(rest, Elements, out id)) return new(isRelay, FakeResource.Elements, id);
        if (rest is Presets) return new(isRelay, FakeResource.Presets, null);
        return new(isRelay, rest is "/v1/general/delete-elements" or "/v1/general/delete-advanced-elements" ? FakeResource.ElementDeletion : FakeResource.Nothing, null);
    }

    private static bool Is(ReadOnlySpan<char> path, string resource, out string? id)
    {
        id = null;
        if (!path.StartsWith(resource, StringComparison.Ordinal)) return false;
        var rest = path[resource.Length..];
        if (rest.IsEmpty) return true;
        if (rest[0] != '/' || rest[1..].Contains('/')) return false;
        id = rest[1..].ToString();
        return true;
    }
}
