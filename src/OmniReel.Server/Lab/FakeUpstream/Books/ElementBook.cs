using OmniReel.Contract.Requests;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>A task that makes an element.</summary>
/// <param name="TaskId">18 decimal digits.</param>
/// <param name="Reference">The caller's; empty for none.</param>
/// <param name="CreatedAt">Unix milliseconds.</param>
/// <param name="Element">What it makes.</param>
internal sealed record ElementTask(string TaskId, string Reference, long CreatedAt, FakeElement Element)
{
    public bool IsDeleted { get; set; }
}

/// <summary>The elements of the account, and the presets of the house.</summary>
internal sealed class ElementBook : IElementCatalog
{
    private const long FirstPreset = 990_000_000_000_001;
    private const long FirstOwn = 321_900_000_000_001;

    private readonly Lock _lock = new();
    private readonly List<ElementTask> _tasks = [];
    private readonly FakeUpstreamOptions _options;
    private readonly FakeJournal _journal;
    private readonly PaidBook _paid;

    public ElementBook(FakeUpstreamOptions options, FakeJournal journal, PaidBook paid)
    {
        (_options, _journal, _paid) = (options, journal, paid);
        foreach (var entry in journal.All())
        {
            if (entry.Element is { } element) _tasks.Add(new ElementTask(entry.TaskId!, entry.Reference ?? "", entry.At, element));
            else if (entry.Kind == "delete" && entry.Code == 0) _tasks.First(one => $"{one.Element.ElementId}" == entry.TaskId).IsDeleted = true;
        }
    }

    /// <summary>Elements that are there from the beginning.</summary>
    public static IReadOnlyList<ElementTask> Presets { get; } =
    [
        Preset(0, "Fisherman", "An old fisherman in a yellow coat"),
        Preset(1, "Robot", "A small round robot"),
        Preset(2, "Corgi", "A corgi with a red scarf"),
    ];

    public ElementTask? Make(JournalEntry post, ElementRequest request, out string complaint)
    {
        lock (_lock)
        {
            var reference = request.ExternalTaskId ?? "";
            complaint = $"external_task_id {reference} already exists";
            var now = _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
            if (reference.Length > 0 && _tasks.Any(one => one.Reference == reference))
            {
                _journal.Append(post with { At = now, Code = 1201, Note = complaint });
                return null;
            }

            var element = FakeElement.Of(request, FirstOwn + _tasks.Count, now + (long)(_options.FilmTime.TotalMilliseconds / 4));
            var task = new ElementTask(_paid.NewId(), reference, now, element);
            _journal.Append(post with { At = now, TaskId = task.TaskId, Element = element });
            _tasks.Add(task);
            return task;
        }
    }

    /// <summary>By the task's id or the caller's reference; null for none.</summary>
    public ElementTask? Task(string either)
    {
        lock (_lock) return _tasks.Find(one => one.TaskId == either || (one.Reference.Length > 0 && one.Reference == either));
    }

    /// <summary>A page, the newest first.</summary>
    public IReadOnlyList<ElementTask> Page(int page, int size)
    {
        lock (_lock) return [.. _tasks.AsEnumerable().Reverse().Skip((page - 1) * size).Take(size)];
    }

    /// <summary>False: there is none of that id (any more).</summary>
    public bool Delete(JournalEntry post, string elementId)
    {
        lock (_lock)
        {
            var found = _tasks.Find(one => !one.IsDeleted && $"{one.Element.ElementId}" == elementId);
            _journal.Append(post with { Kind = "delete", At = _options.Time.GetUtcNow().ToUnixTimeMilliseconds(), TaskId = elementId, Code = found is null ? 1201 : 0 });
            if (found is not null) found.IsDeleted = true;
            return found is not null;
        }
    }

    public ElementKind? Find(string elementId)
    {
        lock (_lock)
            return _tasks.Concat(Presets).FirstOrDefault(one => !one.IsDeleted && $"{one.Element.ElementId}" == elementId)?.Element.ElementKind;
    }

    public void Clear()
    {
        lock (_lock) _tasks.Clear();
    }

    private static ElementTask Preset(int index, string name, string description) => new($"{FirstPreset + index:D18}", "", 0, new FakeElement
    {
        ElementId = FirstPreset + index, Name = name, Description = description, ElementKind = ElementKind.MultiImage, Images = ["https://example.com/preset.png"], Tags = [ElementTags.Character],
    });
}
