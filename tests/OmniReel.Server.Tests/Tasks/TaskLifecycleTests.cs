using System.Text.RegularExpressions;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Tasks;

public sealed partial class TaskLifecycleTests
{
    [Fact]
    public void The_picture_and_the_table_agree()
    {
        var picture = File.ReadAllText(Path.Combine(Root(), "docs", "architecture", "lifecycle.md"));
        var drawn = Arrow().Matches(picture).Select(m => string.Join(' ', m.Groups.Values.Skip(1).Select(g => g.Value)));
        var table = TaskLifecycle.Table.Select(t => $"{t.From} {t.To} {t.On} {t.By}");
        drawn.Order().ShouldBe(table.Order());
        picture.ShouldContain($"[*] --> {TaskLifecycle.Initial}\n");

        var ends = Enum.GetValues<VideoTaskStatus>().Where(s => TaskLifecycle.Table.All(t => t.From != s));
        End().Matches(picture).Select(m => m.Groups[1].Value).Order().ShouldBe(ends.Select(s => $"{s}").Order());
    }

    [Fact]
    public void Every_event_leads_to_one_status_and_every_event_is_in_the_table()
    {
        foreach (var on in Enum.GetValues<TaskEvent>())
            TaskLifecycle.Table.Where(t => t.On == on).Select(t => t.To).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_ends_a_task_is_what_a_snapshot_calls_terminal()
    {
        foreach (var status in Enum.GetValues<VideoTaskStatus>())
        {
            var task = OmniReel.Server.Tests.Stores.Sample.Queued(1) with { Status = status };
            task.IsTerminal.ShouldBe(TaskLifecycle.Table.All(t => t.From != status));
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OmniReel.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"^ +(\w+) --> (\w+): (\w+) by (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^ +(\w+) --> \[\*\]$", RegexOptions.Multiline)]
    private static partial Regex End();
}
