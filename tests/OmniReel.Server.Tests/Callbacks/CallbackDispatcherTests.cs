using System.Text;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Callbacks.Support;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Callbacks;

public sealed class CallbackDispatcherTests
{
    private const string Secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";

    /// <summary>As the real ones, in a hundredth of the time; how long an answer may take is as it is, since machines may be slow.</summary>
    private static readonly CallbackOptions Quick = new()
    {
        Schedule = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)],
        FirstPause = TimeSpan.FromMilliseconds(100),
        LongestPause = TimeSpan.FromMilliseconds(200),
        StopTime = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public async Task A_delivery_is_a_signed_POST_of_the_frozen_bytes()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Good], secret: Secret);
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        var delivered = await rig.StandsAsync(n, DeliveryState.Delivered);
        var received = rig.Receivers.All.ShouldHaveSingleItem();
        received.Body.ShouldBe(delivered.Body.ToArray());
        received.Id.ShouldBe(delivered.Id);
        received.Signature.ShouldBe(SigningSecret.Parse(Secret).Sign(received.Id, long.Parse(received.Timestamp), received.Body));
        received.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        received.Headers["Content-Length"].ShouldBe($"{received.Body.Length}");
        received.Headers["User-Agent"].ShouldStartWith("OmniReel/");
        received.Headers.Keys.ShouldNotContain("Cookie");
        (delivered.Attempts, delivered.LastStatus, delivered.LastReason).ShouldBe((1, 204, "answered 204"));
    }

    [Fact]
    public async Task A_receiver_that_fails_n_times_gets_the_same_id_and_bytes_each_time()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.First(3, Manners.Says(500, "oops"), Manners.Good)], Quick, secret: Secret);
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        (await rig.StandsAsync(n, DeliveryState.Delivered)).Attempts.ShouldBe(4);
        rig.Receivers.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        rig.Receivers.All.Select(one => Encoding.UTF8.GetString(one.Body)).Distinct().ShouldHaveSingleItem();
        rig.Receivers.All.Count.ShouldBe(4);
    }

    [Fact]
    public async Task When_every_attempt_fails_it_is_a_dead_letter_and_a_replay_sends_it_again()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Says(500, "database password=hunter2 is wrong")], Quick);
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        var dead = await rig.StandsAsync(n, DeliveryState.Exhausted);
        (dead.Attempts, dead.LastStatus, dead.LastAnswer).ShouldBe((4, 500, "database password=*** is wrong"));
        rig.Receivers.Change(0, Manners.Good);
        (await rig.Deliveries.ReplayAsync("a", new DeliveryFilter(DeliveryState.Exhausted), TestContext.Current.CancellationToken)).ShouldBe(1);
        await rig.StandsAsync(n, DeliveryState.Delivered);
        rig.Receivers.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_schedule_is_kept_by_the_clock()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await CallbackRig.StartAsync([Manners.Says(500)], time: time);
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        foreach (var (attempt, wait) in new CallbackOptions().Schedule.Skip(1).Index())
        {
            var failed = await rig.UntilAsync(n, d => d.Attempts == attempt + 1 && d.State == DeliveryState.Waiting);
            var due = failed.DueAt!.Value - time.GetUtcNow().ToUnixTimeMilliseconds();
            (due / wait.TotalMilliseconds).ShouldBeInRange(0.79, 1.21);
            time.Advance(TimeSpan.FromMilliseconds(due - 1));
            // One millisecond too early, made to look at what waits, it finds nothing due: in the end nothing is under way.
            var looks = rig.Bent.Looks.Count;
            await Eventually.Async(() =>
            {
                rig.Signals.Arrive(Receiver.Of(rig.Receivers.Url(0)));
                return Task.FromResult(rig.Bent.Looks.Skip(looks).Contains(32));
            });
            rig.Receivers.All.Count.ShouldBe(attempt + 1);
            // The clock stands when the request has arrived, so that the next wait is counted from its end.
            while (rig.Receivers.All.Count == attempt + 1)
            {
                time.Advance(TimeSpan.FromMilliseconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        await rig.StandsAsync(n, DeliveryState.Exhausted);
        rig.Receivers.All.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await CallbackRig.StartAsync([Manners.Says(429, "", ("Retry-After", "600")), Manners.Says(503, "", ("Retry-After", "999999"))], time: time);
        var (one, two) = (await rig.EndAsync(rig.Receivers.Url(0)), await rig.EndAsync(rig.Receivers.Url(1)));
        (await rig.UntilAsync(one, d => d.Attempts == 1)).DueAt.ShouldBe(time.GetUtcNow().ToUnixTimeMilliseconds() + 600_000);
        (await rig.UntilAsync(two, d => d.Attempts == 1)).DueAt.ShouldBe(time.GetUtcNow().ToUnixTimeMilliseconds() + 3_600_000);
    }

    [Fact]
    public async Task A_410_ends_it()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Says(410)], Quick);
        (await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Gone)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_answers_are_failures_that_end_within_the_caps()
    {
        var taken = new MeteredHandlers();
        Manner[] manners =
        [
            Manners.BreaksOff, Manners.HangsUp, Manners.Redirects("http://127.0.0.2/latest"), Manners.Says(404, "no such hook"),
            Manners.Floods(10L << 30),
        ];
        await using var rig = await CallbackRig.StartAsync(manners, Quick, handlers: taken);
        var tasks = new List<int>();
        for (var i = 0; i < manners.Length; i++) tasks.Add(await rig.EndAsync(rig.Receivers.Url(i)));
        tasks.Add(await rig.EndAsync("http://127.0.0.1:1/nobody-is-there"));
        tasks.Add(await rig.EndAsync("gopher://127.0.0.1:70/x"));
        string[] reasons =
        [
            "the answer broke off", "no connection, or no answer that is HTTP", "answered 302, and redirects are not followed",
            "answered 404", "answered 200", "no connection, or no answer that is HTTP", "the URL cannot be read; it should be an absolute http or https URL",
        ];
        foreach (var (i, n) in tasks.Index())
        {
            var ended = await rig.UntilAsync(n, d => d.State != DeliveryState.Waiting);
            ended.State.ShouldBe(i == 4 ? DeliveryState.Delivered : DeliveryState.Exhausted);
            // Where a line is cut, what was sent before may or may not arrive.
            if (i != 0 || ended.LastStatus is not null) ended.LastReason.ShouldBe(reasons[i]);
        }

        rig.Receivers.Of(4).ShouldHaveSingleItem();
        // All that was read from the sockets of all receivers: the cap of the flood, and what one read brings beyond it.
        taken.Bytes.ShouldBeLessThan(512 << 10);
        Console.WriteLine($"callbacks, bad answers: {tasks.Count} manners ended within the caps; {taken.Bytes >> 10} KiB taken, of 10 GiB from the one that floods");
    }

    [Fact]
    public async Task An_answer_that_does_not_come_or_never_ends_is_cut_off()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Hangs, Manners.Trickles], Quick with { AttemptTime = TimeSpan.FromMilliseconds(400) });
        foreach (var n in new[] { await rig.EndAsync(rig.Receivers.Url(0)), await rig.EndAsync(rig.Receivers.Url(1)) })
            (await rig.StandsAsync(n, DeliveryState.Exhausted)).LastReason.ShouldBe("no whole answer within 0 s");
    }

    [Fact]
    public async Task A_denied_address_is_a_recorded_failure_with_its_coarse_reason()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Good], Quick, handlers: new ClosedHandlers());
        (await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Exhausted)).LastReason.ShouldBe("the URL is not allowed");
        rig.Receivers.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_beginning_comes_before_the_end_and_a_waiting_beginning_is_left_out()
    {
        var gate = new TaskCompletionSource();
        await using var rig = await CallbackRig.StartAsync([async (context, over) => await gate.Task.WaitAsync(over)]);
        var n = await rig.AcceptAsync(rig.Receivers.Url(0));
        await rig.LeaseAsync();
        while (rig.Receivers.All.IsEmpty) await Task.Yield();
        await rig.CancelAsync(n);
        // The beginning is under way: the end waits for its answer, however long the lane has room for it.
        for (var i = 0; i < 200; i++) await Task.Yield();
        rig.Receivers.All.Count.ShouldBe(1);
        gate.SetResult();
        await rig.StandsAsync(n, DeliveryState.Delivered);
        rig.Receivers.All.Select(one => one.Id[^1]).ShouldBe(['1', '2']);
        rig.Of(n, 1).State.ShouldBe(DeliveryState.Delivered);

        await rig.RestAsync();
        var second = await rig.AcceptAsync(rig.Receivers.Url(0));
        await rig.LeaseAsync();
        await rig.CancelAsync(second);
        await rig.DispatchAsync();
        await rig.StandsAsync(second, DeliveryState.Delivered);
        rig.Of(second, 1).State.ShouldBe(DeliveryState.Skipped);
        rig.Receivers.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_stop_cuts_what_hangs_and_the_next_start_sends_it_again_with_its_id()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.First(1, Manners.Hangs, Manners.Good)], Quick with { AttemptTime = TimeSpan.FromSeconds(15) });
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        while (rig.Receivers.All.IsEmpty) await Task.Yield();
        await rig.RestAsync();
        (rig.Of(n).State, rig.Of(n).Attempts).ShouldBe((DeliveryState.Waiting, 0));
        await rig.DispatchAsync();
        await rig.StandsAsync(n, DeliveryState.Delivered);
        rig.Receivers.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_dead_receiver_is_left_alone_and_takes_no_attempts_from_what_waits()
    {
        await using var rig = await CallbackRig.StartAsync([Manners.Says(500)], new CallbackOptions { FirstPause = TimeSpan.FromMinutes(5) }, dispatch: false);
        var tasks = new List<int>();
        for (var i = 0; i < 100; i++) tasks.Add(await rig.EndAsync(rig.Receivers.Url(0)));
        await rig.DispatchAsync();
        await rig.UntilAsync(tasks[4], d => d.Attempts == 1);
        for (var i = 0; i < 200; i++) await Task.Yield();
        rig.Receivers.All.Count.ShouldBe(5);
        tasks.Skip(5).ShouldAllBe(n => rig.Of(n).Attempts == 0);

        // A replay is a person's word that it is well again.
        rig.Receivers.Change(0, Manners.Good);
        await rig.Deliveries.ReplayAsync("a", rig.Of(tasks[0]).Id, TestContext.Current.CancellationToken);
        foreach (var n in tasks.Skip(5)) await rig.StandsAsync(n, DeliveryState.Delivered);
    }

    [Fact]
    public async Task Receivers_that_hang_keep_no_healthy_one_waiting_and_a_lane_ends_with_its_work()
    {
        const int each = 20;
        Manner[] manners = [.. Enumerable.Repeat(Manners.Hangs, 20), .. Enumerable.Repeat(Manners.Good, 10)];
        await using var rig = await CallbackRig.StartAsync(manners, new CallbackOptions { AtOnce = 32, AttemptTime = TimeSpan.FromMinutes(10), StopTime = TimeSpan.Zero });
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < each; j++) await rig.EndAsync(rig.Receivers.Url(i));
        }

        var healthy = new List<int>();
        for (var i = 0; i < 10 * each; i++) healthy.Add(await rig.EndAsync(rig.Receivers.Url(20 + i % 10)));
        var lags = new List<long>();
        foreach (var n in healthy)
        {
            var delivered = await rig.StandsAsync(n, DeliveryState.Delivered);
            lags.Add(delivered.TriedAt!.Value - delivered.CreatedAt);
        }

        lags.Sort();
        // Those that hang do so for ten minutes: that all healthy ones are delivered shows that they waited for none of them.
        lags[lags.Count / 2].ShouldBeLessThan(2000);
        await Eventually.Async(() => Task.FromResult(rig.Receivers.All.Count(one => one.Receiver < 20) >= 20));
        rig.Receivers.All.Count(one => one.Receiver < 20).ShouldBe(20, "one attempt at a time to a receiver that is not known");
        // The healthy ones have nothing left to do; their lanes end a moment after their last delivery.
        await Eventually.Async(() => Task.FromResult(rig.Dispatcher!.Lanes == 20));
        Console.WriteLine($"callbacks, isolation: 20 receivers hang with {each} deliveries each; 10 healthy ones got {healthy.Count}, p99 lag {lags[lags.Count * 99 / 100]} ms");
    }

    private sealed class ClosedHandlers : IGuardedHandlers
    {
        public SocketsHttpHandler Create() => new()
        {
            ConnectCallback = (_, _) => throw new InputException("callback_url", "url_address", "is not allowed", "不允许访问该地址"),
        };
    }

    /// <summary>Counts the bytes that are taken from the sockets.</summary>
    private sealed class MeteredHandlers : IGuardedHandlers
    {
        private long _bytes;

        public long Bytes => Interlocked.Read(ref _bytes);

        public SocketsHttpHandler Create() => new()
        {
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new MeteredStream(context.PlaintextStream, read => Interlocked.Add(ref _bytes, read))),
        };
    }

    private sealed class MeteredStream(Stream inner, Action<int> took) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            took(read);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
