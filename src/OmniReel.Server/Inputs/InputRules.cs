using OmniReel.Contract.Rules;

namespace OmniReel.Server.Inputs;

/// <summary>The rules that an input is held to while it is brought here: after its task was accepted, or as an upload.</summary>
public static class InputRules
{
    /// <summary>It leads where the server does not connect to.</summary>
    public const string UrlNotAllowed = "input_url_not_allowed";

    /// <summary>It could not be had.</summary>
    public const string FetchFailed = "input_fetch_failed";

    /// <summary>More bytes than an input may have.</summary>
    public const string TooLarge = "input_too_large";

    /// <summary>It came too slowly.</summary>
    public const string Timeout = "input_timeout";

    /// <summary>It is not what it has to be, by its first bytes.</summary>
    public const string UnsupportedMedia = "input_unsupported_media";

    /// <summary>It does not fit beside the other uploads of its tenant.</summary>
    public const string UploadQuota = "upload_quota";

    /// <summary>The elements of a tenant hold too much together.</summary>
    public const string ElementQuota = "element_quota";

    /// <summary>Them all, as the catalogue shows them.</summary>
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new(UrlNotAllowed, "*",
            "An input's address, after its name is resolved and at each redirect, is public or in a network that the operator allows.",
            "素材地址在域名解析后及每次重定向时，都必须是公网地址或运行者允许的网段。"),
        new(FetchFailed, "*",
            "An input's URL answers a plain GET with 200 and the file itself; at most 3 redirects, none from https to http, no Content-Encoding.",
            "素材地址对普通 GET 请求返回 200 与文件本身；最多 3 次重定向，不得从 https 到 http，不得使用 Content-Encoding。"),
        new(TooLarge, "*", "An image has at most 10 MiB, a video at most 200 MiB.", "图片最大 10 MiB，视频最大 200 MiB。"),
        new(Timeout, "*",
            "An input begins within 10 seconds, keeps up 50 KiB a second, and is complete within 60 seconds (an image) or 300 (a video).",
            "素材须在 10 秒内开始传输，保持每秒 50 KiB，并在 60 秒（图片）或 300 秒（视频）内完成。"),
        new(UnsupportedMedia, "*", "An image is JPEG or PNG and a video MP4 or MOV, by its content, whatever it is called.", "按内容判断，图片须为 JPEG 或 PNG，视频须为 MP4 或 MOV，与名称无关。"),
        new(UploadQuota, "file", "The uploads of an account fit into its quota together until they expire.", "同一账户未过期的上传文件合计不超过配额。"),
        new(ElementQuota, "*", "The media of an account's elements, and the requests of those still to be made, fit into a quota together.", "同一账户所有主体的素材与尚未创建完成的主体请求，合计不超过配额。"),
    ];
}
