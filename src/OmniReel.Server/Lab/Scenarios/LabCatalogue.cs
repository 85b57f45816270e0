using OmniReel.Contract.Errors;
using static OmniReel.Server.Lab.Scenarios.LabValue;

namespace OmniReel.Server.Lab.Scenarios;

/// <summary>Every scenario there is. <c>docs/reference/lab.md</c> is written from it, and every row has a test from the client's side.</summary>
public static class LabCatalogue
{
    private static readonly LabParameter On = Words("on", "any", "Which requests", "针对哪些请求", "any", "create", "get", "list", "events", "cancel", "other");

    private static readonly LabParameter Event = Words("event", "any", "Which callbacks; ended is succeed or failed", "针对哪些回调；ended 指 succeed 或 failed", "any", "processing", "succeed", "failed", "ended");

    private static readonly LabParameter First = Number("first", "always", 1, 1_000_000, "The first so many downloads of the task's files only", "仅针对该任务文件的前若干次下载");

    /// <summary>Parameters that every scenario takes.</summary>
    public static IReadOnlyList<LabParameter> Common { get; } =
    [
        Number("times", "always", 1, 1_000_000, "So many requests (of a task's scenario: so many tasks), then as usual", "只作用于若干次请求（任务类场景为若干个任务），之后恢复正常"),
        Number("skip", "0", 0, 1_000_000, "So many that fit are let pass before it begins", "先放行若干次符合条件的请求"),
    ];

    /// <summary>All, by place.</summary>
    public static IReadOnlyList<LabScenario> All { get; } =
    [
        new("error", LabPlace.Answer,
            "The request is refused with a documented code and its HTTP status, and nothing is done.",
            "以文档所列错误码及其 HTTP 状态拒绝请求，不做任何处理。",
            Words("code", "1303", "The code of the envelope", "响应中的错误码", [.. ErrorCodes.All.Where(one => one.Code != ErrorCode.Ok).Select(one => $"{(int)one.Code}")]),
            Number("retry", "1 where waiting helps", 0, 86_400, "Seconds of Retry-After", "Retry-After 的秒数"),
            Number("seconds", "", 0.001, 31_536_000, "For so long after the first one, by the test's clock; Retry-After is then exactly what is left of it", "自首次起按测试时钟持续若干秒；Retry-After 即剩余秒数"),
            Text("message", "the code's meaning", "The message", "错误信息"), On),
        new("drop", LabPlace.Answer,
            "The connection is cut before the request is looked at: no answer, and nothing is done.",
            "请求未处理即断开连接：没有响应，也没有任何处理。", On),
        new("answer-lost", LabPlace.Answer,
            "The request is carried out, and the connection is cut instead of an answer: a created task exists. The same Idempotency-Key finds it again.",
            "请求已执行，但连接在响应前断开：任务已创建。用同一 Idempotency-Key 重发可找回。", On),
        new("slow-answer", LabPlace.Answer,
            "The request is carried out at once, and the answer is held back, by the real clock.",
            "请求立即执行，但响应按真实时间延迟返回。", Number("ms", "1000", 0, 600_000, "Milliseconds", "毫秒"), On),
        new("chunked-answer", LabPlace.Answer,
            "The answer comes in small chunks, without a Content-Length.",
            "响应以小块分段返回，没有 Content-Length。",
            Number("bytes", "16", 1, 65_536, "Bytes of a chunk", "每块字节数"), Number("ms", "0", 0, 60_000, "Real milliseconds between two", "块间真实毫秒数"), On),
        new("malformed", LabPlace.Answer,
            "The request is carried out, and the answer is 200 with a body that cannot be used.",
            "请求已执行，但 200 响应的内容无法使用。",
            Words("how", "cut", "cut: JSON that breaks off; text: no JSON; empty: nothing; array: JSON of another shape", "cut：截断的 JSON；text：不是 JSON；empty：空；array：其他形状的 JSON", "cut", "text", "empty", "array"), On),
        new("bad-gateway", LabPlace.Answer,
            "A proxy answers with a page of HTML in place of the server.",
            "由代理返回 HTML 错误页。",
            Words("status", "502", "The HTTP status", "HTTP 状态", "502", "503", "504"),
            Words("reached", "no", "yes: the request was carried out all the same", "yes：请求其实已执行", "no", "yes"), On),

        new("queue", LabPlace.Task,
            "The task stays submitted for a while before its work begins.",
            "任务在 submitted 状态停留一段时间后才开始处理。", Number("seconds", "60", 0, 31_536_000, "Seconds of the test's clock", "测试时钟的秒数")),
        new("slow", LabPlace.Task,
            "The work takes long; its progress rises in even steps.",
            "处理缓慢，进度匀速上升。",
            Number("seconds", "300", 0, 31_536_000, "Seconds of the test's clock", "测试时钟的秒数"), Number("steps", "20", 1, 100, "Steps of progress", "进度的步数")),
        new("stuck", LabPlace.Task,
            "The progress stops, and the task never ends; with seconds it goes on after them. It can be canceled.",
            "进度停住，任务不再结束；给出 seconds 则之后继续。可以取消。",
            Number("at", "50", 0, 99, "Percent", "百分比"), Number("seconds", "never", 0, 31_536_000, "Seconds of the test's clock until it goes on", "多少秒（测试时钟）后继续")),
        new("fail", LabPlace.Task,
            "The task fails, at a stage of your choice and with your task_status_msg.",
            "任务在指定阶段失败，task_status_msg 可自定。",
            Words("at", "processing", "queued: before it was ever processing; fetching: at an input; storing: when the film is made already", "queued：尚未进入 processing；fetching：获取素材时；storing：影片已生成、存储时", "queued", "fetching", "processing", "storing"),
            Number("percent", "50", 0, 99, "How far the work had come", "失败时的进度"), Text("message", "one of its stage", "task_status_msg", "task_status_msg 的内容")),
        new("film", LabPlace.Task,
            "Which film a task without pictures, videos and elements gets. Without this: a stand-in where the test's clock is not real.",
            "不含素材与主体的任务得到哪种影片。默认：测试时钟非真实时间时使用替身影片。",
            Words("as", "stand-in", "stand-in: of the right size and length, drawn once for all; drawn: the one asked for", "stand-in：规格与时长正确、只绘制一次的替身；drawn：按提示词绘制", "stand-in", "drawn")),
        new("not-yet-visible", LabPlace.Task,
            "The first queries of a task that was just accepted do not find it (400, code 1201).",
            "任务刚被接受后的前几次查询找不到它（400，错误码 1201）。", Answers),
        new("regress", LabPlace.Task,
            "Once a status was told, later answers fall back to an earlier one for a while, as from a replica that lags behind.",
            "某个状态返回之后，后续若干次响应又退回较早的状态，如同落后的副本。",
            Words("after", "processing", "The status that has to be told first", "须先返回的状态", "processing", "succeed"),
            Words("to", "submitted", "What is told instead", "退回到的状态", "submitted", "processing"), Answers),
        new("result-late", LabPlace.Task,
            "The task says succeed, and its videos are missing in the first answers.",
            "任务已是 succeed，但最初几次响应中没有视频。", Answers),

        new("callback-lost", LabPlace.Callback, "The callback is never sent.", "回调不会发出。", Event),
        new("callback-doubled", LabPlace.Callback,
            "The callback comes more than once, with the same webhook-id.",
            "同一回调重复送达，webhook-id 相同。", Number("copies", "2", 2, 20, "How often it comes", "送达次数"), Event),
        new("callback-reordered", LabPlace.Callback,
            "The callback of processing comes after that of the end.",
            "processing 的回调在终态回调之后送达。"),
        new("callback-late", LabPlace.Callback,
            "The callback comes late.",
            "回调延迟送达。", Number("seconds", "60", 0, 31_536_000, "Seconds of the test's clock", "测试时钟的秒数"), Event),
        new("callback-forged", LabPlace.Callback,
            "The callback is one that a receiver must not believe.",
            "接收方不应相信的回调。",
            Words("how", "signature", "signature: a wrong one; missing: none; stale: signed a day ago; body: changed after it was signed", "signature：签名错误；missing：没有签名；stale：一天前的签名；body：签名后内容被改", "signature", "missing", "stale", "body"), Event),

        new("link-expires", LabPlace.Link,
            "Links to the task's files end soon after the answer that has them (403); a later answer has new ones.",
            "文件链接在返回后很快过期（403）；再次查询可得到新链接。", Number("seconds", "1", 1, 604_800, "Seconds of the test's clock", "测试时钟的秒数")),
        new("link-gone", LabPlace.Link, "The files are not there: 404, code 1203.", "文件不存在：404，错误码 1203。", First),
        new("link-truncated", LabPlace.Link,
            "The download says its whole length, and the connection is cut on the way.",
            "下载声明完整长度，但中途断开。", Number("bytes", "1000", 0, 1_000_000_000, "Bytes that come", "实际送达的字节数"), First),
        new("link-wrong-length", LabPlace.Link,
            "The download ends well with fewer bytes than the file has: Content-Length is wrong, and only the film tells.",
            "下载正常结束但字节数少于文件：Content-Length 有误，只有影片本身能看出。", Number("by", "1000", 1, 1_000_000_000, "Bytes that are missing", "缺少的字节数"), First),
        new("link-slow", LabPlace.Link,
            "The download comes in pieces with pauses, by the real clock.",
            "下载分块缓慢返回（真实时间）。", Number("ms", "100", 0, 60_000, "Milliseconds before each piece", "每块之前的毫秒数"), Number("bytes", "65536", 1, 10_000_000, "Bytes of a piece", "每块字节数"), First),
    ];

    /// <summary>A scenario by its id; null for none.</summary>
    public static LabScenario? Find(string id) => All.FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static LabParameter Answers => Number("answers", "1", 1, 1_000_000, "So many answers to GET of the task", "作用于若干次任务查询");

    private static LabParameter Number(string name, string usual, double least, double most, string en, string zh) => new(name, LabValue.Number, usual, en, zh) { Least = least, Most = most };

    private static LabParameter Words(string name, string usual, string en, string zh, params IReadOnlyList<string> words) => new(name, Word, usual, en, zh) { Words = words };

    private static LabParameter Text(string name, string usual, string en, string zh) => new(name, LabValue.Text, usual, en, zh);
}
