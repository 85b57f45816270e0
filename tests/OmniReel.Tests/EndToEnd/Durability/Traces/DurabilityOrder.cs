using System.Text.RegularExpressions;

namespace OmniReel.Tests.EndToEnd.Durability.Traces;

/// <summary>
/// Whether each task was on the disk before its caller was told so: first the frames of its transaction are written into SQLite's log, up to
/// the one that commits; then begins an fsync of the log, and ends well; then begins the answer.
/// </summary>
/// <remarks>A task is recognised by a mark in its request, which stands in its rows and in its answer.</remarks>
internal sealed class DurabilityOrder
{
    private const int LogHeader = 32, FrameHeader = 24, Page = 4096, Frame = FrameHeader + Page;

    private readonly Regex _marks;
    private readonly string _log;
    private readonly HashSet<string> _open = [];
    private readonly HashSet<string> _committed = [];
    private readonly HashSet<string> _durable = [];
    private readonly Dictionary<SystemCall, string[]> _syncs = [];
    private readonly List<string> _violations = [];
    private bool _isCommit;

    /// <param name="log">Path of SQLite's log.</param>
    /// <param name="marks">Finds every mark in bytes.</param>
    private DurabilityOrder(string log, Regex marks) => (_log, _marks) = (log, marks);

    /// <summary>Answers of 2xx that named a mark.</summary>
    public int Answers { get; private set; }

    /// <summary>Frames that were written into the log.</summary>
    public int Frames { get; private set; }

    /// <summary>Syncs of the log that were done.</summary>
    public int Syncs { get; private set; }

    /// <summary>Each answer that came too early, and what was missing.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public static DurabilityOrder Check(IReadOnlyList<SystemCall> calls, string log, Regex marks)
    {
        var order = new DurabilityOrder(log, marks);
        var events = calls.Select(call => (Place: call.Begin, IsBegin: true, call))
            .Concat(calls.Where(call => call.End != int.MaxValue).Select(call => (Place: call.End, IsBegin: false, call)));
        foreach (var (_, isBegin, call) in events.OrderBy(one => one.Place))
        {
            if (isBegin)
                order.Begins(call);
            else
                order.Ends(call);
        }

        return order;
    }

    private void Begins(SystemCall call)
    {
        if (call.Path == _log && call.Name is "fsync" or "fdatasync")
            _syncs[call] = [.. _committed];
        else if (call.Path.StartsWith("TCP", StringComparison.Ordinal) && call.Bytes.StartsWith("HTTP/1.1 2", StringComparison.Ordinal))
            Answered(call);
    }

    private void Ends(SystemCall call)
    {
        if (call.IsInjected || call.Path != _log)
            return;
        if (call is { Name: "pwrite64", Result: > 0 })
            Written(call);
        else if (call.Result == 0 && _syncs.Remove(call, out var covered))
        {
            Syncs++;
            _durable.UnionWith(covered);
        }
    }

    private void Written(SystemCall call)
    {
        if (call.IsCut || call.Bytes.Length != call.Result)
            throw new FormatException($"a write into the log of which only a part is known: {call.Bytes.Length} of {call.Result} bytes");
        if (call.Last < LogHeader)
            return;
        var place = (call.Last - LogHeader) % Frame;
        if (place == 0)
        {
            // The size of the file after the commit; zero in the frames before its last.
            _isCommit = call.Bytes.AsSpan(4, 4).ContainsAnyExcept('\0');
            Frames++;
        }

        if (place == 0 && call.Bytes.Length <= FrameHeader)
            return;
        foreach (Match mark in _marks.Matches(call.Bytes))
            _open.Add(mark.Value);
        if (!_isCommit)
            return;
        _committed.UnionWith(_open);
        _open.Clear();
    }

    private void Answered(SystemCall call)
    {
        foreach (var mark in _marks.Matches(call.Bytes).Select(match => match.Value).Distinct())
        {
            Answers++;
            if (_durable.Contains(mark))
                continue;
            _violations.Add(mark + (_committed.Contains(mark) ? ": its commit is written, and no sync that began afterwards has ended"
                : _open.Contains(mark) ? ": its rows are written, and the frame that commits them is not" : ": its rows are not in the log"));
        }
    }
}
