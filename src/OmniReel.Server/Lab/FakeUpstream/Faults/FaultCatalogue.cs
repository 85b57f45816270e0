using OmniReel.Contract.Errors;
using static OmniReel.Server.Lab.FakeUpstream.Faults.FaultValue;

namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>Every fault that a fake upstream has. The tables of <c>docs/guide/fake-upstream.md</c> are written from it.</summary>
public static class FaultCatalogue
{
    private static readonly string[] s_calls = ["create", "query", "find", "list", "element", "any"];

    private static readonly FaultParameter s_on = new("on", Word, "create", "Which requests: find is a question by reference", "针对哪些请求；find 指按外部编号查询") { Words = s_calls };

    private static readonly FaultParameter s_view = new("on", Word, "any", "Which questions", "针对哪些查询") { Words = ["query", "find", "any"] };

    private static readonly FaultParameter s_event = new("event", Word, "any", "Which callbacks; ended: succeed or failed", "针对哪些回调；ended 指 succeed 或 failed") { Words = ["any", "processing", "ended"] };

    private static readonly FaultParameter s_gateway = new("status", Word, "502", "The HTTP status", "HTTP 状态") { Words = ["502", "503", "504"] };

    private static readonly FaultParameter s_seconds = Number("seconds", "30", 0, 86_400, "How long", "持续秒数", "0.2");

    /// <summary>Parameters that every fault takes.</summary>
    public static IReadOnlyList<FaultParameter> Common { get; } =
    [
        Number("times", "always", 1, 1_000_000_000, "So often, then never again", "发生若干次后不再发生"),
        Number("skip", "0", 0, 1_000_000_000, "So many that fit are let pass first", "先放行若干次符合条件的"),
        Number("chance", "1", 0, 1, "How likely it is each time, 0 to 1", "每次发生的概率，0 到 1"),
        new("reference", Text, "*", "Only for such an external_task_id or task id; * and ? stand for any", "仅针对符合的 external_task_id 或任务编号；* 与 ? 为通配符"),
    ];

    /// <summary>All, by step.</summary>
    public static IReadOnlyList<FakeFault> All { get; } =
    [
        new("refuse", FaultStep.Connection, "The port is shut for a while: whoever connects is refused. Begins when it is ordered, and each time a rate draws it.", "端口关闭一段时间，连接被拒绝；下达时开始，按概率抽中时也会发生。",
            Number("ms", "500", 1, 3_600_000, "How long", "持续毫秒数", "20")),
        new("close-at-accept", FaultStep.Connection, "A new connection is reset before a byte of it is read.", "新连接在读取任何字节之前被重置。"),

        new("reset-before", FaultStep.Before, "The request is read, nothing is done, and the connection is reset.", "读取请求后不做任何处理，重置连接。", s_on),
        new("bad-gateway-before", FaultStep.Before, "A proxy's page of HTML; nothing is done.", "返回代理的 HTML 错误页；不做任何处理。", s_gateway, s_on),
        new("hang-before", FaultStep.Before, "Nothing happens for a while, then the connection is closed; nothing is done.", "一段时间没有响应，随后关闭连接；不做任何处理。", s_seconds, s_on),
        new("error", FaultStep.Before, "A documented code with its HTTP status; nothing is done.", "返回文档所列错误码及其 HTTP 状态；不做任何处理。",
            new FaultParameter("code", Word, "1302", "The code", "错误码")
            {
                Words = [.. ErrorCodes.All.Where(one => one.Code != ErrorCode.Ok).Select(one => $"{(int)one.Code}")],
                InMix = ["1302", "1303", "5000", "5001"],
            },
            Number("retry", "0", 0, 86_400, "Seconds of Retry-After; 0 for none", "Retry-After 的秒数；0 表示没有"),
            new FaultParameter("message", Text, "the code's meaning", "The message", "错误信息"), s_on),
        new("redirect", FaultStep.Before, "The caller is sent elsewhere; nothing is done. Whoever follows with the request pays there.", "要求调用方转向别处；不做任何处理。跟随并重发请求者会在那里付费。",
            new FaultParameter("status", Word, "307", "The HTTP status", "HTTP 状态") { Words = ["301", "302", "303", "307", "308"] },
            new FaultParameter("to", Text, "here again", "Location", "Location 的内容"), s_on),

        new("reset-after", FaultStep.After, "All is done and paid, and the connection is reset instead of an answer.", "已完成并计费，但连接被重置，没有响应。", s_on),
        new("half-headers", FaultStep.After, "Done and paid; the connection is closed in the middle of the answer's headers.", "已完成并计费；连接在响应头中间关闭。", s_on),
        new("half-body", FaultStep.After, "Done and paid; the connection is closed in the middle of the answer's body.", "已完成并计费；连接在响应正文中间关闭。", s_on),
        new("bad-gateway-after", FaultStep.After, "Done and paid; the answer is a proxy's page of HTML.", "已完成并计费；响应是代理的 HTML 错误页。", s_gateway, s_on),
        new("error-after", FaultStep.After, "Done and paid; the answer says that it is not.", "已完成并计费；响应却说失败。",
            new FaultParameter("code", Word, "5000", "The code", "错误码") { Words = ["5000", "5001", "5002"] }, s_on),
        new("garbage", FaultStep.After, "Done and paid; the answer is 200 with a body that cannot be used.", "已完成并计费；200 响应的内容无法使用。",
            new FaultParameter("how", Word, "cut", "cut: JSON that breaks off; text: no JSON; empty: nothing; array: JSON of another shape", "cut：截断的 JSON；text：不是 JSON；empty：空；array：其他形状的 JSON") { Words = ["cut", "text", "empty", "array"] }, s_on),
        new("hang-after", FaultStep.After, "Done and paid; the answer comes after a while.", "已完成并计费；响应延迟返回。", s_seconds, s_on),
        new("slow-answer", FaultStep.After, "Done and paid; the answer comes byte by byte.", "已完成并计费；响应逐字节返回。", Number("ms", "20", 0, 60_000, "Milliseconds before each byte", "每个字节之前的毫秒数", "0"), s_on),

        new("absent", FaultStep.View, "The task is not there (400, code 1201), though it is.", "回答任务不存在（400，错误码 1201），其实存在。", s_view),
        new("unknown-status", FaultStep.View, "A status that no document has.", "返回文档中没有的状态。", new FaultParameter("word", Text, "pending_review", "The status", "状态"), s_view),
        new("status-back", FaultStep.View, "The status before the task's own, as from a replica that lags behind.", "返回任务之前的状态，如同落后的副本。", s_view),
        new("no-url", FaultStep.View, "The task says succeed, and its film is missing.", "任务已是 succeed，却没有影片。", s_view),

        new("fail", FaultStep.End, "The task is paid and fails.", "任务已计费，最终失败。", new FaultParameter("message", Text, "Failure to pass the risk control system", "task_status_msg", "task_status_msg 的内容")),

        new("download-error", FaultStep.Download, "The film cannot be fetched.", "影片无法获取。",
            new FaultParameter("status", Word, "404", "The HTTP status", "HTTP 状态") { Words = ["403", "404", "500", "503"] }),
        new("url-expired", FaultStep.Download, "This link is dead from now on (403); the next answer about the task has a new one.", "此链接从此失效（403）；下次查询会给出新链接。"),
        new("download-cut", FaultStep.Download, "The whole length is promised, and the connection is closed on the way.", "声明完整长度，但中途断开。", Number("bytes", "1000", 0, 1_000_000_000, "Bytes that come", "实际送达的字节数")),
        new("download-slow", FaultStep.Download, "The film comes in pieces with pauses.", "影片分块缓慢返回。",
            Number("ms", "200", 0, 60_000, "Milliseconds before each piece", "每块之前的毫秒数", "1"), Number("bytes", "16384", 1, 100_000_000, "Bytes of a piece", "每块字节数")),
        new("download-short", FaultStep.Download, "Content-Length is wrong and the download ends well: only the film tells that bytes are missing.", "Content-Length 有误，下载正常结束：只有影片本身能看出缺少字节。", Number("by", "1000", 1, 1_000_000_000, "Bytes that are missing", "缺少的字节数")),
        new("not-a-film", FaultStep.Download, "200, video/mp4, and no film.", "200、video/mp4，却不是影片。",
            new FaultParameter("how", Word, "html", "html: a page; zeros: bytes of nothing; empty: no byte", "html：网页；zeros：全零字节；empty：空") { Words = ["html", "zeros", "empty"] }),

        new("callback-lost", FaultStep.Callback, "The callback is never sent.", "回调不会发出。", s_event),
        new("callback-doubled", FaultStep.Callback, "The callback comes more than once.", "同一回调重复送达。", Number("copies", "2", 2, 20, "How often it comes", "送达次数"), s_event),
        new("callback-late", FaultStep.Callback, "The callback comes late.", "回调延迟送达。", Number("ms", "5000", 0, 86_400_000, "Milliseconds", "毫秒", "50"), s_event),
        new("callback-forged", FaultStep.Callback, "Somebody else sends one before it: a lie about this task, or about one that does not exist.", "他人先发出一个伪造的回调：谎报此任务，或涉及不存在的任务。",
            new FaultParameter("how", Word, "succeed", "succeed: made, with another's film; failed: not made; stranger: a task that does not exist", "succeed：已完成，附他人影片；failed：失败；stranger：不存在的任务") { Words = ["succeed", "failed", "stranger"] }, s_event),
    ];

    /// <summary>A fault by its id; null for none.</summary>
    public static FakeFault? Find(string id) => All.FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static FaultParameter Number(string name, string usual, double least, double most, string en, string zh, params IReadOnlyList<string> inMix) =>
        new(name, FaultValue.Number, usual, en, zh) { Least = least, Most = most, InMix = inMix };
}
