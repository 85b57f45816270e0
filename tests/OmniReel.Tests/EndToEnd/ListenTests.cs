using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

/// <summary><c>callbacks</c> and <c>listen</c> as a person uses them.</summary>
public sealed class ListenTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Callbacks_come_to_a_developers_own_machine_with_headers_and_bytes_and_the_verbs_speak_of_them()
    {
        await using var local = await Receivers.StartAsync(Manners.Good, Manners.Says(410));
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--dev");
        (await CallbacksAsync("rotate-secret")).Output.ShouldStartWith("whsec_");
        using var listen = OmniReelProgram.Start(["listen", "--server", server.Url, "--key", ServeProcess.Key, "--forward-to", local.Url(0)]);
        (await listen.SaysAsync("Listening")).ShouldBeTrue(listen.Error);

        var task = await server.Client.CreateAsync(new NewVideo
        {
            ModelName = "kling-v3-omni", Prompt = "a boat", Mode = "std", AspectRatio = "16:9", Duration = "3", CallbackUrl = local.Url(1),
        }, null, Cancellation);
        await server.Client.CancelAsync(task.TaskId, Cancellation);
        (await listen.SaysAsync("failed")).ShouldBeTrue(listen.Error);
        (await listen.SaysAsync("→ 204")).ShouldBeTrue(listen.Error);
        // A worker may have begun it before it was canceled: then there is an event of that too.
        while (End(0) is null || End(1) is null) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        var (forwarded, delivered) = (End(0)!, End(1)!);
        forwarded.Id.ShouldBe(delivered.Id);
        forwarded.Body.ShouldBe(delivered.Body);
        forwarded.Signature.ShouldNotBeNull().ShouldStartWith("v1,");
        forwarded.Headers["Content-Type"].ShouldBe(delivered.Headers["Content-Type"]);

        await EventuallyAsync(async () => (await CallbacksAsync("list", "--state", "gone")).Output.Contains(delivered.Id, StringComparison.Ordinal));
        var tested = await CallbacksAsync("test", local.Url(0));
        (tested.Code, tested.Output.Trim()).ShouldBe((0, "delivered: answered 204"));
        (await CallbacksAsync("test", local.Url(1))).Error.ShouldContain("410");

        // Without a server the verbs open the folder themselves; what is replayed is sent by the next server.
        server.Program.Signal(15);
        await server.Program.EndAsync();
        (await CallbacksAsync("replay", "--state", "gone")).Output.ShouldContain("sent again");
        (await CallbacksAsync("list", "--state", "waiting")).Output.ShouldContain(delivered.Id);
        using var next = await ServeProcess.StartAsync(_folder["data"], null, "--dev");
        while (local.Of(1).Count(one => one.Id == delivered.Id) < 2) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);

        listen.Signal(2);
        (await listen.EndAsync()).Code.ShouldBe(0);

        Received? End(int receiver) => local.Of(receiver).FirstOrDefault(one => one.Id.EndsWith("_2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_malformed_secret_is_one_clear_line_at_start_and_is_not_shown()
    {
        using var serve = OmniReelProgram.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"]], new Dictionary<string, string?> { ["OMNIREEL_WEBHOOK_SECRET"] = "whsec_tooShort00" });
        var ended = await serve.EndAsync();
        ended.Code.ShouldBe(2);
        ended.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("OMNIREEL_WEBHOOK_SECRET cannot be used");
        ended.Error.ShouldNotContain("tooShort00");
    }

    private Task<Ended> CallbacksAsync(params string[] arguments) => OmniReelProgram.SayAsync(false, ["callbacks", .. arguments, "--data", _folder["data"]]);

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(2), "this never came to be");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
