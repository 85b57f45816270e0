using System.Text.Json;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Metrics;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class QueryTests
{
    [Fact]
    public async Task A_task_is_shown_in_the_wires_words_at_each_stage()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync("""{"prompt":"a dance","cfg_scale":0.5,"watermark_info":{"enabled":true}}""", LiveServer.Vendor);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var leased = await server.LeaseAsync();
        Golden.Check("get-processing", await server.GetAsync($"{LiveServer.Vendor}/{id}"));

        (await server.Store.FailAsync(leased.Lease, "the engine refuses", TestContext.Current.CancellationToken)).ShouldBeTrue();
        Golden.Check("get-failed", await server.GetAsync($"{LiveServer.Vendor}/{id}"));
    }

    [Fact]
    public async Task A_film_is_shown_with_its_link()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        await server.FinishAsync();
        var answer = await server.GetAsync($"{LiveServer.Relay}/{id}/");

        Golden.Check("get-succeed", answer);
        answer.Header("X-OmniReel-Engine").ShouldBe("embedded");
        var url = answer.Data.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!;
        url.ShouldStartWith(server.Server.Address + "/files/");
    }

    [Fact]
    public async Task A_film_is_shown_with_the_links_of_what_goes_with_it_and_says_that_it_was_not_drawn_again()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync(LiveServer.GoodBody.Replace("\"mode\"", "\"watermark_info\":{\"enabled\":true},\"mode\"", StringComparison.Ordinal));
        var leased = await server.LeaseAsync();
        var result = new TaskResult
        {
            VideoArtifact = $"{id}-video", WatermarkedArtifact = $"{id}-marked", PosterArtifact = $"{id}-poster", StripArtifact = $"{id}-strip",
            PanelsArtifact = $"{id}-panels", StoryboardArtifact = $"{id}-storyboard", FilmKey = "key", WordsKey = "words", IsCached = true,
            Frames = 121, Width = 1280, Height = 720, Bytes = 1, Units = 3,
        };
        (await server.Store.SucceedAsync(leased.Lease, result, TestContext.Current.CancellationToken)).ShouldBeTrue();
        var answer = await server.GetAsync($"{LiveServer.Relay}/{id}");

        Golden.Check("get-succeed-stills", answer);
        answer.Text.ShouldNotContain("panels");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("百分之 100% ?&#+")]
    [InlineData("events")]
    [InlineData("quote")]
    public async Task An_external_id_finds_its_task_when_percent_encoded(string external)
    {
        await using var server = await LiveServer.StartAsync();
        var body = LiveServer.GoodBody.Replace("}", $",\"external_task_id\":{JsonSerializer.Serialize(external)}}}", StringComparison.Ordinal);
        var id = await server.CreateAsync(body);
        var answer = await server.GetAsync($"{LiveServer.Relay}/{Uri.EscapeDataString(external)}");

        answer.ShouldBe(200, 0);
        answer.Data.GetProperty("task_id").GetString().ShouldBe(id);
        answer.Data.GetProperty("task_info").GetProperty("external_task_id").GetString().ShouldBe(external);
    }

    [Theory]
    [InlineData("123456789")]
    [InlineData("123456789012345678")]
    [InlineData("x%00y")]
    public async Task An_unknown_task_is_a_bad_value_not_a_missing_path(string id)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.GetAsync($"{LiveServer.Relay}/{id}");
        if (id.Contains("%00", StringComparison.Ordinal)) answer.Status.ShouldBe(400);
        else Golden.Check("unknown-task", answer);
    }

    [Fact]
    public async Task A_wait_returns_when_the_task_ends()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var waiting = server.GetAsync($"{LiveServer.Relay}/{id}", ("Prefer", "wait=60"));
        await server.FinishAsync();

        (await waiting).Data.GetProperty("task_status").GetString().ShouldBe("succeed");
    }

    [Fact]
    public async Task Many_may_wait_at_once_without_a_thread_each()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var before = ThreadPool.ThreadCount;
        var waiting = Enumerable.Range(0, 300).Select(_ => server.GetAsync($"{LiveServer.Relay}/{id}", ("Prefer", "wait=60"))).ToList();

        await Eventually.Async(() => Task.FromResult(server.Service<HttpMeters>().InFlight >= 300));
        ThreadPool.ThreadCount.ShouldBeLessThan(before + 200);
        await server.FinishAsync();

        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.Data.GetProperty("task_status").GetString() == "succeed");
    }

    [Fact]
    public async Task The_list_is_newest_first_and_paged()
    {
        await using var server = await LiveServer.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await server.CreateAsync());
            server.Time.Advance(TimeSpan.FromSeconds(1));
        }

        async Task<string[]> PageAsync(string query) =>
            [.. (await server.GetAsync(LiveServer.Relay + query)).Data.EnumerateArray().Select(task => task.GetProperty("task_id").GetString()!)];

        (await PageAsync("")).ShouldBe(ids);
        (await PageAsync("/?pageNum=&pageSize=")).ShouldBe(ids);
        (await PageAsync("?pageSize=2")).ShouldBe(ids[..2]);
        (await PageAsync("?pageNum=3&pageSize=2")).ShouldBe(ids[4..]);
        (await PageAsync("?pageNum=1000&pageSize=500")).ShouldBeEmpty();
        Golden.Check("list", await server.GetAsync(LiveServer.Relay + "?pageNum=5&pageSize=1"));
        var queue = (await server.GetAsync(LiveServer.Relay)).Data.EnumerateArray().Select(task => task.GetProperty("omnireel")).ToList();
        queue.Select(task => task.GetProperty("queue_position").GetInt32()).ShouldBe([4, 3, 2, 1, 0]);
        queue.Select(task => task.GetProperty("eta_ms").GetInt64()).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [InlineData("pageNum=0")]
    [InlineData("pageNum=1001")]
    [InlineData("pageNum=-1")]
    [InlineData("pageNum=+1")]
    [InlineData("pageNum=one")]
    [InlineData("pageNum=1&pageNum=2")]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=501")]
    [InlineData("pageSize=99999999999999999999")]
    public async Task Pages_out_of_range_are_refused(string query)
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.GetAsync($"{LiveServer.Relay}?{query}");
        answer.ShouldBe(400, 1201);
        answer.Message.ShouldStartWith(query.Split('=')[0] + ":");
        answer.Errors.ShouldHaveSingleItem().Message.ShouldBe(answer.Message);
    }

    [Fact]
    public async Task Both_halves_of_a_page_are_told_when_both_are_out_of_range()
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await server.GetAsync($"{LiveServer.Relay}?pageSize=501&pageNum=0");
        answer.ShouldBe(400, 1201);
        answer.Errors.Select(error => (error.Field, error.Rule)).ShouldBe([("pageNum", "page_num_range"), ("pageSize", "page_size_range")]);
    }

    [Fact]
    public async Task A_cancel_ends_the_task_and_may_be_repeated()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        Golden.Check("cancel", await server.PostAsync($"{LiveServer.Relay}/{id}/cancel", ""));
        Golden.Check("cancel", await server.PostAsync($"{LiveServer.Vendor}/{id}/cancel/", ""));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_canceled()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        await server.FinishAsync();
        Golden.Check("cancel-ended", await server.PostAsync($"{LiveServer.Relay}/{id}/cancel", ""));
        Golden.Check("unknown-task", await server.PostAsync($"{LiveServer.Relay}/123456789/cancel", ""));
    }

    [Fact]
    public async Task What_is_paid_for_cannot_be_canceled()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var leased = await server.LeaseAsync();
        var intent = await server.Service<ISubmitStore>().IntendAsync(leased.Lease, new NewSubmit("kling", "or", null, "00", 1, 1, 2), stop);
        intent.ShouldNotBeNull();
        Golden.Check("cancel-paid", await server.PostAsync($"{LiveServer.Relay}/{id}/cancel", ""));
        (await server.PostAsync($"{LiveServer.Vendor}/{id}/cancel", "", ("Accept-Language", "zh"))).Text.ShouldContain("付费");
        (await server.GetAsync($"{LiveServer.Relay}/{id}")).Text.ShouldContain("\"processing\"");
    }

    [Fact]
    public async Task The_engine_that_is_shown_is_the_one_that_the_task_is_with()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        (await server.Store.RerouteAsync((await server.LeaseAsync()).Lease, "relay", stop)).ShouldBeTrue();
        var answer = await server.GetAsync($"{LiveServer.Relay}/{id}");
        answer.Header("X-OmniReel-Engine").ShouldBe("relay");
        answer.Data.GetProperty("omnireel").GetProperty("engine").GetString().ShouldBe("relay");
        (await server.GetAsync(LiveServer.Relay)).Header("X-OmniReel-Engine").ShouldBe("relay");
    }

    [Theory]
    [InlineData(LiveServer.Relay)]
    [InlineData(LiveServer.Vendor)]
    public async Task A_quote_prices_and_creates_nothing(string path)
    {
        await using var server = await LiveServer.StartAsync();
        Golden.Check("quote", await server.PostAsync(path + "/quote", """{"model_name":"kling-v3-omni","prompt":"x","mode":"pro","aspect_ratio":"16:9","duration":"5","sound":"on"}"""));
        Golden.Check("quote-refused", await server.PostAsync(path + "/quote/", """{"model_name":"kling-v3-omni","prompt":"x","mode":"pro","aspect_ratio":"16:9","duration":"99"}"""));
        Golden.Check("quote-not-json", await server.PostAsync(path + "/quote", "{"));
        (await server.GetAsync(path)).Data.GetArrayLength().ShouldBe(0);
    }
}
