using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

/// <summary><c>serve --lab</c> as a process, and our own client against it: what it repeats, and what it must not.</summary>
public sealed class LabTests : IDisposable
{
    private static readonly byte[] s_body = """{"model_name":"kling-v3-omni","prompt":"a red kite","mode":"std","aspect_ratio":"16:9","duration":"3"}"""u8.ToArray();

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_client_gets_its_film_once_through_refusals_a_lost_answer_and_a_download_that_breaks_off()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--lab");
        server.Program.Output.ShouldContain("THE FAULT LAB IS ON");
        server.Program.Error.ShouldContain("Never use it in production");
        using var lab = new HttpClient { BaseAddress = new Uri(server.Url) };
        lab.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ServeProcess.Key);
        await PostAsync(lab, "/lab/clock?test=ours&pace=instant", "");
        await PostAsync(lab, "/lab/scenarios?test=ours", """{"scenarios":["error; code=1303; times=2; retry=0; on=create","answer-lost; on=create; times=1","slow; seconds=300","link-truncated; bytes=5000; first=1"]}""");

        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri($"{server.Url}/lab/t/ours"), Key = ServeProcess.Key, Attempts = 6 });
        var created = await client.CreateAsync(s_body, "ours-1", Cancellation);
        var task = await client.WaitAsync(created.TaskId, null, Cancellation);
        (task.UpdatedAt - task.CreatedAt).ShouldBeGreaterThanOrEqualTo(300_000);
        await client.DownloadAsync(task.TaskResult.Videos![0].Url, _folder["film.mp4"], null, Cancellation);
        new FileInfo(_folder["film.mp4"]).Length.ShouldBeGreaterThan(50_000);
        (await CountAsync(lab, "/lab/journal?test=ours&kind=create")).ShouldBe(4);
        (await ListAsync(lab, "ours")).ShouldBe(1);
        (await CountAsync(lab, "/lab/journal?test=ours&kind=file&fault=link-truncated")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_of_its_own_a_create_is_sent_once()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--lab");
        using var lab = new HttpClient { BaseAddress = new Uri(server.Url) };
        lab.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ServeProcess.Key);
        await PostAsync(lab, "/lab/scenarios?test=once", """{"scenarios":["answer-lost; on=create","fail"]}""");
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri($"{server.Url}/lab/t/once"), Key = ServeProcess.Key, Attempts = 6 });
        await Should.ThrowAsync<Exception>(() => client.CreateAsync(s_body, null, Cancellation));
        (await CountAsync(lab, "/lab/journal?test=once&kind=create")).ShouldBe(1);
        (await ListAsync(lab, "once")).ShouldBe(1);
    }

    [Fact]
    public async Task It_refuses_addresses_that_others_can_reach()
    {
        var refused = await OmniReelProgram.Start(["serve", "--lab", "--urls", "http://0.0.0.0:0", "--data", _folder["data"]]).EndAsync();
        refused.Code.ShouldNotBe(0);
        refused.Error.ShouldContain("--lab-anywhere");
    }

    private static async Task PostAsync(HttpClient lab, string path, string body)
    {
        using var answer = await lab.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<int> CountAsync(HttpClient lab, string path)
    {
        using var answer = JsonDocument.Parse(await lab.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
        return answer.RootElement.GetProperty("data").GetProperty("count").GetInt32();
    }

    private static async Task<int> ListAsync(HttpClient lab, string test)
    {
        using var answer = JsonDocument.Parse(await lab.GetStringAsync(new Uri($"/lab/t/{test}/v1/videos/omni-video", UriKind.Relative), Cancellation));
        return answer.RootElement.GetProperty("data").GetArrayLength();
    }
}
