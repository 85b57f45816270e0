using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

/// <summary>The body of a task as it was sent, and the titles of a list.</summary>
public sealed class TaskRequestTests
{
    [Theory]
    [InlineData(LiveServer.Relay, "relay")]
    [InlineData(LiveServer.Vendor, "vendor")]
    public async Task The_body_comes_back_byte_for_byte(string path, string profile)
    {
        const string body = """
            { "model_name": "kling-v3-omni", // as it was written
              "prompt": "纸船 漂\u4e0b来", "mode": "std", "aspect_ratio": "16:9", "duration": "5" }
            """;
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync(body, path);
        foreach (var root in (string[])[LiveServer.Relay, LiveServer.Vendor])
        {
            var answer = await server.GetAsync($"{root}/{id}/request");
            (answer.Status, answer.Text).ShouldBe((200, body));
            answer.Header("X-OmniReel-Profile").ShouldBe(profile);
            answer.Header("Cache-Control").ShouldBe("no-store");
        }

        (await server.GetAsync($"{path}/100000000000000000/request")).ShouldBe(400, 1201);
        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.GetAsync($"{path}/{id}/request")).ShouldBe(401, 1001);
    }

    [Fact]
    public async Task A_large_body_waits_for_room_and_its_length_for_nothing()
    {
        await using var server = await LiveServer.StartAsync();
        var body = $$"""{"model_name":"kling-v3-omni","prompt":"A boat.","mode":"std","aspect_ratio":"16:9","duration":"5","unknown":"{{new string('x', 2 << 20)}}"}""";
        var address = $"{LiveServer.Vendor}/{await server.CreateAsync(body, LiveServer.Vendor)}/request";
        var room = server.Service<BodyRoom>();
        var full = await room.BringAsync(1L << 30, _ => new(ReadOnlyMemory<byte>.Empty), TestContext.Current.CancellationToken);
        var asked = server.GetAsync(address);
        (await server.SendAsync(HttpMethod.Head, address, null)).Header("Content-Length").ShouldBe($"{body.Length}");
        asked.IsCompleted.ShouldBeFalse("no room");
        full.Dispose();
        (await asked).Text.ShouldBe(body);
        await Eventually.Async(() => Task.FromResult(room.Held == 0));
    }

    [Fact]
    public async Task A_list_has_titles_for_those_who_ask()
    {
        await using var server = await LiveServer.StartAsync();
        await server.CreateAsync();
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.CreateAsync("""{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"customize","multi_prompt":[{"index":1,"prompt":"First of two.","duration":"2"},{"index":2,"prompt":"Second.","duration":"3"}],"duration":"5"}""", LiveServer.Vendor);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.CreateAsync($$"""{"model_name":"kling-v3-omni","prompt":"{{new string('a', 199)}}😀 and more","duration":"5"}""", LiveServer.Vendor);

        var titled = (await server.GetAsync(LiveServer.Vendor + "?titles=true")).Data.EnumerateArray().Select(task => task.GetProperty("omnireel").GetProperty("title").GetString()).ToList();
        titled.ShouldBe([new string('a', 199) + "…", "First of two.", "A paper boat drifts down a rain gutter."]);
        (await server.GetAsync(LiveServer.Vendor)).Text.ShouldNotContain("\"title\"");
    }

    [Fact]
    public async Task A_task_says_what_it_is_made_from_and_how_far_it_is()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        var before = (await server.GetAsync($"{LiveServer.Vendor}/{id}")).Data.GetProperty("omnireel");
        (before.GetProperty("kind").GetString(), before.GetProperty("progress").GetInt32()).ShouldBe(("text-to-video", 0));
        await server.FinishAsync();
        (await server.GetAsync($"{LiveServer.Vendor}/{id}")).Data.GetProperty("omnireel").TryGetProperty("progress", out _).ShouldBeFalse();
    }
}
