using System.Net.Http.Headers;
using System.Text.Json;
using OmniReel.Client;
using OmniReel.Contract.Answers;

namespace OmniReel.Tests.EndToEnd;

/// <summary>What the document shows, sent to a server of its own as somebody with curl would send it; and the cuts of a film, by its pixels.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_documents_example_byte_for_byte_becomes_a_film_that_plays()
    {
        var body = await File.ReadAllBytesAsync(Path.Combine(Checkout.Root, "tests/OmniReel.Contract.Tests/Golden/document-example.txt"), Cancellation);
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ServeProcess.Key);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync("/kling/v1/videos/omni-video", content, Cancellation);

        using var envelope = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        ((int)answer.StatusCode, envelope.RootElement.GetProperty("code").GetInt32()).ShouldBe((200, 0));
        envelope.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "message", "request_id", "data"]);
        var created = envelope.RootElement.GetProperty("data");
        created.GetProperty("task_status").GetString().ShouldBe("submitted");
        var id = created.GetProperty("task_id").GetString()!;
        id.ShouldMatch("^[0-9]{18}$");

        JsonElement task;
        var seen = new List<string>();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
            using var polled = JsonDocument.Parse(await http.GetStringAsync($"/kling/v1/videos/omni-video/{id}", Cancellation));
            task = polled.RootElement.GetProperty("data").Clone();
            seen.Add(task.GetProperty("task_status").GetString()!);
        }
        while (seen[^1] is "submitted" or "processing");

        seen[^1].ShouldBe("succeed", task.GetRawText());
        var film = task.GetProperty("task_result").GetProperty("videos").EnumerateArray().ShouldHaveSingleItem();
        film.GetProperty("duration").GetString().ShouldBe("5.041");
        // The link opens for a browser: without a key.
        using var browser = new HttpClient();
        await File.WriteAllBytesAsync(_folder["film.mp4"], await browser.GetByteArrayAsync(film.GetProperty("url").GetString(), Cancellation), Cancellation);
        (await Probe.ReadAsync(_folder["film.mp4"])).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 121, HasSound: false));
        Console.WriteLine($"the document's example: {body.Length} bytes, {seen.Count} polls, a film of 121 frames");
    }

    [Fact]
    public async Task A_film_of_three_shots_cuts_on_the_exact_frames()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        var created = await server.Client.CreateAsync(
            new NewVideo
            {
                ModelName = "kling-v3-omni", Mode = "std", AspectRatio = "16:9", Duration = "6", MultiShot = true, ShotType = "customize",
                MultiPrompt = [new(1, "a beach at noon", "2"), new(2, "a forest at night", "1"), new(3, "snowy mountains at sunset", "3")],
            },
            cancellation: Cancellation);
        var task = await server.Client.WaitAsync(created.TaskId, null, Cancellation);
        task.TaskStatus.ShouldBe(TaskStatusWords.Succeed, task.TaskStatusMsg);
        await server.Client.DownloadAsync(task.TaskResult.Videos.ShouldNotBeNull().ShouldHaveSingleItem().Url, _folder["film.mp4"], null, Cancellation);

        var steps = Steps(Ffmpeg.Bytes($"-i {_folder["film.mp4"]} -vf scale=64:36:flags=area -pix_fmt gray -f rawvideo", _folder["film.gray"]), 64 * 36);
        steps.Count.ShouldBe(144);
        var cuts = steps.Select((step, i) => (step, frame: i + 1)).OrderByDescending(s => s.step).ToList();
        Console.WriteLine($"cuts at {string.Join(", ", cuts.Take(2).Select(c => $"frame {c.frame} (a step of {c.step:0.0})"))}; the largest step elsewhere {cuts[2].step:0.0}");
        cuts.Take(2).Select(c => c.frame).Order().ShouldBe([48, 72]);
        cuts[1].step.ShouldBeGreaterThan(5 * cuts[2].step, "within a shot nothing jumps");
    }

    /// <summary>The mean difference of each frame to the one before it, in grey levels.</summary>
    private static List<double> Steps(byte[] film, int pixels) =>
        [.. Enumerable.Range(1, film.Length / pixels - 1).Select(f => Enumerable.Range(0, pixels).Average(p => Math.Abs(film[f * pixels + p] - film[(f - 1) * pixels + p])))];
}
