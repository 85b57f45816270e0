using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http;

/// <summary>The answer at paths that nobody serves; a client of the vendor's other products learns what is here instead.</summary>
internal static class UnknownPath
{
    private const string VideoPath = "/v1/videos/omni-video";

    /// <summary>404 with code 1203, naming what there is.</summary>
    public static ApiError Error(PathString path)
    {
        var text = path.Value ?? "/";
        var relay = text.StartsWith("/kling/", StringComparison.OrdinalIgnoreCase);
        var root = relay ? "/kling" + VideoPath : VideoPath;
        return text.Contains("/videos", StringComparison.OrdinalIgnoreCase) || text.Contains("/images", StringComparison.OrdinalIgnoreCase)
            ? ApiErrors.NoSuchPath(text, $"This server has omni-video: POST {root}.", $"本服务提供 omni-video：POST {root}。")
            : ApiErrors.NoSuchPath(text, $"This server has POST {root}, GET /v1/rules and the page at /.", $"本服务提供 POST {root}、GET /v1/rules 以及首页 /。");
    }
}
