using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using OmniReel.Server.Tests.Http.Elements;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http.Bodies;

/// <summary>Generated bodies over HTTP to every path that reads JSON: whatever comes, the answer is the caller's fault or a success, and comes at once.</summary>
public sealed class AnyJsonTests
{
    private static readonly string[] s_sound =
    [
        LiveServer.GoodBody,
        """{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"customize","prompt":"","mode":"pro","aspect_ratio":"9:16","duration":"6","multi_prompt":[{"index":1,"prompt":"a","duration":"2"},{"index":2,"prompt":"b","duration":4}],"sound":"on","watermark_info":{"enabled":true}}""",
        """{"model_name":"kling-v3-omni","prompt":"<<<image_1>>> and <<<element_1>>>","mode":"std","aspect_ratio":"1:1","duration":5,"image_list":[{"image_url":"https://media.example.com/a.png"},{"image_url":"iVBORw0KGgo=","type":"first_frame"}],"element_list":[{"element_id":835266081714884677}],"negative_prompt":"rain","external_task_id":"a","callback_url":"https://example.com/h"}""",
        """{"model_name":"kling-video-o1","prompt":"edit","mode":"std","video_list":[{"video_url":"https://media.example.com/a.mp4","refer_type":"base","keep_original_sound":"yes"}]}""",
        ElementServer.Body(more: ""","tag_list":[{"tag_id":"o_102"}],"element_voice_id":"v","callback_url":"https://example.com/h","external_task_id":"e"}""".TrimEnd('}')),
        """{"element_name":"a","element_description":"b","reference_type":"video_refer","element_video_list":{"refer_videos":[{"video_url":"https://media.example.com/a.mp4"}]}}""",
        ElementServer.OldBody(),
        """{"element_id":"1000000000000001"}""",
        """{"element_id":100000000000201}""",
        """{"state":"exhausted","since":"2026-11-01T00:00:00Z"}""",
        """{"url":"https://example.com/h"}""",
    ];

    private static readonly string[] s_paths =
    [
        LiveServer.Relay, LiveServer.Vendor, LiveServer.Relay + "/quote", LiveServer.Vendor + "/quote",
        "/v1/general/advanced-custom-elements", "/kling/v1/general/advanced-custom-elements", "/v1/general/custom-elements", "/kling/v1/general/custom-elements",
        "/v1/general/delete-elements", "/kling/v1/general/delete-elements", "/v1/general/delete-advanced-elements", "/kling/v1/general/delete-advanced-elements",
        "/v1/callbacks/replay", "/v1/callbacks/test",
    ];

    [Fact]
    public async Task No_body_makes_the_server_fail_or_hang()
    {
        var (bodies, hands) = (Checkout.Count(4_000, 200_000), 8);
        await using var server = await ElementServer.StartAsync();
        using var client = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler { MaxConnectionsPerServer = hands })) { BaseAddress = server.Live.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LiveServer.Key);
        // What is tried again later is tried by the server's clock, and an older element call waits for up to a minute of it behind all others: a minute is six seconds here.
        await using var clock = new Timer(_ => server.Live.Time.Advance(TimeSpan.FromMilliseconds(200)), null, 20, 20);
        var (answers, wrong) = (new ConcurrentDictionary<(int, int), int>(), new ConcurrentQueue<string>());

        await Task.WhenAll(Enumerable.Range(0, hands).Select(hand => Task.Run(async () =>
        {
            var random = new Random(20_260_000 + hand);
            var any = new AnyJson(random, s_sound);
            for (var n = hand; n < bodies; n += hands)
            {
                var (path, body) = (s_paths[random.Next(s_paths.Length)], any.Next());
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
                using var response = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                var code = Code(text);
                answers.AddOrUpdate(((int)response.StatusCode, code), 1, static (_, count) => count + 1);
                if (((int)response.StatusCode, code) is not ((200, 0) or (400, 1201)) && !IsSecondTest(path, code) && !HasWaited(path, code)) wrong.Enqueue($"{path} {(int)response.StatusCode}: {Convert.ToBase64String(body)}: {text}");
            }
        })));

        Console.WriteLine($"{bodies} generated bodies over {s_paths.Length} paths: {string.Join(", ", answers.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key.Item1}/{one.Key.Item2}"))}");
        wrong.Take(3).ShouldBeEmpty();
        answers.Keys.Except([(429, 1302), (504, 5002)]).ShouldBe([(200, 0), (400, 1201)], ignoreOrder: true);
        (await server.Live.GetAsync("/healthz")).Status.ShouldBe(200);
    }

    /// <summary>One test of a callback is under way at a time.</summary>
    private static bool IsSecondTest(string path, int code) => path == "/v1/callbacks/test" && code == 1302;

    /// <summary>An older call that has waited its minute is told so, with the number to ask with.</summary>
    private static bool HasWaited(string path, int code) => path.EndsWith("/custom-elements", StringComparison.Ordinal) && code == 5002;

    private static int Code(string text)
    {
        using var answer = JsonDocument.Parse(text);
        return answer.RootElement.GetProperty("code").GetInt32();
    }
}
