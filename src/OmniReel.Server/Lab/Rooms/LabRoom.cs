using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Lab.Rooms;

/// <summary>One test: its clock, its scenarios and its journal. Its tasks lie under a tenant of their own, so that no other test finds them.</summary>
/// <param name="name">As in <c>X-OmniReel-Test</c>.</param>
/// <param name="mark">What tells its tasks from those of the same name before a reset; empty before the first.</param>
/// <param name="standing">Scenarios of the configuration, which every test begins with.</param>
/// <param name="real">The clock outside.</param>
/// <param name="paper">What all journals may hold together; null for a test whose journal nobody reads.</param>
public sealed class LabRoom(string name, string mark, IReadOnlyList<LabOrder> standing, TimeProvider real, JournalRoom? paper) : IDisposable
{
    /// <summary>The test of requests that name none.</summary>
    public const string Usual = "default";

    /// <summary>Tasks that are known at once, beside those that have not ended.</summary>
    public const int MostTasks = 1000;

    private const string Divider = "~lab~";
    private const int MostHeaders = 256;
    private const int MostLooks = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LabScript> _headers = [];
    private readonly Queue<long> _tasks = [];
    private LabScript? _script;

    /// <summary>As in <c>X-OmniReel-Test</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its time.</summary>
    public VirtualClock Clock { get; } = new(real);

    /// <summary>What came and went.</summary>
    public LabJournal Journal { get; } = new(paper);

    /// <summary>When somebody last asked for it, by the order of asking.</summary>
    public long Asked { get; set; }

    /// <summary>The scenarios that are set for it.</summary>
    public LabScript Script
    {
        get
        {
            lock (_gate) return _script ??= new LabScript(standing, Clock);
        }

        set
        {
            lock (_gate) _script = value;
        }
    }

    /// <summary>The orders of a header. One text is one script: so often in all, not so often in each request.</summary>
    /// <exception cref="LabOrderException">The text cannot be read.</exception>
    public LabScript OfHeader(string text)
    {
        lock (_gate)
        {
            if (_headers.TryGetValue(text, out var known)) return known;
            var script = new LabScript(LabOrderReader.Read(text), Clock);
            if (_headers.Count >= MostHeaders) _headers.Clear();
            return _headers[text] = script;
        }
    }

    /// <summary>Counts a task among its own. Where they are too many the oldest go, but none that <paramref name="forgets"/> says is needed still.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="forgets">Forgets a task; false for one that must stay.</param>
    public void Count(long taskId, Func<long, bool> forgets)
    {
        lock (_gate)
        {
            _tasks.Enqueue(taskId);
            // One that stays goes to the end of the line: it is asked again when all the others were.
            for (var looks = 0; _tasks.Count > MostTasks && looks < MostLooks; looks++)
            {
                var oldest = _tasks.Dequeue();
                if (!forgets(oldest)) _tasks.Enqueue(oldest);
            }
        }
    }

    /// <summary>The tenant whose tasks are those of this test.</summary>
    public string TenantOf(string tenant) => Name == Usual && mark.Length == 0 ? tenant : $"{tenant}{Divider}{Name}{Divider}{mark}";

    /// <summary>The test's name and mark of a tenant.</summary>
    public static (string Name, string Mark) Read(string tenant)
    {
        var parts = tenant.Split(Divider);
        return parts.Length == 3 ? (parts[1], parts[2]) : (Usual, "");
    }

    /// <summary>A name is 1 to 64 letters, digits, dots, dashes and underscores.</summary>
    public static bool IsName(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_')) return false;
        }

        return text.Length is > 0 and <= 64;
    }

    public void Dispose()
    {
        Clock.Dispose();
        Journal.Clear();
    }
}
