namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>The chapters of the document.</summary>
internal static class Tags
{
    public const string Videos = "Videos (relay path)";
    public const string VendorVideos = "Videos (vendor path)";
    public const string Elements = "Elements (relay path)";
    public const string VendorElements = "Elements (vendor path)";
    public const string Files = "Files";
    public const string Callbacks = "Callbacks";
    public const string Submits = "Paid submits";
    public const string Rules = "Rules";
    public const string Operation = "Operation";
    public const string Console = "Console";
    public const string Lab = "Lab";

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<(string Name, string Chinese, Said Text)> All { get; } =
    [
        (Videos, "视频（中转路径）", new(
            "Films at the relay's path, `/kling/v1/videos/omni-video`. Bodies are read as the relay's document has it: `model_name`, `mode` and `duration` are required.",
            "中转路径 `/kling/v1/videos/omni-video`。请求体按中转文档读取：`model_name`、`mode`、`duration` 必填。")),
        (VendorVideos, "视频（厂商路径）", new(
            "The same films at the vendor's path, `/v1/videos/omni-video`: every field is optional and has the vendor's default. Both paths share their tasks.",
            "厂商路径 `/v1/videos/omni-video`：所有字段均可省略，采用厂商默认值。两个路径的任务相通。")),
        (Elements, "主体（中转路径）", new(
            "Subjects that films are made with: presets, and your own from images or a video.",
            "视频中使用的主体：预置主体，以及由图片或视频创建的您自己的主体。")),
        (VendorElements, "主体（厂商路径）", new("The same elements at the vendor's path.", "厂商路径上的同一主体库。")),
        (Files, "文件", new("Uploads, and the links to films and pictures.", "上传文件，以及视频与图片的链接。")),
        (Callbacks, "回调", new(
            "What was told to your `callback_url`s, telling it again, and what one needs to set up a receiver.",
            "发往 `callback_url` 的回调记录、重发，以及搭建接收端所需的接口。")),
        (Submits, "付费提交", new(
            "What was sent to paid upstreams and waits for a person: outcomes that nobody could find out, and films that were paid for and that no task wants.",
            "发往付费上游、需要人工处理的提交：结果无法查明的，以及已付费但没有任务需要的影片。")),
        (Rules, "规则", new("The catalogue of rules.", "规则目录。")),
        (Operation, "运维", new("For those who run the server.", "供服务运行者使用。")),
        (Console, "控制台", new(
            "What the web console asks for beside the API. Its session opens the API to its own pages; whatever changes something then carries `X-OmniReel-Csrf`.",
            "网页控制台在接口之外所用的路径。登录会话使控制台自身的页面可以调用接口；修改类请求须携带 `X-OmniReel-Csrf`。")),
        (Lab, "实验室", new(
            "Faults, clocks and a journal for those who test their own clients. **Only on a server that was started with `--lab`; on any other these paths are 404/1203.** "
            + "Each test is named by `X-OmniReel-Test`, or by the base URL `/lab/t/NAME`, and has its own tasks.",
            "供测试自己客户端的人使用的故障、时钟与记录。**仅在以 `--lab` 启动的服务上提供，其他服务对这些路径返回 404/1203。**"
            + "测试由 `X-OmniReel-Test` 或基础地址 `/lab/t/NAME` 指明，各测试的任务互不相通。")),
    ];
}
