using Microsoft.Extensions.Time.Testing;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Generate;

namespace OmniReel.Tests.Generate;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void In_a_log_it_says_a_line_every_ten_percent_with_the_time_left()
    {
        using (var line = Line(watched: false))
        {
            line.Report(News(TaskStatusWords.Submitted, 0));
            for (var percent = 0; percent <= 100; percent += 5)
            {
                line.Report(News(TaskStatusWords.Processing, percent));
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        var lines = _error.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        lines.Length.ShouldBe(11);
        lines[0].ShouldBe("0 %");
        lines[5].ShouldBe("50 %  0:10 left");
        lines[10].ShouldBe("100 %");
        _error.ToString().ShouldNotContain('\u001b');
    }

    [Fact]
    public void On_a_terminal_it_draws_over_one_line_and_leaves_it_empty()
    {
        using (var line = Line(watched: true))
        {
            line.Report(News(TaskStatusWords.Submitted, 0, ahead: 2));
            line.Report(News(TaskStatusWords.Processing, 50, eta: 65_000));
            line.Report(News(TaskStatusWords.Processing, 50, eta: 65_000));
        }

        var drawn = _error.ToString().Split("\r\u001b[K");
        drawn.Length.ShouldBe(4, "two different lines, then nothing");
        drawn[1].ShouldEndWith("  0 %  2 ahead");
        drawn[2].ShouldEndWith(" 50 %  1:05 left");
        drawn[2].Count(c => c == '█').ShouldBe(15);
        drawn[3].ShouldBe("");
        drawn.ShouldAllBe(d => !d.Contains('\n'));
    }

    private static TaskEventData News(string status, int progress, int? ahead = null, long? eta = null) =>
        new() { TaskId = "1", TaskStatus = status, Progress = progress, QueuePosition = ahead, EtaMs = eta };

    private ProgressLine Line(bool watched) => new(new Terminal
    {
        Output = TextWriter.Null,
        Error = _error,
        Speech = new Speech(false),
        Variable = _ => null,
        Time = _time,
        IsWatched = watched,
    });
}
