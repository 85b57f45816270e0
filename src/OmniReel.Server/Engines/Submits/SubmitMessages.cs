namespace OmniReel.Server.Engines.Submits;

/// <summary>What creators read of paid submits that did not go well.</summary>
internal static class SubmitMessages
{
    public static string RefusedThere(string language, string words) => language == "zh"
        ? $"上游拒绝了该请求：{words}"
        : $"The upstream refused the request: {words}";

    public static string FailedThere(string language, string words) => language == "zh"
        ? $"上游未能生成影片：{(words.Length == 0 ? "未说明原因" : words)}"
        : $"The upstream made no film: {(words.Length == 0 ? "it gave no reason" : words)}";

    public static string OutcomeUnknown(string language, string reference) => language == "zh"
        ? $"upstream_outcome_unknown：请求已发送给上游，但无法得知上游是否已受理（引用号 {reference}）。为避免重复付费，未再次发送。管理员可以用 omnireel tasks resolve 处理。"
        : $"upstream_outcome_unknown: the request was sent to the upstream, and whether it was taken cannot be found out (reference {reference}). It was not sent again, so that nothing is paid twice. An operator can settle it with omnireel tasks resolve.";

    public static string TooLong(string language, string upstreamId) => language == "zh"
        ? $"上游在规定时间内没有完成该任务（上游任务 {upstreamId}）。"
        : $"The upstream did not finish in time (its task {upstreamId}).";

    public static string LostThere(string language, string upstreamId) => language == "zh"
        ? $"上游受理了该任务（{upstreamId}），之后却称没有这个任务。"
        : $"The upstream took the task ({upstreamId}) and then said that it has no such task.";

    public static string FilmIsTaken(string language, string upstreamId, long taskId) => language == "zh"
        ? $"上游任务 {upstreamId} 的影片已属于任务 {taskId}。"
        : $"The film of the upstream's task {upstreamId} is task {taskId}'s already.";

    public static string AccountTrouble(string language, string words) => language == "zh"
        ? $"上游账户无法使用：{words}"
        : $"The upstream's account cannot be used: {words}";
}
