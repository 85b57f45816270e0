namespace OmniReel.Server.Tests.Lab;

/// <summary>Tasks that go wrong, as a client meets them that polls.</summary>
public sealed class TaskScenarioTests(LabServer server) : IClassFixture<LabServer>
{
    [Theory]
    [InlineData("queued", "turned away")]
    [InlineData("fetching", "could not be fetched")]
    [InlineData("processing", "broke while")]
    [InlineData("storing", "could not be stored")]
    [Scenario("fail")]
    public async Task A_task_fails_at_the_stage_that_was_ordered(string stage, string says)
    {
        using var client = server.Client($"fail-{stage}");
        var ended = await client.EndAsync(await client.CreateAsync($"fail; at={stage}"));
        LabClient.Status(ended).ShouldBe("failed");
        ended.Data.GetProperty("task_status_msg").GetString().ShouldNotBeNull().ShouldContain(says);
        ended.Data.GetProperty("final_unit_deduction").GetString().ShouldBe("0");
        ended.Data.GetProperty("task_result").TryGetProperty("videos", out _).ShouldBeFalse();
    }

    [Fact]
    [Scenario("fail")]
    public async Task A_task_fails_with_words_of_ones_own_and_only_so_many_do()
    {
        using var client = server.Client("fail-words");
        await client.OrderAsync("fail; at=processing; percent=30; message=\"risk control; try \\\"another\\\" prompt\"; times=1");
        var failed = await client.EndAsync(await client.CreateAsync());
        failed.Data.GetProperty("task_status_msg").GetString().ShouldBe("risk control; try \"another\" prompt");
        LabClient.Status(await client.EndAsync(await client.CreateAsync())).ShouldBe("succeed");
    }

    [Fact]
    [Scenario("queue")]
    public async Task A_task_waits_in_the_queue_by_the_clock_of_its_test()
    {
        using var client = server.Client("queue");
        await client.ClockAsync("stopped");
        var id = await client.CreateAsync("queue; seconds=120, stuck; at=10");
        var begun = (await client.QueryAsync(id)).Data;
        begun.GetProperty("task_status").GetString().ShouldBe("submitted");
        begun.GetProperty("updated_at").GetInt64().ShouldBe(begun.GetProperty("created_at").GetInt64());
        await client.AdvanceAsync(119);
        LabClient.Status(await client.QueryAsync(id)).ShouldBe("submitted");
        await Http.Support.Eventually.Async(async () => (await client.AdvanceAsync(1)).Status == 200 && LabClient.Status(await client.QueryAsync(id)) == "processing");
    }

    [Fact]
    [Scenario("slow")]
    public async Task A_slow_task_takes_its_time_step_by_step()
    {
        using var client = server.Client("slow");
        await client.ClockAsync("stopped");
        var id = await client.CreateAsync("slow; seconds=300; steps=3");
        await client.UntilAsync(id, "processing");
        var steps = 0;
        // Each step begins when the one before it is over, wherever the clock is then.
        await Http.Support.Eventually.Async(async () =>
        {
            await client.AdvanceAsync(50);
            steps++;
            return LabClient.Status(await client.QueryAsync(id)) == "succeed";
        });
        steps.ShouldBeGreaterThanOrEqualTo(6);
        var ended = (await client.QueryAsync(id)).Data;
        (ended.GetProperty("updated_at").GetInt64() - ended.GetProperty("created_at").GetInt64()).ShouldBeGreaterThanOrEqualTo(300_000);
    }

    [Fact]
    [Scenario("slow")]
    public async Task A_year_passes_in_an_instant()
    {
        using var client = server.Client("year");
        var ended = await client.EndAsync(await client.CreateAsync("slow; seconds=31536000; steps=2", null, ("X-OmniReel-Lab-Clock", "instant")));
        LabClient.Status(ended).ShouldBe("succeed");
        (ended.Data.GetProperty("updated_at").GetInt64() - ended.Data.GetProperty("created_at").GetInt64()).ShouldBeGreaterThanOrEqualTo(31_536_000_000);
    }

    [Fact]
    [Scenario("stuck")]
    public async Task A_stuck_task_stands_at_its_percentage_until_it_is_canceled()
    {
        using var client = server.Client("stuck");
        await client.ClockAsync("instant");
        var id = await client.CreateAsync("stuck; at=40");
        await client.UntilAsync(id, "processing");
        await Http.Support.Eventually.Async(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{LabServer.Videos}/{id}/events");
            request.Headers.Add("X-OmniReel-Test", "stuck");
            using var events = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            await reader.ReadLineAsync(TestContext.Current.CancellationToken);
            return (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!.Contains("\"progress\":40", StringComparison.Ordinal);
        });
        (await client.PostAsync($"{LabServer.Videos}/{id}/cancel", "")).Status.ShouldBe(200);
        LabClient.Status(await client.EndAsync(id)).ShouldBe("failed");
    }

    [Fact]
    [Scenario("stuck")]
    public async Task A_stuck_task_may_go_on_and_keeps_no_other_from_being_made()
    {
        using var client = server.Client("stuck-on");
        await client.ClockAsync("stopped");
        string[] stuck = [await client.CreateAsync("stuck; at=1"), await client.CreateAsync("stuck"), await client.CreateAsync("stuck; seconds=600")];
        await client.UntilAsync(stuck[2], "processing");
        LabClient.Status(await client.EndAsync(await client.CreateAsync())).ShouldBe("succeed");
        await Http.Support.Eventually.Async(async () => (await client.AdvanceAsync(600)).Status == 200 && LabClient.Status(await client.QueryAsync(stuck[2])) == "succeed");
        LabClient.Status(await client.QueryAsync(stuck[0])).ShouldBe("processing");
    }

    [Theory]
    [InlineData("real", null, "A red kite.")]
    [InlineData("real", "film; as=stand-in", "A paper boat drifts on a calm river under a pale moon.")]
    [InlineData("instant", null, "A paper boat drifts on a calm river under a pale moon.")]
    [InlineData("instant", "film; as=drawn", "A red kite.")]
    [Scenario("film")]
    public async Task A_film_is_drawn_or_stood_in_for(string clock, string? orders, string drawn)
    {
        using var client = server.Client($"film-{clock}-{orders?[9]}");
        await client.ClockAsync(clock);
        var ended = await client.EndAsync(await client.CreateAsync(orders, LabClient.Body("A red kite.")));
        ended.Data.GetProperty("omnireel").GetProperty("not_understood")[0].GetString().ShouldBe(drawn);
    }

    [Fact]
    [Scenario("not-yet-visible")]
    public async Task A_task_is_not_found_at_first()
    {
        using var client = server.Client("invisible");
        var id = await client.CreateAsync("not-yet-visible; answers=2");
        (await client.QueryAsync(id)).ShouldBe(400, 1201);
        (await client.QueryAsync(id)).ShouldBe(400, 1201);
        (await client.QueryAsync(id)).ShouldBe(200, 0);
    }

    [Fact]
    [Scenario("regress")]
    public async Task A_status_falls_back_and_comes_again()
    {
        using var client = server.Client("regress");
        var id = await client.CreateAsync("regress; after=succeed; to=processing; answers=2");
        await client.UntilAsync(id, "succeed");
        for (var i = 0; i < 2; i++)
        {
            var back = await client.QueryAsync(id);
            LabClient.Status(back).ShouldBe("processing");
            back.Data.GetProperty("omnireel").GetProperty("status").GetString().ShouldBe("running");
            back.Data.GetProperty("task_result").GetProperty("videos").GetArrayLength().ShouldBe(0);
        }

        LabClient.Link(await client.QueryAsync(id)).ShouldNotBeEmpty();

        var processing = await client.CreateAsync("regress, stuck");
        await client.UntilAsync(processing, "processing");
        LabClient.Status(await client.QueryAsync(processing)).ShouldBe("submitted");
        LabClient.Status(await client.QueryAsync(processing)).ShouldBe("processing");
    }

    [Fact]
    [Scenario("result-late")]
    public async Task Succeed_is_told_before_there_are_videos()
    {
        using var client = server.Client("result-late");
        var id = await client.CreateAsync("result-late; answers=2");
        (await client.UntilAsync(id, "succeed")).Data.GetProperty("task_result").GetProperty("videos").GetArrayLength().ShouldBe(0);
        (await client.QueryAsync(id)).Data.GetProperty("task_result").GetProperty("videos").GetArrayLength().ShouldBe(0);
        LabClient.Link(await client.QueryAsync(id)).ShouldNotBeEmpty();
    }
}
