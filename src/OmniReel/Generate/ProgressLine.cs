using OmniReel.CommandLine;
using OmniReel.Contract.Answers;

namespace OmniReel.Generate;

/// <summary>Shows how a task goes: a bar that is drawn over on a terminal, a line every ten percent elsewhere.</summary>
internal sealed class ProgressLine(Terminal terminal) : IProgress<TaskEventData>, IDisposable
{
    private const int Cells = 30;
    private const string ClearLine = "\r\u001b[K";

    private readonly Lock _lock = new();
    private readonly long _began = terminal.Time.GetTimestamp();
    private int _lastTenth = -1;
    private string _last = "";
    private bool _closed;

    public void Report(TaskEventData value)
    {
        lock (_lock)
        {
            if (_closed)
                return;
            if (terminal.IsWatched)
                Draw(value);
            else
                Tell(value);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_closed && terminal.IsWatched && _last.Length > 0)
                terminal.Error.Write(ClearLine);
            _closed = true;
        }
    }

    private void Draw(TaskEventData news)
    {
        var full = Cells * news.Progress / 100;
        var line = $"{new string('█', full)}{new string('░', Cells - full)} {news.Progress,3} %{Remaining(news)}";
        if (line == _last)
            return;
        terminal.Error.Write(ClearLine + line);
        _last = line;
    }

    private void Tell(TaskEventData news)
    {
        var tenth = news.Progress / 10;
        if (news.TaskStatus != TaskStatusWords.Processing || tenth <= _lastTenth)
            return;
        _lastTenth = tenth;
        terminal.Error.WriteLine($"{news.Progress} %{Remaining(news)}");
    }

    private string Remaining(TaskEventData news)
    {
        var speech = terminal.Speech;
        if (news.QueuePosition is > 0 and var ahead)
            return speech[$"  {ahead} ahead", $"  前面还有 {ahead} 个"];
        var elapsed = terminal.Time.GetElapsedTime(_began);
        var left = news.EtaMs is { } told ? TimeSpan.FromMilliseconds(told)
            : news.Progress is > 5 and < 100 ? elapsed * (100 - news.Progress) / news.Progress
            : (TimeSpan?)null;
        if (left is not { } time || news.Progress >= 100)
            return "";
        var clock = $"{(int)time.TotalMinutes}:{time.Seconds:00}";
        return speech[$"  {clock} left", $"  剩余 {clock}"];
    }
}
