using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

/// <summary>The published executable does what the built one does. Publishing takes minutes, so this runs in the long form only.</summary>
public sealed class NativeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_published_makes_a_film_and_serves()
    {
        Assert.SkipUnless(Checkout.LongCounts, "only with ./test --long");
        var published = await RunningProgram.RunAsync(Path.Combine(Checkout.Root, "omnireel"), ["publish", _folder["dist"]]);
        published.Code.ShouldBe(0, published.Error);
        Directory.GetFiles(_folder["dist"]).Select(Path.GetExtension).ShouldBeSubsetOf(["", ".so", ".dylib"]);

        var program = _folder["dist", "omnireel"];
        var film = await RunningProgram.RunAsync(program, ["generate", "海边有一个人跳舞", "--duration", "3", "-o", _folder["film.mp4"]]);
        film.Code.ShouldBe(0, film.Error);
        (await Probe.ReadAsync(_folder["film.mp4"])).Frames.ShouldBe(73);

        using var server = await ServeProcess.StartAsync(_folder["data"], program);
        var created = await server.Client.CreateAsync(new NewVideo { ModelName = "kling-v3-omni", Prompt = "a meadow", Duration = "3" }, cancellation: TestContext.Current.CancellationToken);
        (await server.Client.CancelAsync(created.TaskId, TestContext.Current.CancellationToken)).OmniReel?.Status.ShouldBe("canceled");
    }
}
