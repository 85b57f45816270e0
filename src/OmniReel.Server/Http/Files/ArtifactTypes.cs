using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Http.Files;

/// <summary>The content types that we serve, and the file names that go with them. What is not stored by us is bytes: no browser may take it for a page.</summary>
internal static class ArtifactTypes
{
    /// <summary>The type itself, or <c>application/octet-stream</c>.</summary>
    public static string Known(string contentType) => ContentTypes.TryGetExtension(contentType, out _) ? contentType : "application/octet-stream";

    /// <summary>What a download is called: <c>omnireel-ID.mp4</c>.</summary>
    public static string FileName(Artifact artifact)
    {
        var safe = string.Concat(artifact.Id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return $"omnireel-{safe}{(ContentTypes.TryGetExtension(artifact.ContentType, out var extension) ? extension : ".bin")}";
    }
}
