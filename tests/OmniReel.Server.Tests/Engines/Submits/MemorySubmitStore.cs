using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Engines.Submits;

/// <summary>The book of submits as it is promised, in memory: what a test's crashes leave behind.</summary>
/// <param name="isHeld">Whether a lease is the task's own now.</param>
/// <param name="hasEnded">Whether a task has ended.</param>
internal sealed class MemorySubmitStore(Func<Lease, bool> isHeld, Func<long, bool> hasEnded, TimeProvider time) : ISubmitStore
{
    private readonly Lock _gate = new();
    private readonly List<Submit> _all = [];
    private readonly List<(string Connection, long At)> _lost = [];
    private readonly List<StrangeFilm> _strangers = [];

    public IReadOnlyList<Submit> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>Called before each operation; may throw what a store throws, or let the process die.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public ValueTask<Submit?> IntendAsync(Lease lease, NewSubmit submit, CancellationToken cancellation)
    {
        Before("intend");
        lock (_gate)
        {
            var open = _all.Where(one => one.TaskId == lease.TaskId && one.IsOpen && one.Id != submit.Supersedes).ToList();
            if (!isHeld(lease) || open.Count > 0)
                return new((Submit?)null);
            if (submit.Supersedes != 0 && Change(submit.Supersedes, SubmitEvent.Supersede, new SubmitNews()) is null)
                return new((Submit?)null);
            var sequence = _all.Count(one => one.TaskId == lease.TaskId) + 1;
            var written = new Submit
            {
                Id = _all.Count + 1,
                TaskId = lease.TaskId,
                Tenant = "a",
                Sequence = sequence,
                Connection = submit.Connection,
                Reference = submit.Reference ?? $"{submit.ReferencePrefix}-{lease.TaskId}-{sequence}",
                BodySum = submit.BodySum,
                State = SubmitLifecycle.Initial,
                SentAt = submit.SentAt,
                SettlesAt = submit.SettlesAt,
                UpdatedAt = Now,
                Units = submit.Units,
            };
            _all.Add(written);
            return new(written);
        }
    }

    public ValueTask<Submit?> RecordAsync(long submitId, SubmitEvent on, SubmitNews news, CancellationToken cancellation)
    {
        Before("record");
        lock (_gate)
            return new(Change(submitId, on, news));
    }

    public ValueTask<bool> NoteAsync(long submitId, SubmitNews news, CancellationToken cancellation)
    {
        Before("note");
        lock (_gate)
        {
            if (submitId < 1 || submitId > _all.Count)
                return new(false);
            _all[(int)submitId - 1] = With(_all[(int)submitId - 1], news);
            return new(true);
        }
    }

    public ValueTask<IReadOnlyList<Submit>> OfTaskAsync(long taskId, CancellationToken cancellation) => Read(() => [.. _all.Where(one => one.TaskId == taskId)]);

    public ValueTask<Submit?> FindAsync(long submitId, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_all.Find(one => one.Id == submitId));
    }

    public ValueTask<IReadOnlyList<Submit>> FindAsync(string connection, string upstreamIdOrReference, CancellationToken cancellation) =>
        Read(() => [.. _all.Where(one => one.Connection == connection && (one.UpstreamId == upstreamIdOrReference || one.Reference == upstreamIdOrReference)).Reverse()]);

    public ValueTask<IReadOnlyList<Submit>> LeftOpenAsync(string connection, long after, int most, CancellationToken cancellation) =>
        Read(() => [.. _all.Where(one => one.Connection == connection && one.IsOpen && one.Id > after && hasEnded(one.TaskId)).Take(most)]);

    public ValueTask<IReadOnlyList<Submit>> ListAsync(IReadOnlyList<SubmitState> states, long before, int most, CancellationToken cancellation) =>
        Read(() => [.. _all.Where(one => states.Contains(one.State) && (before == 0 || one.Id < before)).Reverse().Take(most)]);

    public ValueTask<IReadOnlyDictionary<SubmitState, int>> CountAsync(string connection, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_all.Where(one => one.Connection == connection).CountBy(one => one.State).ToDictionary());
    }

    public ValueTask<int> LostSinceAsync(string connection, long since, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_lost.Count(one => one.Connection == connection && one.At >= since));
    }

    public ValueTask<bool> BookStrangerAsync(StrangeFilm found, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_strangers.Exists(one => one.Connection == found.Connection && one.UpstreamId == found.UpstreamId))
                return new(false);
            _strangers.Add(found);
            return new(true);
        }
    }

    public ValueTask<IReadOnlyList<StrangeFilm>> StrangersAsync(int most, CancellationToken cancellation)
    {
        lock (_gate)
            return new([.. _strangers.AsEnumerable().Reverse().Take(most)]);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private Submit? Change(long submitId, SubmitEvent on, SubmitNews news)
    {
        var before = _all[(int)submitId - 1];
        if (!SubmitLifecycle.Sources(on).Contains(before.State))
            return null;
        var after = With(before, news) with { State = SubmitLifecycle.Target(on), UpdatedAt = Now };
        if (on == SubmitEvent.Lose)
            _lost.Add((before.Connection, Now));
        return _all[(int)submitId - 1] = after;
    }

    private static Submit With(Submit submit, SubmitNews news) =>
        submit with { UpstreamId = news.UpstreamId ?? submit.UpstreamId, Note = news.Note ?? submit.Note, FilmUrl = news.FilmUrl ?? submit.FilmUrl };

    private ValueTask<IReadOnlyList<Submit>> Read(Func<IReadOnlyList<Submit>> read)
    {
        Before("read");
        lock (_gate)
            return new(read());
    }
}
