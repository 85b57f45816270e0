namespace OmniReel.Media.Encoding;

/// <summary>The end of what a process said, bounded: reading never stops, keeping does.</summary>
internal sealed class LastLines
{
    private const int Most = 20;
    private const int LongestLine = 400;

    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lock)
        {
            _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] : line);
            if (_lines.Count > Most)
                _lines.Dequeue();
        }
    }

    /// <summary>The last line, or nothing.</summary>
    public string Last
    {
        get
        {
            lock (_lock)
                return _lines.Count > 0 ? _lines.Last() : "";
        }
    }
}
