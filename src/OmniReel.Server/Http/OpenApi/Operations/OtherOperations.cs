using OmniReel.Contract.Answers;
using OmniReel.Contract.Rules;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Rules;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Uploads, files, rules, and what those ask who run the server.</summary>
internal static class OtherOperations
{
    public static IEnumerable<DescribedPath> All =>
    [
        new("/v1/files", Upload()),
        new("/files/{artifact}", File()),
        new("/v1/rules", RulesList()),
        new("/healthz", Health("getHealth", new("Whether the process answers", "进程是否响应"), new("It does.", "正常。"), [])),
        new("/readyz", Health("getReadiness", new("Whether new work is taken", "是否接受新任务"), new("It is.", "接受。"), [ApiErrors.NotReady])),
        new("/metrics", Text("getMetrics", new("Figures in Prometheus' text format", "Prometheus 文本格式的指标"), "text/plain")),
        new("/openapi.json", Text("getOpenApiJson", new("This document", "本文档"), Answer.Json, AnswerHeaders.ETag, AnswerHeaders.CacheControl)),
        new("/openapi.yaml", Text("getOpenApiYaml", new("This document as YAML", "本文档（YAML）"), "application/yaml", AnswerHeaders.ETag, AnswerHeaders.CacheControl)),
    ];

    private static Operation Upload() => new("POST", "uploadFile", Tags.Files, new("Upload a picture or a film", "上传图片或视频"))
    {
        Text = new(
            "The file is the body itself, or the one file of a form (`curl -F file=@picture.png`). The link may be used as `image_url` or `video_url` until it expires.",
            "文件即请求体本身，或表单中唯一的文件（`curl -F file=@picture.png`）。链接在失效前可用作 `image_url` 或 `video_url`。"),
        Takes = [Parameters.Language],
        Body = new(null, []),
        Answers =
        [
            new(200, new("The file's link.", "文件链接。"))
            {
                Data = [typeof(FileData)],
                Examples =
                [
                    new("uploaded", new("A picture", "图片"),
                        Samples.Ok(new FileData { Id = "upload-5f0c", Url = Samples.Link("upload-5f0c"), ExpiresAt = 1796083200000 }, WireContext.Default.FileData)),
                ],
            },
        ],
        Refusals =
        [
            ApiErrors.UploadForm, KnownErrors.UploadOfOtherKind, ApiErrors.For(BodyFault.BrokenOff), ApiErrors.UploadTooLarge, ApiErrors.For(BodyFault.Packed), KnownErrors.UploadOverQuota,
            ApiErrors.NotReady, ApiErrors.UploadNoRoom, ApiErrors.UploadNotKept,
        ],
    };

    private static Operation File() => new("GET", "getFile", Tags.Files, new("A film or a picture", "视频或图片文件"))
    {
        Text = new(
            "The links that answers hold: their signature is the key. A range of bytes is sent where one is asked for, so that players can seek.",
            "响应中的链接，签名即凭证。支持按字节范围获取，播放器可以拖动。"),
        NeedsKey = false,
        Takes = [Parameters.ArtifactId, Parameters.Expiry, Parameters.Signature, Parameters.Range, Parameters.IfRange, Parameters.IfNoneMatch, Parameters.Language],
        Answers =
        [
            new(200, new("The whole file.", "整个文件。")) { Types = s_files, Headers = [.. s_fileHeaders] },
            new(206, new("A part of it.", "文件的一部分。")) { Types = s_files, Headers = [.. s_fileHeaders, AnswerHeaders.ContentRange] },
            new(304, new("You have it already.", "未变化。")) { Types = [], Headers = [.. s_fileHeaders] },
            new(416, new("The range begins behind the file's end.", "范围超出文件末尾。")) { Types = [], Headers = [.. s_fileHeaders, AnswerHeaders.ContentRange] },
        ],
        Refusals = [ApiErrors.LinkForged, ApiErrors.LinkExpired, ApiErrors.FileGone],
    };

    private static Operation RulesList() => new("GET", "listRules", Tags.Rules, new("The catalogue of rules", "规则目录"))
    {
        NeedsKey = false,
        Answers =
        [
            new(200, new("Every rule whose id an answer can name.", "响应中可能出现的所有规则。"))
            {
                Data = [typeof(IReadOnlyList<RuleEntry>)],
                Examples = [new("rules", new("The first two", "前两条"), Samples.Ok([.. RuleCatalogue.All.Take(2)], WireContext.Default.IReadOnlyListRuleEntry))],
            },
        ],
    };

    private static Operation Health(string id, Said summary, Said good, IReadOnlyList<ApiError> refusals) => new("GET", id, Tags.Operation, summary)
    {
        NeedsKey = false,
        Answers = [new(200, good) { Examples = [new("good", new("It is", "正常"), Samples.Done())] }],
        Refusals = refusals,
    };

    private static Operation Text(string id, Said summary, string type, params string[] headers) => new("GET", id, Tags.Operation, summary)
    {
        NeedsKey = false,
        Takes = headers.Length > 0 ? [Parameters.IfNoneMatch] : [],
        Answers = headers.Length == 0
            ? [new(200, summary) { Types = [type] }]
            : [new(200, summary) { Types = [type], Headers = headers, IsBare = true }, new(304, new("You have it already.", "未变化。")) { Types = [], Headers = headers }],
    };

    private static readonly string[] s_files = ["video/mp4", "video/quicktime", "image/jpeg", "image/png", "application/octet-stream"];
    private static readonly string[] s_fileHeaders = [AnswerHeaders.ETag, AnswerHeaders.AcceptRanges, AnswerHeaders.CacheControl, AnswerHeaders.ContentDisposition];
}
