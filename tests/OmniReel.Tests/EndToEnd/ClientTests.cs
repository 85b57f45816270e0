using OmniReel.Client;
using OmniReel.Contract.Answers;

namespace OmniReel.Tests.EndToEnd;

/// <summary>The client against a server of the same checkout: every call, once.</summary>
public sealed class ClientTests : IDisposable
{
    private const string Access = "ak-client-test";
    private const string Secret = "sk-0123456789abcdef-client";

    private static readonly NewVideo s_video = new() { ModelName = "kling-v3-omni", Prompt = "a kite", Mode = "std", AspectRatio = "16:9", Duration = "3" };

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_call_is_answered_in_its_type_to_a_key_and_to_a_pair_on_both_profiles()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], new Dictionary<string, string?> { ["OMNIREEL_ACCESS_KEY"] = Access, ["OMNIREEL_SECRET_KEY"] = Secret });
        using var keyed = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(server.Url), Key = ServeProcess.Key, AutomaticIdempotencyKeys = true });
        using var paired = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(server.Url + "/kling/v1"), AccessKey = Access, SecretKey = Secret, Language = "zh" });

        (await keyed.IsAliveAsync(Cancellation)).ShouldBeTrue();
        (await keyed.IsReadyAsync(Cancellation)).ShouldBeTrue();
        (await keyed.RulesAsync(Cancellation)).Count.ShouldBeGreaterThan(50);
        await FilmsAsync(keyed, paired);
        await ElementsAsync(keyed);
        await RefusalsAsync(keyed, paired, server.Url);
        await CallbacksAsync(keyed);
    }

    private async Task FilmsAsync(OmniReelClient keyed, OmniReelClient paired)
    {
        (await keyed.QuoteAsync(s_video, Cancellation)).Units.ShouldBe("1.8");
        (await paired.QuoteAsync(s_video with { Mode = null }, Cancellation)).Errors.ShouldHaveSingleItem().Field.ShouldBe("mode");
        var created = await keyed.CreateAsync(s_video with { ExternalTaskId = "mine/1" }, "wish-1", Cancellation);
        (await keyed.CreateAsync(s_video with { ExternalTaskId = "mine/1" }, "wish-1", Cancellation)).TaskId.ShouldBe(created.TaskId);
        var told = new List<TaskEventData>();
        await foreach (var one in keyed.EventsAsync("mine/1", Cancellation)) told.Add(one);
        (told[^1].TaskStatus, told[^1].Progress).ShouldBe(("succeed", 100));
        var task = await paired.GetAsync("mine/1", TimeSpan.FromSeconds(1), Cancellation);
        (task.TaskId, task.FinalUnitDeduction, task.OmniReel?.Status).ShouldBe((created.TaskId, "1.8", "succeeded"));
        task.Raw!.Value.GetProperty("task_id").GetString().ShouldBe(created.TaskId);
        (await keyed.ListAsync(1, 10, Cancellation)).ShouldHaveSingleItem().TaskId.ShouldBe(created.TaskId);
        (await keyed.DownloadAsync(task, _folder["film.mp4"], null, Cancellation)).ShouldBeGreaterThan(10_000);
        // The same film again is there at once: the answer can wait for it.
        (await keyed.CreateAsync(s_video, TimeSpan.FromSeconds(60), cancellation: Cancellation)).TaskStatus.ShouldBe("succeed");
    }

    private async Task ElementsAsync(OmniReelClient client)
    {
        var links = new List<string>();
        foreach (var colour in (string[])["red", "blue"])
        {
            Ffmpeg.Make($"-f lavfi -i color={colour}:s=400x400 -frames:v 1", _folder[colour + ".png"]);
            links.Add((await client.UploadAsync(_folder[colour + ".png"], Cancellation)).Url);
        }

        var made = await client.Elements.WaitAsync((await client.Elements.CreateAsync(NewCustomElement.FromImages("Box", "a box", links[0], links[1]), cancellation: Cancellation)).TaskId, Cancellation);
        var element = made.TaskResult.Elements.ShouldNotBeNull().ShouldHaveSingleItem();
        (element.ElementName, element.Status).ShouldBe(("Box", "succeed"));
        (await client.Elements.ListAsync(cancellation: Cancellation)).Count.ShouldBe(1);
        (await client.QuoteAsync(s_video with { Prompt = "<<<element_1>>> stands", ElementList = [new(element.ElementId.ToString())] }, Cancellation)).Kind.ShouldBe("reference");
        await client.Elements.DeleteAsync(element.ElementId, Cancellation);
        (await Should.ThrowAsync<RequestRefusedException>(client.Elements.DeleteAsync(element.ElementId, Cancellation))).Errors.Single().Rule.ShouldBe("element_unknown");

        var simple = await client.Elements.CreateSimpleAsync(
            new NewSimpleElement { ElementName = "Box", ElementDescription = "a box", ElementFrontalImage = links[0], ElementReferList = [new(links[1])], TagList = [new("o_104")] }, cancellation: Cancellation);
        (await client.Elements.GetSimpleAsync(simple.ElementId, Cancellation)).TagList.Single().TagId.ShouldBe("o_104");
        (await client.Elements.ListSimpleAsync(cancellation: Cancellation)).Count.ShouldBe(1);
        (await client.Elements.PresetsAsync(cancellation: Cancellation)).Count.ShouldBe((await client.Elements.SimplePresetsAsync(cancellation: Cancellation)).Count);
    }

    private async Task RefusalsAsync(OmniReelClient keyed, OmniReelClient paired, string url)
    {
        var refused = await Should.ThrowAsync<RequestRefusedException>(paired.CreateAsync(s_video with { Mode = "720p", Duration = "99" }, cancellation: Cancellation));
        refused.Errors.Select(one => one.Field).ShouldBe(["mode", "duration"]);
        refused.ServerMessage.ShouldContain("不认识");
        await Should.ThrowAsync<NotFoundException>(keyed.GetAsync("nobody's", Cancellation));
        await Should.ThrowAsync<NotFoundException>(keyed.WaitAsync("nobody's", null, Cancellation));
        await Should.ThrowAsync<NotFoundException>(keyed.Callbacks.GetAsync("nobody's", Cancellation));
        (await Should.ThrowAsync<RequestRefusedException>(keyed.CancelAsync("mine/1", Cancellation))).Code.ShouldBe(1201);
        await Should.ThrowAsync<RequestRefusedException>(keyed.UploadAsync(new MemoryStream("no picture"u8.ToArray()), null, Cancellation));
        using var stranger = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(url), AccessKey = Access, SecretKey = "wrong" });
        (await Should.ThrowAsync<AccessDeniedException>(stranger.GetAsync("mine/1", Cancellation))).Code.ShouldBe(1000);
        // A large file of somebody without a key is turned away before it has travelled.
        await Should.ThrowAsync<AccessDeniedException>(stranger.UploadAsync(new MemoryStream(new byte[100 << 20]), null, Cancellation));
    }

    private static async Task CallbacksAsync(OmniReelClient client)
    {
        (await client.Callbacks.RotateSecretAsync(Cancellation)).Secret.ShouldStartWith("whsec_");
        (await client.Callbacks.ListAsync(CallbackStateWords.Delivered, cancellation: Cancellation)).ShouldBeEmpty();
        (await client.Callbacks.ReplayAsync(new ReplayRequest { State = CallbackStateWords.Exhausted }, Cancellation)).Replayed.ShouldBe(0);
        (await client.Callbacks.TestAsync("http://127.0.0.1:9/hook", Cancellation)).Delivered.ShouldBeFalse();
    }
}
