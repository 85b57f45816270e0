namespace OmniReel.Console.Api;

/// <summary>The body that a task was created with, as it was sent.</summary>
/// <param name="Body">JSON, maybe with comments.</param>
/// <param name="IsRelay">It was read by the relay's profile, else by the vendor's.</param>
public sealed record StoredRequest(string Body, bool IsRelay)
{
    /// <summary>The path that it was sent to.</summary>
    public string Path => IsRelay ? "/kling/v1/videos/omni-video" : "/v1/videos/omni-video";
}
