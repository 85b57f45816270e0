using System.CommandLine;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Tasks;

namespace OmniReel.Verbs;

/// <summary><c>tasks list|show|cancel|resolve</c>: the tasks of a data folder, through its server when one runs.</summary>
internal sealed class TasksVerb : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _data;

    public TasksVerb(Terminal terminal)
        : base("tasks", terminal.Speech["Look at the tasks of a data folder", "查看数据目录中的任务"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_data = CommonOptions.Data(speech));
        _data.Recursive = true;

        var count = new Option<int>("--count", "-n") { HelpName = "N", Description = speech["How many, newest first (1 to 500, default 20)", "数量，最新的在前（1 到 500，默认 20）"], DefaultValueFactory = _ => 20 };
        var list = new Command("list", speech["List tasks, newest first", "列出任务，最新的在前"]) { count };
        list.SetAction((parsed, cancellation) => WithClientAsync(parsed, (client, token) => ListAsync(client, parsed.GetValue(count), token), cancellation));
        Add(list);

        var id = new Argument<string>("ID") { Description = speech["A task id, or an external id", "任务 id 或外部 id"] };
        var show = new Command("show", speech["Show one task", "显示一个任务"]) { id };
        show.SetAction((parsed, cancellation) => WithClientAsync(parsed, async (client, token) => Print(await client.GetAsync(parsed.GetValue(id)!, token)), cancellation));
        Add(show);

        var cancelId = new Argument<string>("ID") { Description = id.Description };
        var cancel = new Command("cancel", speech["Cancel a task that has not ended", "取消尚未结束的任务"]) { cancelId };
        cancel.SetAction((parsed, cancellation) => WithClientAsync(parsed, async (client, token) => Print(await client.CancelAsync(parsed.GetValue(cancelId)!, token)), cancellation));
        Add(cancel);
        Add(new ResolveVerb(terminal, _data));
    }

    private async Task<int> WithClientAsync(ParseResult parsed, Func<OmniReelClient, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_data) ?? Server.Hosting.ServerConfiguration.DefaultDataFolder);
        await using var desk = await Desk.OpenAsync(folder, _terminal.Speech, cancellation);
        await work(desk.Client, cancellation);
        return ExitCode.Done;
    }

    private async Task ListAsync(OmniReelClient client, int count, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        if (count is < 1 or > 500)
            throw new BadInputException(speech["--count is a whole number from 1 to 500", "--count 为 1 到 500 的整数"]);
        var tasks = await client.ListAsync(1, count, cancellation);
        var table = Tables.Listing(speech["task", "任务"], speech["status", "状态"], speech["created (UTC)", "创建时间 (UTC)"], speech["external id", "外部 id"], speech["message", "说明"]);
        foreach (var task in tasks)
            table.AddTexts(task.TaskId, Status(task), Time(task.CreatedAt), task.TaskInfo.ExternalTaskId ?? "", task.TaskStatusMsg);
        table.Print(_terminal.Output);
    }

    private void Print(TaskData task)
    {
        var speech = _terminal.Speech;
        var table = Tables.Facts();
        table.AddTexts(speech["task", "任务"], task.TaskId);
        table.AddTexts(speech["status", "状态"], Status(task));
        if (task.TaskStatusMsg.Length > 0)
            table.AddTexts(speech["message", "说明"], task.TaskStatusMsg);
        if (task.TaskInfo.ExternalTaskId is { } external)
            table.AddTexts(speech["external id", "外部 id"], external);
        table.AddTexts(speech["created (UTC)", "创建时间 (UTC)"], Time(task.CreatedAt));
        table.AddTexts(speech["changed (UTC)", "更新时间 (UTC)"], Time(task.UpdatedAt));
        table.AddTexts(speech["units", "单位"], task.FinalUnitDeduction);
        foreach (var film in task.TaskResult.Videos ?? [])
            table.AddTexts(speech["film", "影片"], $"{film.Duration} s, {film.Id}");
        if (task.OmniReel?.NotUnderstood is { Count: > 0 } missed)
            table.AddTexts(speech["not understood", "未理解"], string.Join(", ", missed));
        table.Print(_terminal.Output);
    }

    private static string Status(TaskData task) => task.OmniReel?.Status ?? task.TaskStatus;

    private static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss");
}
