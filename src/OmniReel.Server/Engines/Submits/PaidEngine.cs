using Microsoft.Extensions.Logging;
using OmniReel.Contract.Requests;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// An engine that has films made for money over one connection. An attempt submits, or finds what was submitted before; waits for the
/// film; and stores it. The same attempt may be made again at any point: the book of submits says how far it was.
/// </summary>
public sealed partial class PaidEngine : IRemoteEngine, IDisposable
{
    /// <summary>Attempts at the same time, whatever the upstream takes.</summary>
    private const int MostAttempts = 10_000;

    private const int PercentWhenTaken = 6, PercentWhenReady = 90;

    private static readonly TimeSpan s_fetchAgain = TimeSpan.FromSeconds(2), s_longestFetchAgain = TimeSpan.FromMinutes(2);

    private readonly IUpstream _upstream;
    private readonly IPaidWork _work;
    private readonly ISubmitStore _store;
    private readonly SubmitProtocol _protocol;
    private readonly PollWheel _wheel;
    private readonly ParallelGate _gate;
    private readonly SpendBreaker _breaker;
    private readonly SubmitSettings _settings;
    private readonly ICrashPoints _crash;
    private readonly TimeProvider _time;
    private readonly ILogger<PaidEngine> _log;
    private readonly PollPace _pace = new();
    private int _running;

    /// <param name="parts">What all connections share.</param>
    /// <param name="mostParallel">Films that the account makes at the same time; null to find out.</param>
    public PaidEngine(IUpstream upstream, IPaidWork work, int? mostParallel, PaidParts parts)
    {
        (_upstream, _work, _store, _protocol, _wheel, _settings, _crash, _time, _log) =
            (upstream, work, parts.Store, parts.Protocol, parts.Wheel, parts.Settings, parts.Crash, parts.Time, parts.Log);
        _gate = new ParallelGate(mostParallel, parts.Time);
        _breaker = new SpendBreaker(parts.Store, parts.Settings, upstream.Connection, parts.Time, parts.Log);
        _gate.Grew += Grow;
    }

    public event Action? RoomGrew;

    public string Name => _upstream.Connection;

    /// <summary>Where it sends to.</summary>
    public IUpstream Upstream => _upstream;

    /// <summary>What is known of how many films the account makes at the same time.</summary>
    public ParallelGate Gate => _gate;

    public SpendBreaker Breaker => _breaker;

    /// <summary>What the upstream is known to make.</summary>
    public EngineLimits Limits { get; init; } = EngineLimits.None;

    public int Room => Math.Max(0, Math.Min(_gate.Limit, MostAttempts) - Volatile.Read(ref _running));

    public IReadOnlyList<string> Lacks(VideoRequest request, Language language) => Limits.Lacks(request, language);

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation) => new(false);

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        if (attempt.Hold is not { } hold)
            throw new InvalidOperationException("A paid film is made under a lease.");
        attempt.Slot.Leave();
        Interlocked.Increment(ref _running);
        try
        {
            using var place = new SubmitWait(_gate, _breaker, _time);
            var submit = await SubmitAsync(attempt, hold, place, percent, cancellation);
            place.Resume();
            return await BringAsync(attempt, submit, place, percent, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Grow();
        }
    }

    public void Forget(VideoTask task) => _work.Forget(task);

    public void Dispose() => _gate.Grew -= Grow;

    private async Task<Submit> SubmitAsync(EngineAttempt attempt, IHeldLease hold, SubmitWait place, IProgress<int> percent, CancellationToken cancellation)
    {
        using var paid = new PaidAttempt(attempt, hold, _upstream, token => _work.PrepareAsync(attempt, percent, token));
        var submit = await _protocol.SubmitAsync(paid, place, cancellation);
        place.Taken();
        percent.Report(PercentWhenTaken);
        return submit;
    }

    private async Task<TaskResult> BringAsync(EngineAttempt attempt, Submit submit, SubmitWait place, IProgress<int> percent, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Left(submit), _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            for (var fetches = 1; ; fetches++)
            {
                var report = await _wheel.WaitAsync(_upstream, submit, _pace, told => Tell(told, percent), both.Token);
                place.Leave();
                await EndIfOverAsync(attempt, submit, report, cancellation);
                _crash.Reach(CrashPoint.AfterReady);
                await _store.NoteAsync(submit.Id, new SubmitNews(FilmUrl: report.FilmUrl), cancellation);
                if (await FetchAsync(attempt, report, percent, fetches, both.Token) is not { } result)
                    continue;
                return result with { Submit = submit.Id };
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await _store.RecordAsync(submit.Id, SubmitEvent.Orphan, new SubmitNews(Note: $"Not finished, or not to be fetched, in {_settings.MostWork.TotalHours:0} hours."), cancellation);
            throw new EngineRefusedException(SubmitMessages.TooLong(attempt.Task.Facts.Language, submit.UpstreamId!));
        }
    }

    private async Task EndIfOverAsync(EngineAttempt attempt, Submit submit, UpstreamReport report, CancellationToken cancellation)
    {
        var language = attempt.Task.Facts.Language;
        if (report.Status == UpstreamStatus.Failed)
        {
            await _store.RecordAsync(submit.Id, SubmitEvent.FailThere, new SubmitNews(Note: report.Message), cancellation);
            throw new EngineRefusedException(SubmitMessages.FailedThere(language, report.Message));
        }

        if (report.Status == UpstreamStatus.Absent)
        {
            await _store.RecordAsync(submit.Id, SubmitEvent.Orphan, new SubmitNews(Note: "The upstream took it, and says that it has no such task."), cancellation);
            throw new EngineRefusedException(SubmitMessages.LostThere(language, submit.UpstreamId!));
        }
    }

    /// <summary>Null: it is to be asked for anew, since links die.</summary>
    private async Task<TaskResult?> FetchAsync(EngineAttempt attempt, UpstreamReport report, IProgress<int> percent, int times, CancellationToken cancellation)
    {
        try
        {
            if (report.FilmUrl is not null)
                return await _work.KeepAsync(attempt, report, percent, cancellation);
            LogNoUrl(attempt.Task.Id, Name);
        }
        // It is paid for: fetched again, each time from where the upstream then says that it is, as long as there is time.
        catch (EngineTroubleException trouble) when (!trouble.IsDiskFull)
        {
            LogFetch(trouble, attempt.Task.Id, times);
        }

        var pause = s_fetchAgain * Math.Pow(2, Math.Min(times - 1, 6));
        await Task.Delay(pause < s_longestFetchAgain ? pause : s_longestFetchAgain, _time, cancellation);
        return null;
    }

    private static void Tell(UpstreamReport report, IProgress<int> percent)
    {
        if (report.Percent is { } told)
            percent.Report(PercentWhenTaken + ((PercentWhenReady - PercentWhenTaken) * Math.Clamp(told, 0, 100) / 100));
    }

    private TimeSpan Left(Submit submit)
    {
        var left = DateTimeOffset.FromUnixTimeMilliseconds(submit.SentAt) + _settings.MostWork - _time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Grow() => RoomGrew?.Invoke();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the upstream's film could not be fetched, for the {Times}th time; it is asked for anew.")]
    private partial void LogFetch(Exception cause, long taskId, int times);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: {Connection} says that the film is ready, and not where.")]
    private partial void LogNoUrl(long taskId, string connection);
}

/// <summary>What the engines of all connections share.</summary>
public sealed record PaidParts(
    ISubmitStore Store, SubmitProtocol Protocol, PollWheel Wheel, SubmitSettings Settings, ICrashPoints Crash, TimeProvider Time, ILogger<PaidEngine> Log);
