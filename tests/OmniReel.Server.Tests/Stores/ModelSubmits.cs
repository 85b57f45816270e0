using System.Globalization;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Tests.Stores;

/// <summary>What a book of submits is meant to do, said as plainly as a list allows; of tasks it knows who holds them and which have ended.</summary>
internal sealed class ModelSubmits(TestClock clock)
{
    private readonly List<Submit> _all = [];
    private readonly Dictionary<long, long> _lost = [];

    public IReadOnlyList<Submit> All => _all;

    public Submit? Intend(bool isHeld, long taskId, NewSubmit submit)
    {
        if (!isHeld)
            return null;
        var earlier = _all.Find(one => one.Id == submit.Supersedes);
        if (submit.Supersedes != 0 && (earlier is null || earlier.TaskId != taskId || earlier.Connection != submit.Connection || earlier.State != SubmitState.Unknown))
            return null;
        if (_all.Exists(one => one.TaskId == taskId && one.IsOpen && one != earlier))
            return null;
        if (earlier is not null)
            Record(earlier.Id, SubmitEvent.Supersede, new SubmitNews());
        var sequence = _all.Count(one => one.TaskId == taskId) + 1;
        var intent = new Submit
        {
            Id = _all.Count + 1,
            TaskId = taskId,
            Tenant = "a",
            Sequence = sequence,
            Connection = submit.Connection,
            Reference = earlier?.Reference ?? string.Create(CultureInfo.InvariantCulture, $"{submit.ReferencePrefix}-{taskId}-{sequence}"),
            BodySum = submit.BodySum,
            State = SubmitLifecycle.Initial,
            SentAt = submit.SentAt,
            SettlesAt = submit.SettlesAt,
            UpdatedAt = clock.Milliseconds,
            Units = submit.Units,
        };
        _all.Add(intent);
        return intent;
    }

    public Submit? Record(long id, SubmitEvent on, SubmitNews news)
    {
        if (_all.Find(one => one.Id == id) is not { } submit || !SubmitLifecycle.Sources(on).Contains(submit.State) || IsTaken(submit, SubmitLifecycle.Target(on), news))
            return null;
        if (on == SubmitEvent.Lose)
            _lost[id] = Math.Max(clock.Milliseconds, submit.UpdatedAt);
        return Learn(submit with { State = SubmitLifecycle.Target(on) }, news);
    }

    public bool Note(long id, SubmitNews news) => _all.Find(one => one.Id == id) is { } submit && !IsTaken(submit, submit.State, news) && Learn(submit, news) is not null;

    public int LostSince(string connection, long since) => _all.Count(one => one.Connection == connection && _lost.TryGetValue(one.Id, out var at) && at >= since);

    private bool IsTaken(Submit submit, SubmitState state, SubmitNews news) => news.UpstreamId is { } id && HasFilm(state)
        && _all.Exists(one => one.Id != submit.Id && one.Connection == submit.Connection && one.UpstreamId == id && HasFilm(one.State));

    private static bool HasFilm(SubmitState state) => state is SubmitState.Accepted or SubmitState.Delivered or SubmitState.FailedThere;

    private Submit Learn(Submit submit, SubmitNews news) => _all[(int)submit.Id - 1] = submit with
    {
        UpdatedAt = Math.Max(submit.UpdatedAt, clock.Milliseconds),
        UpstreamId = news.UpstreamId ?? submit.UpstreamId,
        Note = news.Note ?? submit.Note,
        FilmUrl = news.FilmUrl ?? submit.FilmUrl,
    };
}
