using System.Collections.Concurrent;
using System.Globalization;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Rooms;

/// <summary>All tests that there are, by name and by tenant, and what is known of their tasks. The tests that nobody asked for longest are forgotten when there are too many.</summary>
/// <param name="standing">Scenarios that every test begins with.</param>
/// <param name="time">The clock outside.</param>
public sealed class LabRooms(IReadOnlyList<LabOrder> standing, TimeProvider time) : IDisposable
{
    /// <summary>Tests that are known at once.</summary>
    public const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly JournalRoom _paper = new();
    private readonly Dictionary<string, LabRoom> _byName = [];
    private readonly ConcurrentDictionary<(string Name, string Mark), LabRoom> _byMark = [];
    private readonly ConcurrentDictionary<long, LabTask> _tasks = [];
    // What was reset shares one room: there are as many resets as anybody likes.
    private readonly LabRoom _gone = new("gone", "", standing, time, null);
    private long _asked;

    /// <summary>Scenarios of the configuration.</summary>
    public IReadOnlyList<LabOrder> Standing => standing;

    /// <summary>Those that somebody has named, by name.</summary>
    public IReadOnlyList<LabRoom> All
    {
        get
        {
            lock (_gate) return [.. _byName.Values.OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>A test by its name; made when it is named first.</summary>
    public LabRoom Of(string name)
    {
        lock (_gate)
        {
            if (!_byName.TryGetValue(name, out var room)) room = Open(name, "");
            room.Asked = ++_asked;
            return room;
        }
    }

    /// <summary>The test that a tenant's tasks belong to.</summary>
    public LabRoom OfTenant(string tenant)
    {
        var key = LabRoom.Read(tenant);
        if (_byMark.TryGetValue(key, out var room)) return room;
        lock (_gate)
        {
            if (key.Mark.Length == 0 && !_byName.ContainsKey(key.Name)) return Open(key.Name, "");
            // A task from before a reset, or of a server before this one: the test of that name now must hear nothing of it.
            return _gone;
        }
    }

    /// <summary>Begins a test anew: no tasks, no scenarios but those of the configuration, real time, an empty journal.</summary>
    public LabRoom Reset(string name)
    {
        lock (_gate)
        {
            if (_byName.Remove(name, out var before)) Forget(before);
            return Open(name, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds()}.{++_asked}"));
        }
    }

    /// <summary>A task that is about to be accepted, by the clock of its test.</summary>
    public LabTask Accept(NewTask task)
    {
        var room = OfTenant(task.Tenant);
        return Know(task.Id, new LabTask(room, Orders(task.Facts), room.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>A task that was not accepted after all.</summary>
    public void Forget(long taskId) => _tasks.TryRemove(taskId, out _);

    /// <summary>What is known of a task.</summary>
    public LabTask Of(VideoTask task)
    {
        if (_tasks.TryGetValue(task.Id, out var known)) return known;
        var found = new LabTask(OfTenant(task.Tenant), Orders(task.Facts), task.CreatedAt);
        found.Remember(task);
        return Know(task.Id, found);
    }

    /// <summary>By its number; null for one that nobody has asked for.</summary>
    public LabTask? Find(long taskId) => _tasks.GetValueOrDefault(taskId);

    /// <summary>Tasks that are known now.</summary>
    internal int Known => _tasks.Count;

    public void Dispose()
    {
        _gone.Dispose();
        foreach (var room in _byMark.Values) room.Dispose();
    }

    private LabTask Know(long taskId, LabTask task)
    {
        var known = _tasks.GetOrAdd(taskId, task);
        if (known == task) known.Room.Count(taskId, Forgets);
        return known;
    }

    // One that goes is known again by its row when somebody asks. What is at work would be known as one that nobody has begun.
    private bool Forgets(long taskId)
    {
        if (_tasks.TryGetValue(taskId, out var task) && !task.HasEnded) return false;
        _tasks.TryRemove(taskId, out _);
        return true;
    }

    private LabRoom Open(string name, string mark)
    {
        while (_byName.Count >= Most && _byName.Values.MinBy(one => one.Asked) is { } oldest)
        {
            _byName.Remove(oldest.Name);
            Forget(oldest);
        }

        var room = new LabRoom(name, mark, standing, time, _paper) { Asked = ++_asked };
        _byName[name] = room;
        _byMark[(name, mark)] = room;
        return room;
    }

    private void Forget(LabRoom room)
    {
        room.Journal.Clear();
        foreach (var (id, task) in _tasks)
        {
            if (task.Room == room) _tasks.TryRemove(id, out _);
        }

        foreach (var (key, known) in _byMark)
        {
            if (known == room) _byMark.TryRemove(key, out _);
        }
    }

    // What an earlier version or another lab ordered, and this one does not know, is nothing.
    private static IReadOnlyList<LabOrder> Orders(TaskFacts facts)
    {
        if (facts.Lab is not { } text) return [];
        try
        {
            return LabOrderReader.Read(text);
        }
        catch (LabOrderException)
        {
            return [];
        }
    }
}
