using System.Globalization;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;

namespace OmniReel.Tasks;

/// <summary>Paid submits as people read them in a terminal.</summary>
internal sealed class SubmitSheet(Terminal terminal)
{
    private readonly Speech _speech = terminal.Speech;

    /// <summary>What waits for a decision, and the orphan book.</summary>
    public void Print(SubmitsData data)
    {
        if (data is { Submits: [], StrangeFilms: [] })
        {
            terminal.Output.WriteLine(_speech["Nothing waits for a decision.", "没有待处理的提交。"]);
            return;
        }

        if (data.Submits is not [])
        {
            // Ids and references are there to be copied: whole.
            var table = Tables.Listing(_speech["id", "编号"], _speech["state", "状态"], _speech["task", "任务"], _speech["sent (UTC)", "发送时间 (UTC)"], _speech["units", "单位"], _speech["at the upstream", "在上游"]);
            table.Columns[2].NoWrap = table.Columns[5].NoWrap = true;
            foreach (var one in data.Submits)
                table.AddTexts(one.Id, State(one), one.TaskId, Time(one.SentAt), one.Units, one.UpstreamId is { } known ? $"{one.Connection} {known}" : one.Connection + _speech[", id unknown", "，id 未知"]);
            table.Print(terminal.Output);
            foreach (var one in data.Submits)
                terminal.Output.WriteLine(_speech[$"{one.Id}: reference {one.Reference}. {one.Note}", $"{one.Id}：引用号 {one.Reference}。{one.Note}"]);
            terminal.Output.WriteLine(_speech[
                $"{data.Submits.Count} to decide, {Sum(data.Submits)} units: omnireel tasks resolve ID --adopt [UPSTREAM_ID] | --resubmit | --write-off",
                $"待处理 {data.Submits.Count} 条，共 {Sum(data.Submits)} 单位：omnireel tasks resolve ID --adopt [UPSTREAM_ID] | --resubmit | --write-off"]);
        }

        if (data.StrangeFilms is [])
            return;
        terminal.Output.WriteLine(_speech["Upstreams have these under this server's references, and it has no record of sending them (a restored backup?):", "以下任务在上游使用了本服务的引用号，但本服务没有发送记录（可能恢复过备份）："]);
        var strange = Tables.Listing(_speech["connection", "连接"], _speech["upstream's id", "上游任务 id"], _speech["reference", "引用号"], _speech["taken (UTC)", "受理时间 (UTC)"]);
        foreach (var film in data.StrangeFilms)
            strange.AddTexts(film.Connection, film.UpstreamId, film.Reference, film.CreatedAt == 0 ? "" : Time(film.CreatedAt));
        strange.Print(terminal.Output);
    }

    /// <summary>What was done, and what it may cost.</summary>
    public void Print(string action, SettledData done, bool isServed)
    {
        var one = done.Submit;
        terminal.Output.WriteLine(action switch
        {
            SettleActions.Adopt => _speech[
                $"Submit {one.Id} is adopted as task {done.TaskId}: its film is fetched from {one.Connection} ({one.UpstreamId}). Nothing is submitted, and nothing is paid again.",
                $"提交 {one.Id} 已由任务 {done.TaskId} 接管：将从 {one.Connection}（{one.UpstreamId}）取回影片。不再提交，也不再付费。"],
            SettleActions.Resubmit => _speech[
                $"Submit {one.Id} is resubmitted as task {done.TaskId}. It costs about {one.Units} units; if {one.Connection} took the first one, this film is paid for twice.",
                $"提交 {one.Id} 已作为任务 {done.TaskId} 重新提交，约需 {one.Units} 单位；若 {one.Connection} 已受理第一次提交，该影片将付费两次。"],
            _ => _speech[
                $"Submit {one.Id} is written off. Nothing is sent; the {one.Units} units that it may have cost are {one.Connection}'s.",
                $"提交 {one.Id} 已核销。不再发送任何请求；可能已花费的 {one.Units} 单位仍由 {one.Connection} 收取。"],
        });
        if (done.State != SubmitStateWords.Settled)
            terminal.Output.WriteLine(_speech["Meanwhile the upstream showed that it has it: it stands in the list again.", "其间上游表明已受理该提交：它已重新列入待处理列表。"]);
        if (done.TaskId is not null && !isServed)
            terminal.Output.WriteLine(_speech["No server runs on this data folder now; the task begins when one does, with this connection set up.", "目前没有服务在此数据目录上运行；待服务启动且已配置该连接后，任务开始执行。"]);
    }

    private string State(SubmitData submit) => submit.State switch
    {
        SubmitStateWords.Abandoned => _speech["outcome unknown", "结果未知"],
        SubmitStateWords.Orphaned => _speech["paid, not wanted", "已付费，无人认领"],
        var other => other,
    };

    private static string Sum(IReadOnlyList<SubmitData> submits) =>
        submits.Sum(one => decimal.Parse(one.Units, CultureInfo.InvariantCulture)).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
