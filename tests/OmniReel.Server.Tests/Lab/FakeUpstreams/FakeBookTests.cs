using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Lab.FakeUpstream;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>What a fake upstream takes, finds and forbids, by its flags.</summary>
public sealed class FakeBookTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_764_321_600_000));

    [Fact]
    public async Task A_reference_that_is_sent_again_is_refused_answered_or_paid_again()
    {
        await using var refuses = await StartAsync(new FakeUpstreamOptions());
        var first = await refuses.MadeAsync("r-1");
        var (status, json) = await refuses.CreateAsync("r-1");
        (status, json.GetProperty("code").GetInt32(), json.GetProperty("message").GetString()).ShouldBe((400, 1201, "external_task_id r-1 already exists"));
        (await refuses.CreateAsync()).Status.ShouldBe(200);
        (await refuses.CreateAsync()).Status.ShouldBe(200);
        refuses.Upstream.Paid("r-1").Films.ShouldBe(1);

        await using var same = await StartAsync(new FakeUpstreamOptions { Duplicates = DuplicatePolicy.Same });
        first = await same.MadeAsync("r-1");
        (await same.MadeAsync("r-1")).ShouldBe(first);
        (same.Upstream.Paid("r-1").Films, same.Upstream.Stats().Posts).ShouldBe((1, 2));

        await using var pays = await StartAsync(new FakeUpstreamOptions { Duplicates = DuplicatePolicy.Allow });
        first = await pays.MadeAsync("r-1");
        var second = await pays.MadeAsync("r-1");
        second.ShouldNotBe(first);
        pays.Upstream.Paid().MoreThanOnce.ShouldBe(["r-1"]);
        pays.Upstream.Paid().Units.ShouldBe(3.6m);
        (await pays.TaskAsync("r-1")).GetProperty("task_id").GetString().ShouldBe(second);
    }

    [Fact]
    public async Task A_limit_counts_from_paid_to_the_end()
    {
        await using var rig = await StartAsync(new FakeUpstreamOptions { Parallel = 2, FilmTime = TimeSpan.FromSeconds(10) });
        await rig.MadeAsync("r-1");
        _time.Advance(TimeSpan.FromSeconds(5));
        await rig.MadeAsync("r-2");
        var (status, json) = await rig.CreateAsync("r-3");
        (status, json.GetProperty("code").GetInt32(), json.GetProperty("message").GetString()).ShouldBe((429, 1303, "parallel task over resource pack limit"));
        _time.Advance(TimeSpan.FromSeconds(5));
        await rig.MadeAsync("r-3");
        (await rig.CreateAsync("r-4")).Status.ShouldBe(429);
        _time.Advance(TimeSpan.FromSeconds(10));
        await rig.MadeAsync("r-4");
        (rig.Upstream.Stats().MostAtOnce, rig.Upstream.Stats().Going, rig.Upstream.Stats().Paid).ShouldBe((2, 1, 4));
    }

    [Fact]
    public async Task What_was_paid_is_seen_by_reference_and_in_the_list_only_after_a_while()
    {
        await using var rig = await StartAsync(new FakeUpstreamOptions { VisibleAfter = TimeSpan.FromSeconds(3) });
        var id = await rig.MadeAsync("r-1");
        _time.Advance(TimeSpan.FromSeconds(2.999));
        (await rig.GetAsync($"{FakeRig.Path}/r-1")).Json.GetProperty("code").GetInt32().ShouldBe(1201);
        (await rig.GetAsync(FakeRig.Path)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await rig.TaskAsync(id)).GetProperty("task_id").GetString().ShouldBe(id);
        (await rig.CreateAsync("r-1")).Status.ShouldBe(400);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        (await rig.TaskAsync("r-1")).GetProperty("task_id").GetString().ShouldBe(id);
        (await rig.GetAsync(FakeRig.Path)).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_upstream_may_know_no_references_and_no_list()
    {
        await using var rig = await StartAsync(new FakeUpstreamOptions { ReferenceQuery = false, List = false });
        var id = await rig.MadeAsync("r-1");
        (await rig.GetAsync($"{FakeRig.Path}/r-1")).Json.GetProperty("code").GetInt32().ShouldBe(1201);
        var (status, json) = await rig.GetAsync(FakeRig.Path);
        (status, json.GetProperty("code").GetInt32()).ShouldBe((404, 1202));
        (await rig.TaskAsync(id)).GetProperty("task_info").GetProperty("external_task_id").GetString().ShouldBe("r-1");
    }

    [Fact]
    public async Task Pages_are_of_the_newest_first()
    {
        await using var rig = await StartAsync(new FakeUpstreamOptions());
        for (var n = 1; n <= 7; n++) await rig.MadeAsync($"r-{n}");
        (await PageAsync(1)).ShouldBe("r-7 r-6 r-5");
        (await PageAsync(3)).ShouldBe("r-1");
        (await PageAsync(4)).ShouldBe("");

        async Task<string> PageAsync(int page) => string.Join(' ', (await rig.GetAsync($"{FakeRig.Path}?pageNum={page}&pageSize=3")).Json.GetProperty("data").EnumerateArray()
            .Select(task => task.GetProperty("task_info").GetProperty("external_task_id").GetString()));
    }

    [Theory]
    [InlineData("", "1.8")]
    [InlineData(",\"sound\":\"on\"", "2.4")]
    [InlineData(",\"video_list\":[{\"video_url\":\"https://example.com/a.mp4\",\"refer_type\":\"base\"}]", "4.5")]
    public async Task Units_are_those_of_the_price_table(string more, string units)
    {
        await using var rig = await StartAsync(new FakeUpstreamOptions());
        (await rig.TaskAsync(await rig.MadeAsync("r-1", more))).GetProperty("final_unit_deduction").GetString().ShouldBe(units);
    }

    [Fact]
    public async Task Callbacks_tell_of_the_beginning_and_the_end()
    {
        await using var receivers = await OmniReel.Testing.Receivers.StartAsync(OmniReel.Testing.Manners.Good);
        await using var rig = await StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.FromSeconds(4) });
        var id = await rig.MadeAsync("r-1", $",\"callback_url\":\"{receivers.Url(0)}\"");
        await rig.MadeAsync("r-2", ",\"callback_url\":\"https://example.com/hook\"");
        while (receivers.Of(0).Count < 2)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var bodies = receivers.Of(0).Select(one => System.Text.Encoding.UTF8.GetString(one.Body)).ToList();
        bodies[0].ShouldBe($$$"""{"task_id":"{{{id}}}","task_status":"processing","task_status_msg":"","task_info":{"external_task_id":"r-1"},"task_result":{},"final_unit_deduction":"1.8","final_balance_deduction":{"quota":"0","list_price":"0.252"},"created_at":1764321600000,"updated_at":1764321601000}""");
        bodies[1].ShouldContain($"\"task_result\":{{\"videos\":[{{\"id\":\"v{id}\",\"url\":\"{rig.Upstream.Url}/files/{id}/1/film.mp4\",\"duration\":\"3.041\"}}]}}");
        // One for a machine that is not this one is not sent.
        while (!rig.Upstream.Journal().Any(entry => entry is { Kind: "callback", Reference: "r-2" }))
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        rig.Upstream.Journal().First(entry => entry is { Kind: "callback", Reference: "r-2" }).Note!.ShouldContain("not sent");
        rig.Upstream.Stats().Callbacks.ShouldBe(2);
    }

    private Task<FakeRig> StartAsync(FakeUpstreamOptions options) => FakeRig.StartAsync(options with { Time = _time, Tiny = true });
}
