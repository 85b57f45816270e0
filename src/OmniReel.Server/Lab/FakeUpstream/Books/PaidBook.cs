using System.Globalization;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>What became of a POST that would make a film.</summary>
/// <param name="Task">The film; null where it was refused.</param>
/// <param name="Code">0, or why it was refused.</param>
/// <param name="Message">The words of the refusal.</param>
/// <param name="IsNew">It is paid by this POST, and not by one before.</param>
internal readonly record struct Verdict(FakeTask? Task, int Code = 0, string Message = "", bool IsNew = false);

/// <summary>The films that were paid for: made, found and listed. What it says is in the journal already.</summary>
internal sealed class PaidBook
{
    private readonly Lock _lock = new();
    private readonly FakeUpstreamOptions _options;
    private readonly FakeJournal _journal;
    private readonly Dictionary<string, FakeTask> _byId = [];
    private readonly Dictionary<string, FakeTask> _byReference = [];
    private readonly List<FakeTask> _inOrder = [];
    private readonly PriorityQueue<FakeTask, long> _going = new();
    private long _lastId;
    private int _mostAtOnce;

    public PaidBook(FakeUpstreamOptions options, FakeJournal journal)
    {
        (_options, _journal) = (options, journal);
        foreach (var entry in journal.All().Where(entry => entry is { Kind: "post", Paid: true, Order: not null }))
            Keep(Task(entry.TaskId!, entry.Reference ?? "", entry.Units, entry.At, entry.Order!));
    }

    /// <summary>Most films that went on at once.</summary>
    public int MostAtOnce => _mostAtOnce;

    /// <summary>Takes an order, or refuses it, and writes either down before it returns.</summary>
    /// <param name="post">What the journal says of the request.</param>
    /// <param name="order">The film of an id; asked for once it is sure that it is taken.</param>
    /// <param name="units">What it costs.</param>
    public Verdict Take(JournalEntry post, Func<string, FakeOrder> order, decimal units)
    {
        lock (_lock)
        {
            var now = Now();
            var reference = post.Reference ?? "";
            if (reference.Length > 0 && _options.Duplicates != DuplicatePolicy.Allow && _byReference.TryGetValue(reference, out var first))
            {
                if (_options.Duplicates == DuplicatePolicy.Refuse) return Refused(post, 1201, $"external_task_id {reference} already exists");
                _journal.Append(post with { At = now, TaskId = first.Id, Note = "the first task's answer again" });
                return new Verdict(first);
            }

            if (_options.Parallel > 0 && Going(now) >= _options.Parallel) return Refused(post, 1303, "parallel task over resource pack limit");
            var id = NewId(now);
            var task = Task(id, reference, units, now, order(id));
            _journal.Append(post with { At = now, TaskId = id, Paid = true, Units = units, Order = task.Order });
            Keep(task);
            _mostAtOnce = Math.Max(_mostAtOnce, Going(now));
            return new Verdict(task, IsNew: true);
        }
    }

    /// <summary>Writes down that an order was not taken.</summary>
    public Verdict Refused(JournalEntry post, int code, string message)
    {
        _journal.Append(post with { At = Now(), Code = code, Note = message });
        return new Verdict(null, code, message);
    }

    /// <summary>A task by its id; null for none.</summary>
    public FakeTask? ById(string id)
    {
        lock (_lock) return _byId.GetValueOrDefault(id);
    }

    /// <summary>The newest task of a reference, once it can be seen and where that can be asked; null for none.</summary>
    public FakeTask? ByReference(string reference)
    {
        lock (_lock) return _options.ReferenceQuery && _byReference.TryGetValue(reference, out var task) && IsVisible(task) ? task : null;
    }

    /// <summary>A page, the newest first.</summary>
    public IReadOnlyList<FakeTask> Page(int page, int size)
    {
        var tasks = new List<FakeTask>(size);
        lock (_lock)
        {
            var skip = (page - 1) * size;
            for (var at = _inOrder.Count - 1; at >= 0 && tasks.Count < size; at--)
            {
                if (IsVisible(_inOrder[at]) && skip-- <= 0) tasks.Add(_inOrder[at]);
            }
        }

        return tasks;
    }

    /// <summary>All, the first first.</summary>
    public IReadOnlyList<FakeTask> All()
    {
        lock (_lock) return [.. _inOrder];
    }

    /// <summary>A new decimal id of 18 digits; also of elements' tasks.</summary>
    public string NewId()
    {
        lock (_lock) return NewId(Now());
    }

    public void Clear()
    {
        lock (_lock)
        {
            _byId.Clear();
            _byReference.Clear();
            _inOrder.Clear();
            _going.Clear();
            _mostAtOnce = 0;
        }
    }

    public int Going()
    {
        lock (_lock) return Going(Now());
    }

    private long Now() => _options.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private bool IsVisible(FakeTask task) => Now() >= task.CreatedAt + _options.VisibleAfter.TotalMilliseconds;

    private int Going(long now)
    {
        while (_going.TryPeek(out _, out var ends) && ends <= now) _going.Dequeue();
        return _going.Count;
    }

    private string NewId(long now)
    {
        _lastId = Math.Max(_lastId + 1, now * 100_000);
        return _lastId.ToString("D18", CultureInfo.InvariantCulture);
    }

    private FakeTask Task(string id, string reference, decimal units, long createdAt, FakeOrder order)
    {
        var length = (long)_options.FilmTime.TotalMilliseconds;
        return new FakeTask(id, reference, units, createdAt, createdAt + length / 4, createdAt + length, order);
    }

    private void Keep(FakeTask task)
    {
        _byId[task.Id] = task;
        if (task.Reference.Length > 0) _byReference[task.Reference] = task;
        _inOrder.Add(task);
        _going.Enqueue(task, task.EndsAt);
        _lastId = Math.Max(_lastId, long.Parse(task.Id, CultureInfo.InvariantCulture));
    }
}
