using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Engines.Submits;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Submits;

public sealed class PollWheelTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_is_asked_for_until_it_is_there_and_learnt_from()
    {
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        var upstream = new Answers(times => new UpstreamReport(times < 4 ? UpstreamStatus.Going : UpstreamStatus.Succeeded) { Percent = times * 20, FilmUrl = times < 4 ? null : "https://films.example.com/1" });
        var (pace, told) = (new PollPace(), new ConcurrentQueue<int?>());
        var waiting = wheel.WaitAsync(upstream, Submitted(1), pace, report => told.Enqueue(report.Percent), Stop);
        (await PassAsync(waiting)).FilmUrl.ShouldBe("https://films.example.com/1");
        told.ShouldBe([20, 40, 60, 80]);
        (wheel.Asked, wheel.Watched).ShouldBe((4, 0));

        // The next one is left alone for most of the time that the first one took.
        pace.Next(TimeSpan.Zero).ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Backward_statuses_unclear_answers_and_one_absence_end_nothing_and_six_absences_do()
    {
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        UpstreamStatus[] answers = [UpstreamStatus.Going, UpstreamStatus.Unclear, UpstreamStatus.Absent, UpstreamStatus.Going, UpstreamStatus.Unclear];
        var upstream = new Answers(times => new UpstreamReport(times <= answers.Length ? answers[times - 1] : UpstreamStatus.Absent));
        var waiting = wheel.WaitAsync(upstream, Submitted(1), new PollPace(), null, Stop);
        var began = _time.GetUtcNow();
        (await PassAsync(waiting)).Status.ShouldBe(UpstreamStatus.Absent);
        upstream.Times.ShouldBe(answers.Length + 6);
        (_time.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromMinutes(1.9));
    }

    [Fact]
    public async Task A_connection_that_is_asked_too_often_is_left_alone_longer_each_time_and_others_are_not()
    {
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        var (busy, quick) = (new Answers(_ => new UpstreamReport(UpstreamStatus.TooOften)), new Answers(_ => new UpstreamReport(UpstreamStatus.Going)) { Connection = "other" });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waits = Enumerable.Range(1, 20).Select(n => wheel.WaitAsync(busy, Submitted(n), new PollPace(), null, over.Token)).Append(wheel.WaitAsync(quick, Submitted(30), new PollPace(), null, over.Token)).ToList();
        await PassAsync(TimeSpan.FromMinutes(10));
        // Twenty tasks at a pace of two to fifteen seconds would be a thousand questions.
        busy.Times.ShouldBeLessThan(400);
        quick.Times.ShouldBeGreaterThan(30);
        await over.CancelAsync();
        foreach (var wait in waits)
            await Should.ThrowAsync<OperationCanceledException>(() => wait);
        wheel.Watched.ShouldBe(0);
    }

    [Fact]
    public async Task A_hint_asks_at_once_and_believes_nothing()
    {
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        var upstream = new Answers(times => new UpstreamReport(times < 2 ? UpstreamStatus.Going : UpstreamStatus.Failed) { Message = "Failure to pass the risk control system" });
        var submit = Submitted(1);
        var waiting = wheel.WaitAsync(upstream, submit, new PollPace(), null, Stop);
        wheel.Hint("nobody");
        wheel.Hint(submit.Reference);
        await upstream.AskedAsync(1);
        waiting.IsCompleted.ShouldBeFalse();
        while (!waiting.IsCompleted)
        {
            wheel.Hint(submit.Reference);
            await Task.Yield();
        }

        (await waiting).Message.ShouldBe("Failure to pass the risk control system");
        _time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task One_that_hangs_keeps_no_other_connection_waiting()
    {
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        var hangs = new Hanging();
        var quick = new Answers(_ => new UpstreamReport(UpstreamStatus.Succeeded)) { Connection = "other" };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var stuck = Enumerable.Range(1, 500).Select(n => wheel.WaitAsync(hangs, Submitted(n), new PollPace(), null, over.Token)).ToList();
        await PassAsync(wheel.WaitAsync(quick, Submitted(1000), new PollPace(), null, Stop));
        await over.CancelAsync();
        foreach (var wait in stuck)
            await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Ten_thousand_tasks_turn_on_one_wheel()
    {
        var (tasks, rounds) = (10_000, Checkout.Count(2, 10));
        await using var wheel = new PollWheel(_time, NullLogger<PollWheel>.Instance);
        var upstream = new Answers(_ => new UpstreamReport(UpstreamStatus.Going));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waits = Enumerable.Range(1, tasks).Select(n => wheel.WaitAsync(upstream, Submitted(n), new PollPace(), null, over.Token)).ToList();
        var watch = Stopwatch.StartNew();
        while (upstream.Times < tasks * rounds)
            await PassAsync(TimeSpan.FromSeconds(1));
        Console.WriteLine($"poll wheel: {tasks} tasks, {upstream.Times / watch.Elapsed.TotalSeconds:0} questions/s of itself");
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(waits));
        wheel.Watched.ShouldBe(0);
    }

    private Submit Submitted(int n) => new()
    {
        Id = n,
        TaskId = n,
        Tenant = "a",
        Sequence = 1,
        Connection = "kling",
        Reference = $"w-{n}-1",
        BodySum = "",
        State = SubmitState.Accepted,
        SentAt = _time.GetUtcNow().ToUnixTimeMilliseconds(),
        SettlesAt = 0,
        UpdatedAt = 0,
        UpstreamId = $"u{n}",
        Units = 1,
    };

    /// <summary>Lets time pass until it has ended.</summary>
    private async Task<UpstreamReport> PassAsync(Task<UpstreamReport> waiting)
    {
        while (!waiting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
        }

        return await waiting;
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var end = _time.GetUtcNow() + time; _time.GetUtcNow() < end;)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
        }
    }

    private sealed class Answers(Func<int, UpstreamReport> answer) : IUpstream
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        public string Connection { get; init; } = "kling";

        public UpstreamCapabilities Capabilities => new(true, true, true);

        public async Task AskedAsync(int times)
        {
            while (Times < times)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
        }

        public Task<UpstreamReport> PollAsync(string upstreamId, CancellationToken cancellation) => Task.FromResult(answer(Interlocked.Increment(ref _times)));

        public Task<SubmitAnswer> SubmitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<UpstreamSighting> FindAsync(string reference, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<UpstreamPage> ListAsync(int page, int size, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class Hanging : IUpstream
    {
        public string Connection => "kling";

        public UpstreamCapabilities Capabilities => new(true, true, true);

        public async Task<UpstreamReport> PollAsync(string upstreamId, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return new UpstreamReport(UpstreamStatus.Unclear);
        }

        public Task<SubmitAnswer> SubmitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<UpstreamSighting> FindAsync(string reference, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<UpstreamPage> ListAsync(int page, int size, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
