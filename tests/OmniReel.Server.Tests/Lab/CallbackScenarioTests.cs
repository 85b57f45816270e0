using System.Globalization;
using System.Text.Json;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Callbacks that go wrong, as a receiver meets them.</summary>
public sealed class CallbackScenarioTests(LabServer server) : IClassFixture<LabServer>, IAsyncLifetime
{
    // A test of the lab's own for each of these.
    private readonly LabClient _client = server.Client("callbacks-" + TestContext.Current.Test!.UniqueID[..16]);

    private Receivers _receivers = null!;

    public async ValueTask InitializeAsync() => _receivers = await Receivers.StartAsync(Manners.Good);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _receivers.DisposeAsync();
    }

    [Fact]
    [Scenario("callback-lost")]
    public async Task A_lost_callback_never_comes()
    {
        await _client.EndAsync(await CreateAsync(_client, "callback-lost"));
        await Eventually.Async(async () => (await _client.JournalAsync()).Callbacks.Any(one => one.GetProperty("event").GetString() == "succeed"));
        (await _client.JournalAsync()).Callbacks.ShouldAllBe(one => one.GetProperty("fault").GetString() == "callback-lost");

        // The one after it comes, so the silence was no accident.
        await _client.EndAsync(await CreateAsync(_client));
        await Eventually.Async(() => Task.FromResult(_receivers.All.Any(one => Status(one) == "succeed")));
        _receivers.All.Select(TaskId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    [Scenario("callback-doubled")]
    public async Task A_doubled_callback_comes_again_with_the_same_id()
    {
        await _client.EndAsync(await CreateAsync(_client, "callback-doubled; copies=3; event=ended"));
        await Eventually.Async(() => Task.FromResult(_receivers.All.Count(one => Status(one) == "succeed") == 3));
        var three = _receivers.All.Where(one => Status(one) == "succeed").ToList();
        three.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        three.ShouldAllBe(one => IsGood(one));
    }

    [Fact]
    [Scenario("callback-reordered")]
    public async Task Reordered_callbacks_tell_the_end_first()
    {
        await _client.EndAsync(await CreateAsync(_client, "callback-reordered"));
        await Eventually.Async(() => Task.FromResult(_receivers.All.Count == 2));
        _receivers.All.Select(Status).ShouldBe(["succeed", "processing"]);
        _receivers.All.ShouldAllBe(one => IsGood(one));
        _receivers.All.Select(one => one.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    [Scenario("callback-late")]
    public async Task A_late_callback_comes_by_the_clock_of_its_test()
    {
        await _client.ClockAsync("stopped");
        await _client.EndAsync(await CreateAsync(_client, "callback-late; seconds=3600; event=ended"));
        await _client.AdvanceAsync(3599);
        _receivers.All.ShouldAllBe(one => Status(one) != "succeed");
        // Its hour begins when its turn would have come, which is a little after the end.
        await Eventually.Async(async () => (await _client.AdvanceAsync(60)).Status == 200 && _receivers.All.Any(one => Status(one) == "succeed"));
        (await _client.JournalAsync()).Callbacks.ShouldContain(one => one.GetProperty("fault").GetString() == "callback-late");
    }

    [Fact]
    [Scenario("callback-late")]
    public async Task Late_callbacks_keep_those_of_other_tasks_from_nothing()
    {
        using var late = server.Client("cb-late-lane");
        await late.ClockAsync("stopped");
        var held = new List<string>();
        // More than are sent to one receiver at a time.
        for (var i = 0; i < 2 * new CallbackOptions().PerReceiver; i++) held.Add(await CreateAsync(late, "slow; seconds=600, callback-late; seconds=900000; event=processing"));
        foreach (var id in held) await late.UntilAsync(id, "processing");
        using var other = server.Client("cb-prompt-lane");
        await PromptAsync();
        foreach (var id in held) await Eventually.Async(async () => LabClient.Status(await late.QueryAsync(id)) == "succeed" || (await late.AdvanceAsync(601)).Status != 200);
        await PromptAsync();
        _receivers.All.Select(TaskId).ShouldNotContain(id => held.Contains(id));

        await Eventually.Async(async () => (await late.AdvanceAsync(900_000)).Status == 200 && _receivers.All.Count(one => held.Contains(TaskId(one))) == 2 * held.Count);
        foreach (var id in held) _receivers.All.Where(one => TaskId(one) == id).Select(Status).ShouldBe(["processing", "succeed"]);

        async Task PromptAsync()
        {
            var prompt = await CreateAsync(other);
            await Eventually.Async(() => Task.FromResult(_receivers.All.Any(one => TaskId(one) == prompt && Status(one) == "succeed")));
        }
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("missing")]
    [InlineData("stale")]
    [InlineData("body")]
    [Scenario("callback-forged")]
    public async Task A_forged_callback_is_not_to_be_believed(string how)
    {
        await _client.EndAsync(await CreateAsync(_client, $"callback-forged; how={how}; event=succeed"));
        await Eventually.Async(() => Task.FromResult(_receivers.All.Any(one => Status(one) == "succeed")));
        var forged = _receivers.All.Single(one => Status(one) == "succeed");
        var age = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(forged.Timestamp, CultureInfo.InvariantCulture);
        if (how == "stale")
        {
            IsGood(forged).ShouldBeTrue("only its age is wrong");
            age.ShouldBeGreaterThan(80_000);
            return;
        }

        age.ShouldBeLessThan(3600);
        IsGood(forged).ShouldBeFalse();
        (forged.Signature is null).ShouldBe(how == "missing");
    }

    [Fact]
    [Scenario("fail")]
    [Scenario("queue")]
    public async Task A_task_that_fails_in_the_queue_tells_of_no_processing()
    {
        await _client.ClockAsync("instant");
        await _client.EndAsync(await CreateAsync(_client, "queue; seconds=60, fail; at=queued"));
        await Eventually.Async(() => Task.FromResult(!_receivers.All.IsEmpty));
        _receivers.All.Select(Status).ShouldBe(["failed"]);
    }

    [Fact]
    public async Task Callbacks_of_tasks_from_before_a_reset_are_not_in_the_journal_after_it()
    {
        await _client.UntilAsync(await CreateAsync(_client, "stuck"), "processing");
        await _client.PostAsync("/lab/reset", "");
        await Eventually.Async(() => Task.FromResult(_receivers.All.Any(one => Status(one) == "failed")));
        (await _client.JournalAsync()).Callbacks.ShouldBeEmpty();
        await _client.EndAsync(await CreateAsync(_client));
        await Eventually.Async(async () => (await _client.JournalAsync()).Callbacks.Any(one => one.GetProperty("event").GetString() == "succeed"));
        (await _client.JournalAsync()).Callbacks.ShouldAllBe(one => one.GetProperty("event").GetString() != "failed");
    }

    private async Task<string> CreateAsync(LabClient client, string? orders = null) =>
        await client.CreateAsync(orders, LabClient.Body("A boat.", $$""","callback_url":"{{_receivers.Url(0)}}" """));

    private static string Status(Received one) => JsonDocument.Parse(one.Body).RootElement.GetProperty("task_status").GetString()!;

    private static string TaskId(Received one) => JsonDocument.Parse(one.Body).RootElement.GetProperty("task_id").GetString()!;

    private static bool IsGood(Received one) =>
        one.Signature == SigningSecret.Parse(LabServer.Secret).Sign(one.Id, long.Parse(one.Timestamp, CultureInfo.InvariantCulture), one.Body);
}
