using System.Text.Json;
using OmniReel.Server.Http;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class EventTests
{
    [Fact]
    public async Task The_stream_begins_with_the_present_and_ends_with_the_terminal_state()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        using var response = await OpenAsync(server, id);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        response.Headers.GetValues("X-OmniReel-Engine").ShouldHaveSingleItem().ShouldBe("embedded");

        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        (await NextAsync(lines)).ShouldBe(("progress", "submitted"));
        await server.FinishAsync();
        var rest = new List<(string, string)>();
        while (await NextAsync(lines) is { } next) rest.Add(next);
        rest[^1].ShouldBe(("end", "succeed"));
    }

    [Fact]
    public async Task A_task_that_has_ended_is_one_event()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        await server.FinishAsync();
        using var response = await OpenAsync(server, id);
        Golden.CheckText("events-ended", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Places_in_the_queue_are_told_as_others_end()
    {
        await using var server = await LiveServer.StartAsync();
        await server.CreateAsync();
        var second = await server.CreateAsync();
        using var response = await OpenAsync(server, second);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        (await DataAsync(lines)).GetProperty("queue_position").GetInt32().ShouldBe(1);

        await server.FinishAsync();
        var beat = server.Service<HttpSettings>().Heartbeat;
        var moved = DataAsync(lines);
        await Eventually.Async(() =>
        {
            server.Time.Advance(beat);
            return Task.FromResult(moved.IsCompleted);
        });
        (await moved).GetProperty("queue_position").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Silence_is_broken_by_a_comment()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        using var response = await OpenAsync(server, id);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await DataAsync(lines);
        (await lines.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("");

        var beat = lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        await Eventually.Async(() =>
        {
            server.Time.Advance(TimeSpan.FromSeconds(15));
            return Task.FromResult(beat.IsCompleted);
        });
        (await beat).ShouldBe(":");
    }

    [Fact]
    public async Task A_drain_ends_the_stream_and_the_waits()
    {
        await using var server = await LiveServer.StartAsync();
        var id = await server.CreateAsync();
        using var response = await OpenAsync(server, id);
        var waiting = server.GetAsync($"{LiveServer.Relay}/{id}", ("Prefer", "wait=60"));
        await Eventually.Async(() => Task.FromResult(server.Service<OmniReel.Server.Http.Metrics.HttpMeters>().InFlight >= 2));

        server.Service<Readiness>().Drain();
        (await waiting).Data.GetProperty("task_status").GetString().ShouldBe("submitted");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"submitted\"");
        (await server.GetAsync("/readyz")).ShouldBe(503, 5001);
        (await server.GetAsync($"{LiveServer.Relay}/{id}")).ShouldBe(200, 0);
        var refused = await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody);
        refused.ShouldBe(503, 5001);
        Golden.Check("draining", refused);
    }

    [Fact]
    public async Task An_unknown_task_has_no_stream()
    {
        await using var server = await LiveServer.StartAsync();
        Golden.Check("unknown-task", await server.GetAsync(LiveServer.Vendor + "/123456789/events"));
    }

    private static async Task<HttpResponseMessage> OpenAsync(LiveServer server, string id) =>
        await server.Client.GetAsync($"{LiveServer.Relay}/{id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    private static async Task<(string Event, string Status)?> NextAsync(StreamReader lines)
    {
        var name = "";
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (name, JsonDocument.Parse(line[6..]).RootElement.GetProperty("task_status").GetString()!);
        }

        return null;
    }

    private static async Task<JsonElement> DataAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement;
        }

        throw new EndOfStreamException("the stream ended without another event");
    }
}
