using System.Threading.Channels;
using OmniReel.Server.Callbacks.Sending;

namespace OmniReel.Server.Callbacks;

/// <summary>
/// All deliveries to one receiver: in order within a task, a few at a time, and at the receiver's own pace. One loop owns the
/// state; everything that happens comes to it as a message. What it has read from the store it may forget at any moment.
/// </summary>
internal sealed class ReceiverLane
{
    private const int BatchSize = 32;

    private readonly string _receiver;
    private readonly LaneTools _tools;
    private readonly Circuit _circuit;
    private readonly Channel<Message> _inbox = Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<Delivery> _ready = [];
    private readonly Dictionary<long, Delivery> _underWay = [];
    private readonly HashSet<long> _sendingTasks = [];
    private readonly ITimer _alarm;
    private CancellationToken _stop;
    private int _width;
    private int _rung;
    private bool _look = true;
    private long? _nextDue;
    private long _unreadAt;
    private bool _isUnread;

    public ReceiverLane(string receiver, LaneTools tools)
    {
        (_receiver, _tools) = (receiver, tools);
        _circuit = new Circuit(tools.Options, tools.Time, tools.Known.Has(receiver));
        _width = _circuit.IsProven ? tools.Options.PerReceiver : 1;
        _alarm = tools.Time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Receiver => _receiver;

    /// <summary>Something may have come; safe from any thread, and never blocks.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref _rung, 1) == 0) _inbox.Writer.TryWrite(new Message(Kind.Rung));
    }

    /// <summary>As <see cref="Ring"/>, and what is held against the receiver is forgotten.</summary>
    public void RingAfresh() => _inbox.Writer.TryWrite(new Message(Kind.Afresh));

    /// <summary>A message lies in the inbox. Read under the same lock that rings are made under.</summary>
    public bool HasMail => _inbox.Reader.TryPeek(out _);

    /// <summary>Runs until nothing waits any more (<paramref name="retire"/> then agrees) or until the server stops, when what is under way is waited for.</summary>
    public async Task RunAsync(Func<ReceiverLane, bool> retire, CancellationToken stop, CancellationToken cut)
    {
        _stop = stop;
        await using var alarm = _alarm;
        while (!stop.IsCancellationRequested)
        {
            Look();
            StartWhatMay(cut);
            if (_underWay.Count == 0 && _ready.Count == 0 && _nextDue is null && !_look && retire(this)) return;
            SetAlarm();
            await ReceiveAsync(stop);
        }

        while (_underWay.Count > 0) await ReceiveAsync(CancellationToken.None);
    }

    private async Task ReceiveAsync(CancellationToken stop)
    {
        await ((Task)_inbox.Reader.WaitToReadAsync(stop).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_inbox.Reader.TryRead(out var message)) Apply(message);
    }

    private void Apply(Message message)
    {
        switch (message.Kind)
        {
            case Kind.Rung:
                Volatile.Write(ref _rung, 0);
                _look = true;
                break;
            case Kind.Afresh:
                _circuit.Reset();
                _look = true;
                break;
            case Kind.Sent:
                Sent(message.Delivery!, message.Result);
                break;
            default:
                _underWay.Remove(message.Delivery!.Number);
                _look = true;
                break;
        }
    }

    /// <summary>Reads what waits, once what was read before has been started and nothing keeps it from being started.</summary>
    private void Look()
    {
        if (!_look || _ready.Count > 0 || _tools.Store.HasFailed || Pause() > TimeSpan.Zero) return;
        // One of a task is under way, and at most one more of it waits for that.
        var most = 2 * _underWay.Count + BatchSize;
        if (Read(most) is not { } waiting) return;
        var now = Now;
        (_look, _nextDue) = (false, null);
        foreach (var delivery in waiting)
        {
            // The events of one task one after the other: the later one lies in the store until the earlier has ended, when it is looked for.
            if (_underWay.ContainsKey(delivery.Number) || _sendingTasks.Contains(delivery.TaskId)) continue;
            // Due times are of the wall clock. One that lies further off than any schedule puts it was made before that clock was set back.
            if (delivery.DueAt <= now || delivery.DueAt > now + _tools.FurthestDue)
            {
                _ready.Add(delivery);
                continue;
            }

            _nextDue = delivery.DueAt;
            break;
        }

        if (waiting.Count == most && _nextDue is null) _look = true;
    }

    /// <summary>Null when the store could not be read: what is under way goes on, and it is looked again after a while.</summary>
    private IReadOnlyList<Delivery>? Read(int most)
    {
        try
        {
            var waiting = _tools.Store.Waiting(_receiver, most);
            _isUnread = false;
            return waiting;
        }
        catch (Exception e)
        {
            _tools.Unread(e);
            (_isUnread, _unreadAt) = (true, _tools.Time.GetTimestamp());
            return null;
        }
    }

    /// <summary>How long nothing is read or started: the receiver is left alone, or the store could not be read.</summary>
    private TimeSpan Pause()
    {
        var store = _isUnread ? _tools.Options.WriteAgainAfter - _tools.Time.GetElapsedTime(_unreadAt) : TimeSpan.Zero;
        var receiver = _circuit.Wait();
        return store > receiver ? store : receiver;
    }

    private void StartWhatMay(CancellationToken cut)
    {
        // What cannot be written down any more is not sent either: it would be sent again and again.
        while (_ready.Count > 0 && MaySend && !_tools.Store.HasFailed)
        {
            var delivery = _ready[0];
            _ready.RemoveAt(0);
            if (!_sendingTasks.Add(delivery.TaskId)) continue;
            _underWay.Add(delivery.Number, delivery);
            _ = SendAsync(delivery, _circuit.IsProven ? _tools.Proven : _tools.Others, cut);
        }
    }

    private bool MaySend => _circuit.IsOpen ? _sendingTasks.Count == 0 && _circuit.Wait() == TimeSpan.Zero : _sendingTasks.Count < _width;

    private void SetAlarm()
    {
        TimeSpan? wait = null;
        if (Pause() is { Ticks: > 0 } pause) wait = _look ? pause : null;
        else if (_nextDue is { } due && _ready.Count == 0) wait = TimeSpan.FromMilliseconds(Math.Clamp(due - Now, 1, (long)TimeSpan.FromHours(1).TotalMilliseconds));
        _alarm.Change(wait ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async Task SendAsync(Delivery delivery, SemaphoreSlim pool, CancellationToken cut)
    {
        SendResult? result = null;
        try
        {
            await pool.WaitAsync(cut);
            try
            {
                result = await _tools.Sender.SendAsync(delivery, cut);
            }
            finally
            {
                pool.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops: nothing is written down, and the next start makes this attempt again.
        }
        catch (Exception e)
        {
            _tools.Broke(e, delivery);
            result = new SendResult(SendVerdict.Failed, null, "the attempt broke on our side");
        }

        _inbox.Writer.TryWrite(new Message(Kind.Sent, delivery, result));
    }

    private void Sent(Delivery delivery, SendResult? result)
    {
        _sendingTasks.Remove(delivery.TaskId);
        if (result is null)
        {
            _underWay.Remove(delivery.Number);
            return;
        }

        if (result.Verdict == SendVerdict.Failed) _circuit.Failed();
        else _circuit.Answered(well: result.Verdict == SendVerdict.Delivered);
        _tools.Known.Note(_receiver, _circuit.IsProven);
        _width = _circuit.IsProven ? Math.Min(_tools.Options.PerReceiver, _width * 2) : 1;
        // What was read is not held through a pause: it may be skipped, given up or replayed meanwhile.
        if (_circuit.IsOpen)
        {
            _ready.Clear();
            _look = true;
        }

        _ = RecordAsync(delivery, result);
    }

    private async Task RecordAsync(Delivery delivery, SendResult result)
    {
        await _tools.Records.WriteAsync(delivery, result, gaveUp: _circuit.IsOpen, _stop);
        _inbox.Writer.TryWrite(new Message(Kind.Recorded, delivery));
    }

    private long Now => _tools.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private enum Kind
    {
        /// <summary>Something may wait.</summary>
        Rung,

        /// <summary>Something may wait, and the receiver is to be tried at once.</summary>
        Afresh,

        /// <summary>An attempt has ended; without a result it was cut off.</summary>
        Sent,

        /// <summary>How it ended is durable.</summary>
        Recorded,
    }

    private readonly record struct Message(Kind Kind, Delivery? Delivery = null, SendResult? Result = null);
}
