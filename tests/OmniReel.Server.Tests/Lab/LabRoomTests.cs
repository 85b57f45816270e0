using System.Net.Http.Headers;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Tests in one server do not see one another.</summary>
public sealed class LabRoomTests(LabServer server) : IClassFixture<LabServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_scenarios_clock_and_journal_are_the_tests_own()
    {
        using var one = server.Client("one");
        using var two = server.Client("two");
        await one.OrderAsync("fail");
        await one.ClockAsync("stopped");
        await one.AdvanceAsync(86_400);
        var body = LabClient.Body("A boat.", ",\"external_task_id\":\"same\"");
        var first = await one.CreateAsync(null, body, ("Idempotency-Key", "same"));
        var second = await two.CreateAsync(null, body, ("Idempotency-Key", "same"));
        second.ShouldNotBe(first);
        LabClient.Status(await one.EndAsync("same")).ShouldBe("failed");
        LabClient.Status(await two.EndAsync("same")).ShouldBe("succeed");
        (await two.QueryAsync(first)).ShouldBe(400, 1201);
        (await one.GetAsync(LabServer.Videos)).Data.EnumerateArray().ShouldHaveSingleItem().GetProperty("task_id").GetString().ShouldBe(first);
        var ahead = (await one.QueryAsync(first)).Data.GetProperty("created_at").GetInt64() - (await two.QueryAsync(second)).Data.GetProperty("created_at").GetInt64();
        ahead.ShouldBeGreaterThan(80_000_000);
        (await one.JournalAsync("kind=create")).All.ShouldHaveSingleItem().GetProperty("path").GetString().ShouldBe(LabServer.Videos);
        (await two.JournalAsync("path=" + first)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Parallel_tests_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            using var client = server.Client($"parallel-{n}");
            await client.ClockAsync("instant");
            await client.OrderAsync($"error; code=1303; times={(n % 4) + 1}; on=create", n % 2 == 0 ? "fail" : "slow; seconds=300");
            var refused = 0;
            while ((await client.PostTaskAsync()).Status == 429) refused++;
            refused.ShouldBe((n % 4) + 1);
            var id = (await client.GetAsync(LabServer.Videos)).Data.EnumerateArray().ShouldHaveSingleItem().GetProperty("task_id").GetString()!;
            LabClient.Status(await client.EndAsync(id)).ShouldBe(n % 2 == 0 ? "failed" : "succeed");
            (await client.JournalAsync("kind=create")).Count.ShouldBe(refused + 1);
        }));
    }

    [Fact]
    public async Task A_base_url_names_the_test_for_clients_that_know_no_headers()
    {
        using var plain = new HttpClient { BaseAddress = new Uri($"{server.Address}/lab/t/by-url") };
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LabServer.Key);
        using var created = await plain.PostAsync($"{plain.BaseAddress}{LabServer.Videos}", new StringContent(LabClient.Body("A boat.", ",\"external_task_id\":\"a/b\""), new MediaTypeHeaderValue("application/json")), Stop);
        var id = (await Answer.OfAsync(created)).Data.GetProperty("task_id").GetString()!;
        using var found = await plain.GetAsync($"{plain.BaseAddress}{LabServer.Videos}/a%2Fb?x=1", Stop);
        (await Answer.OfAsync(found)).Data.GetProperty("task_id").GetString().ShouldBe(id);
        using var client = server.Client("by-url");
        LabClient.Status(await client.EndAsync(id)).ShouldBe("succeed");
        (await client.JournalAsync("kind=create")).Count.ShouldBe(1);
        using var other = server.Client("by-url-2");
        (await other.QueryAsync(id)).ShouldBe(400, 1201);
    }

    [Fact]
    public async Task A_reset_begins_one_test_anew_and_leaves_the_others()
    {
        using var reset = server.Client("reset");
        using var kept = server.Client("kept");
        foreach (var client in (LabClient[])[reset, kept])
        {
            await client.ClockAsync("instant");
            await client.OrderAsync("stuck");
        }

        var body = LabClient.Body("A boat.", ",\"external_task_id\":\"again\"");
        var gone = await reset.CreateAsync(null, body);
        var stays = await kept.CreateAsync(null, body);
        var after = await reset.PostAsync("/lab/reset", "");
        (after.Data.GetProperty("clock").GetString(), after.Data.GetProperty("scenarios").GetArrayLength()).ShouldBe(("real", 0));
        (await reset.QueryAsync(gone)).ShouldBe(400, 1201);
        (await reset.GetAsync(LabServer.Videos)).Data.GetArrayLength().ShouldBe(0);
        LabClient.Status(await reset.EndAsync(await reset.CreateAsync(null, body))).ShouldBe("succeed");
        (await reset.JournalAsync("kind=create")).Count.ShouldBe(1);
        LabClient.Status(await kept.UntilAsync(stays, "processing")).ShouldBe("processing");
        (await kept.GetAsync("/lab/clock")).Data.GetProperty("clock").GetString().ShouldBe("instant");
    }

    [Fact]
    public async Task The_journal_has_what_came_and_no_secret()
    {
        using var client = server.Client("journal");
        await client.CreateAsync(null, null, ("X-Api-Key", "hush"), ("Cookie", "hush=hush"), ("X-OmniReel-Csrf", "hush"));
        await client.PostTaskAsync(null, "{}");
        var all = (await client.JournalAsync()).All;
        all.Select(one => (one.GetProperty("method").GetString(), one.GetProperty("status").GetInt32())).ShouldBe([("POST", 200), ("POST", 400)]);
        var first = all[0];
        first.GetProperty("body").GetString().ShouldBe(LabClient.Body());
        first.GetProperty("body_bytes").GetInt32().ShouldBe(LabClient.Body().Length);
        first.GetProperty("headers").GetProperty("Authorization").GetString().ShouldBe("Bearer ***");
        first.GetProperty("headers").GetRawText().ShouldNotContain("hush");
        first.GetProperty("ms").GetDouble().ShouldBeGreaterThan(0);
        first.GetProperty("request_id").GetString().ShouldNotBeNullOrEmpty();
        (await client.JournalAsync($"after={first.GetProperty("number").GetInt64()}")).Count.ShouldBe(1);
        (await client.JournalAsync("status=400")).Count.ShouldBe(1);
        (await client.GetAsync("/lab/journal?after=x")).ShouldBe(400, 1201);
    }

    [Fact]
    public async Task Who_may_not_come_in_opens_no_test_evicts_none_and_takes_no_turn()
    {
        await using var own = new LabServer();
        await own.InitializeAsync();
        using var kept = own.Client("kept");
        await kept.ClockAsync("stopped");
        await kept.OrderAsync("error; code=1001; times=1; message=ordered; on=create");
        using var keyless = new HttpClient { BaseAddress = new Uri(own.Address) };
        for (var i = 0; i < 2000; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, i % 2 == 0 ? LabServer.Videos : $"/lab/t/stranger-{i}{LabServer.Videos}");
            if (i % 2 == 0) request.Headers.Add("X-OmniReel-Test", $"stranger-{i}");
            if (i % 4 == 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong-key-0123456789");
            using var refused = await keyless.SendAsync(request, Stop);
            (await Answer.OfAsync(refused)).ShouldBe(401, i % 4 == 0 ? 1002 : 1001);
        }

        (await kept.PostTaskAsync("error; code=5001; times=1", null, ("Authorization", "Bearer wrong-key-0123456789"), ("X-OmniReel-Lab-Clock", "instant"))).ShouldBe(401, 1002);
        using (var file = await keyless.GetAsync("/files/1-1?exp=1&sig=forged", Stop)) file.IsSuccessStatusCode.ShouldBeFalse();
        (await kept.GetAsync("/lab")).Data.GetProperty("tests").EnumerateArray().Select(one => one.GetProperty("test").GetString()).ShouldBe(["kept"]);
        (await kept.GetAsync("/lab/clock")).Data.GetProperty("clock").GetString().ShouldBe("stopped");
        (await kept.JournalAsync()).Count.ShouldBe(0);

        // The turns are there for those who may.
        var ordered = await kept.PostTaskAsync("error; code=5001; times=1");
        ordered.Code.ShouldBe(5001);
        ordered = await kept.PostTaskAsync("error; code=5001; times=1");
        (ordered.Status, ordered.Message).ShouldBe((401, "ordered"));
        await kept.CreateAsync();
    }

    [Fact]
    public async Task The_journal_is_bounded()
    {
        using var client = server.Client("bounded");
        var large = LabClient.Body(new string('x', 2000), $",\"unknown\":\"{new string('y', 100_000)}\"");
        for (var i = 0; i < 80; i++) await client.PostTaskAsync("error", large);
        var data = (await client.GetAsync("/lab/journal")).Data;
        data.GetProperty("forgotten").GetInt64().ShouldBeGreaterThan(10);
        data.GetProperty("requests").GetArrayLength().ShouldBe(80 - (int)data.GetProperty("forgotten").GetInt64());
        data.GetProperty("requests")[0].GetProperty("body").GetString()!.Length.ShouldBe(64 << 10);
    }

    [Fact]
    public async Task The_lab_says_what_there_is_and_what_is_wrong()
    {
        using var client = server.Client("what");
        await client.OrderAsync("error; times=2", "slow; seconds=5");
        var lab = (await client.GetAsync("/lab")).Data;
        lab.GetProperty("scenarios").GetArrayLength().ShouldBe(OmniReel.Server.Lab.Scenarios.LabCatalogue.All.Count);
        lab.GetProperty("tests").EnumerateArray().Select(one => one.GetProperty("test").GetString()).ShouldContain("what");
        var scenarios = (await client.GetAsync("/lab/scenarios")).Data;
        scenarios.GetProperty("test").GetProperty("scenarios").EnumerateArray().Select(one => one.GetProperty("scenario").GetString()).ShouldBe(["error; times=2", "slow; seconds=5"]);
        scenarios.GetProperty("catalogue")[0].GetProperty("id").GetString().ShouldBe("error");

        (await client.OrderAsync("eror")).ShouldBe(400, 1200);
        (await client.PostTaskAsync("eror")).Message.ShouldContain("no scenario \"eror\"");
        (await client.PostAsync("/lab/scenarios", "[]")).ShouldBe(400, 1200);
        (await client.ClockAsync("fast")).Message.ShouldContain("real, instant, stopped");
        (await client.AdvanceAsync(-1)).ShouldBe(400, 1201);
        (await client.GetAsync(LabServer.Videos, ("X-OmniReel-Test", "no spaces"))).ShouldBe(400, 1200);
        (await client.GetAsync(LabServer.Videos, ("X-OmniReel-Lab-Clock", "soon"))).ShouldBe(400, 1200);
        (await client.GetAsync("/lab", ("Authorization", "Bearer wrong-key-0123456789"))).ShouldBe(401, 1002);
        (await client.GetAsync("/lab/nothing")).ShouldBe(404, 1203);
    }

    [Fact]
    public async Task The_answer_repeats_what_is_granted_and_a_slate_goes_with_it()
    {
        using var client = server.Client("granted");
        (await client.PostTaskAsync("slate, slow; seconds=0")).Header("X-OmniReel-Lab").ShouldBe("slate, slow; seconds=0");
        (await client.PostTaskAsync()).Header("X-OmniReel-Lab").ShouldBeNull();
        await client.OrderAsync("fail; message=坏了");
        var failing = await client.PostTaskAsync();
        Uri.UnescapeDataString(failing.Header("X-OmniReel-Lab")!).ShouldBe("fail; message=坏了");
        (await client.EndAsync(failing.Data.GetProperty("task_id").GetString()!)).Data.GetProperty("task_status_msg").GetString().ShouldBe("坏了");
    }
}
