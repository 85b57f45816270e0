using OmniReel.Contract.Requests;

namespace OmniReel.Server.Inputs;

/// <summary>
/// How each thing that can be wrong with an input is said. Coarse on purpose: which address, which port, what an answer said would
/// make this server a map of networks that the caller cannot see.
/// </summary>
internal static class InputFaults
{
    public static InputException NotAllowed(string field, UrlComplaint complaint) =>
        Of(field, InputRules.UrlNotAllowed, complaint.English, complaint.Chinese);

    /// <summary>Without a field: whoever asked for the connection knows it.</summary>
    public static InputException AddressDenied() => Of(
        "", InputRules.UrlNotAllowed,
        "leads to an address that this server does not connect to; whoever runs it can allow a network with --allow-network CIDR, or the machine itself with --dev",
        "指向本服务不会连接的地址；服务的运行者可用 --allow-network CIDR 允许某个网段，或用 --dev 允许本机地址");

    public static InputException Unresolved(Exception? cause) => Failed("", cause);

    public static InputException Failed(string field, Exception? cause = null) => Of(
        field, InputRules.FetchFailed,
        "could not be fetched; it must answer a plain GET with 200 and the file itself, without a login, after at most 3 redirects and none from https to http",
        "无法获取；该地址必须对普通 GET 请求返回 200 与文件本身，无需登录，最多 3 次重定向，且不得从 https 跳转到 http", cause);

    public static InputException LinkOver(string field) => Of(
        field, InputRules.FetchFailed,
        "is a link of this server that has expired, or whose file is gone; query its task for a new one, or upload the file again",
        "是本服务的链接，但已过期或文件已删除；请重新查询任务获取新链接，或重新上传文件");

    public static InputException TooLarge(string field, long limit) => Of(
        field, InputRules.TooLarge, $"is larger than {limit >> 20} MiB", $"超过 {limit >> 20} MiB");

    public static InputException TooSlow(string field, TimeSpan limit, Exception? cause = null) => Of(
        field, InputRules.Timeout,
        $"took too long; it must begin within 10 seconds, keep up 50 KiB a second, and be here within {limit.TotalSeconds:0} seconds",
        $"获取超时；须在 10 秒内开始、保持每秒 50 KiB，并在 {limit.TotalSeconds:0} 秒内完成", cause);

    /// <param name="media">What it has to be; null for either.</param>
    public static InputException Unsupported(string field, InputMedia? media) => media switch
    {
        InputMedia.Image => Of(field, InputRules.UnsupportedMedia, "is not a JPEG or PNG by its content", "按内容判断不是 JPEG 或 PNG 图片"),
        InputMedia.Video => Of(field, InputRules.UnsupportedMedia, "is not an MP4 or MOV by its content", "按内容判断不是 MP4 或 MOV 视频"),
        _ => Of(field, InputRules.UnsupportedMedia, "is not a JPEG, PNG, MP4 or MOV by its content", "按内容判断不是 JPEG、PNG、MP4 或 MOV"),
    };

    public static InputException OverQuota(string field, long quota, TimeSpan life) => Of(
        field, InputRules.UploadQuota,
        $"does not fit: uploads may hold {quota >> 20} MiB together, and each is deleted {life.TotalDays:0.##} days after it came",
        $"空间不足：上传的文件合计最多 {quota >> 20} MiB，每个文件在上传 {life.TotalDays:0.##} 天后删除");

    public static InputException ElementsOverQuota(string field, long quota) => Of(
        field, InputRules.ElementQuota,
        $"does not fit: the elements of an account may hold {quota >> 20} MiB together; delete some that are not needed",
        $"空间不足：同一账户的主体合计最多 {quota >> 20} MiB；请删除不再需要的主体");

    /// <summary>The same fault, now that its field is known.</summary>
    public static InputException At(string field, InputException fault) => new(field, fault.Rule, $"{field}: {fault.Message}", $"{field}：{fault.Chinese}", fault);

    private static InputException Of(string field, string rule, string english, string chinese, Exception? cause = null) => field.Length == 0
        ? new(field, rule, english, chinese, cause)
        : new(field, rule, $"{field}: {english}", $"{field}：{chinese}", cause);
}
