using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Lab;

/// <summary>What is durable of the lab: tasks, and what was ordered for them.</summary>
public sealed class LabRestartTests
{
    [Fact]
    public async Task After_a_restart_a_task_still_meets_what_was_ordered_for_it()
    {
        var server = new LabServer();
        await server.InitializeAsync();
        try
        {
            string stuck, done;
            long createdAt;
            using (var client = server.Client("restart"))
            {
                await client.AdvanceAsync(86_400);
                stuck = await client.CreateAsync("stuck; at=10", null, ("Idempotency-Key", "restart"));
                createdAt = (await client.UntilAsync(stuck, "processing")).Data.GetProperty("created_at").GetInt64();
                done = await client.CreateAsync("link-gone");
                await client.EndAsync(done);
            }

            await server.RestartAsync();
            using var again = server.Client("restart");
            (await again.CreateAsync(null, null, ("Idempotency-Key", "restart"))).ShouldBe(stuck);
            var task = await again.UntilAsync(stuck, "processing");
            task.Data.GetProperty("created_at").GetInt64().ShouldBe(createdAt);
            task.Data.GetProperty("updated_at").GetInt64().ShouldBeGreaterThanOrEqualTo(createdAt);
            (await again.GetAsync(LabClient.Link(await again.QueryAsync(done)))).ShouldBe(404, 1203);
            (await again.PostAsync($"{LabServer.Videos}/{stuck}/cancel", "")).ShouldBe(200, 0);
            (await again.JournalAsync("kind=create")).Count.ShouldBe(1);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
