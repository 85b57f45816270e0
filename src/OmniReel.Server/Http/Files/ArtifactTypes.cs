using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Http.Files;

/// <summary>The content types that we serve, and the file names that go with them. Anything else is bytes: no browser may take it for a page.</summary>
internal static class ArtifactTypes
{
    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["video/mp4"] = ".mp4",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/webp"] = ".webp",
        ["audio/mp4"] = ".m4a",
    };

    /// <summary>The type itself, or <c>application/octet-stream</c>.</summary>
    public static string Known(string contentType) => Extensions.ContainsKey(contentType) ? contentType : "application/octet-stream";

    /// <summary>What a download is called: <c>omnireel-ID.mp4</c>.</summary>
    public static string FileName(Artifact artifact)
    {
        var safe = string.Concat(artifact.Id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return $"omnireel-{safe}{Extensions.GetValueOrDefault(artifact.ContentType, ".bin")}";
    }
}
