using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.Videos;

/// <summary>The two roots under which the same resource is served, each with its own reading of a body.</summary>
internal static class VideoPaths
{
    /// <summary>Root and profile of both.</summary>
    public static readonly (string Root, ApiProfile Profile)[] All =
    [
        ("/kling/v1/videos/omni-video", ApiProfile.Relay),
        ("/v1/videos/omni-video", ApiProfile.Vendor),
    ];

    /// <summary>Where the id stands in a path below this root: the number of slashes before it.</summary>
    public static int IdPlace(string root) => root.Count(c => c == '/') + 1;
}
