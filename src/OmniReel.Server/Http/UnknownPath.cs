using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http;

/// <summary>The answer at paths that nobody serves; a client of the vendor's other products learns what is here instead.</summary>
internal static class UnknownPath
{
    private const string VideoPath = "/v1/videos/omni-video";
    private const string ElementPath = "/v1/general/advanced-custom-elements";

    /// <summary>404 with code 1203, naming what there is.</summary>
    public static ApiError Error(PathString path)
    {
        var text = path.Value ?? "/";
        var relay = text.StartsWith("/kling/", StringComparison.OrdinalIgnoreCase);
        var prefix = relay ? "/kling" : "";
        var root = prefix + VideoPath;
        if (text.Contains("/general", StringComparison.OrdinalIgnoreCase))
            return ApiErrors.NoSuchPath(text, $"Elements live under {prefix}{ElementPath}.", $"主体的路径是 {prefix}{ElementPath}。");
        return text.Contains("/videos", StringComparison.OrdinalIgnoreCase) || text.Contains("/images", StringComparison.OrdinalIgnoreCase)
            ? ApiErrors.NoSuchPath(text, $"This server has omni-video: POST {root}.", $"本服务提供 omni-video：POST {root}。")
            : ApiErrors.NoSuchPath(text, $"This server has {root}, {prefix}{ElementPath}, /v1/files, /v1/callbacks, /v1/rules and the console at /.", $"本服务提供 {root}、{prefix}{ElementPath}、/v1/files、/v1/callbacks、/v1/rules 以及控制台 /。");
    }
}
