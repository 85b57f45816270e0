using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary>
/// The console in a real browser, as a person uses it: sign in, a request of three shots with an element and a first frame, live
/// errors and their mending, create, watch, play, replay a callback, see the cost, and a look at every other screen.
/// </summary>
public sealed class ConsoleJourneyTests : IDisposable
{
    private static readonly string s_journey = Path.Combine(Checkout.Root, "tests/interop/console");
    private static readonly string s_console = Path.Combine(Checkout.Root, "artifacts/console/wwwroot");
    private static readonly string[] s_screens =
    [
        "sign-in", "create", "create-error", "create-storyboard", "task-in-work", "task", "tasks", "gallery", "elements", "callbacks", "rules", "keys", "health",
        "phone-create", "phone-tasks", "phone-task",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "In a meadow dances <<<element_1>>>")]
    [InlineData("zh", "她跳舞：<<<element_1>>>")]
    public async Task A_person_makes_a_film_and_sees_every_screen(string language, string secondShot)
    {
        var chromium = Environment.GetEnvironmentVariable("OMNIREEL_CHROMIUM") ?? "/usr/bin/chromium";
        Needed.Programs(("node", "nodejs"));
        Needed.Here(File.Exists(chromium), $"{chromium} is missing: install the package chromium");
        Needed.Here(Directory.Exists(Path.Combine(s_journey, "node_modules/playwright-core")), "npm's packages are not installed; ./test installs them");
        Needed.Here(File.Exists(Path.Combine(s_console, "index.html.br")), "the console is not built; ./test builds it");

        var site = Path.Combine(AppContext.BaseDirectory, "console");
        if (!Directory.Exists(site)) Directory.CreateSymbolicLink(site, s_console);
        var picture = _folder["first.png"];
        (await RunningProgram.RunAsync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "gradients=s=1280x720:c0=0x27305c:c1=0xf6c36a:d=1", "-frames:v", "1", picture])).Code.ShouldBe(0);
        var pictures = Environment.GetEnvironmentVariable("OMNIREEL_SCREENS") ?? _folder["screens"];
        Directory.CreateDirectory(pictures);

        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--allow-network", "127.0.0.0/8");
        var ended = await RunningProgram.RunAsync("node", ["journey.mjs", server.Url, ServeProcess.Key, language, picture, pictures], folder: s_journey);
        using var said = JsonDocument.Parse(ended.Output);
        var seen = said.RootElement;
        seen.TryGetProperty("error", out var error).ShouldBeFalse(error.ToString());
        ended.Code.ShouldBe(0, ended.Error);

        Texts(seen, "screens").ShouldBe(s_screens);
        seen.GetProperty("language").GetString()!.ShouldStartWith(language);
        seen.GetProperty("again").GetString().ShouldBe(secondShot);
        seen.GetProperty("price").GetString()!.ShouldContain("0.252 USD");
        seen.GetProperty("cost").GetString()!.ShouldContain("0.252 USD");
        seen.GetProperty("size").GetString().ShouldBe("1280x720");
        // The two of the task, and one of them again.
        Texts(seen, "callbacks").Take(2).ShouldBe(["processing", "succeed"]);
        Texts(seen, "callbacks").Length.ShouldBe(3);
        Texts(seen, "findings").ShouldBeEmpty("axe finds these serious");
        Texts(seen, "complaints").ShouldBeEmpty("the browser's own complaints");
        Texts(seen, "wide").ShouldBeEmpty("these screens scroll sideways");
    }

    private static string[] Texts(JsonElement seen, string name) => [.. seen.GetProperty(name).EnumerateArray().Select(static one => one.GetString()!)];
}
