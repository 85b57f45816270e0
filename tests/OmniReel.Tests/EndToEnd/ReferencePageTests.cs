using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary>The page at <c>/docs</c> in a real browser: read, an operation opened, a request tried with a key, by day and by night, in both languages.</summary>
public sealed class ReferencePageTests : IDisposable
{
    private static readonly string s_browser = Path.Combine(Checkout.Root, "tests/interop/console");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_asks_this_server_and_nobody_else_and_a_request_can_be_tried_in_it()
    {
        var chromium = Environment.GetEnvironmentVariable("OMNIREEL_CHROMIUM") ?? "/usr/bin/chromium";
        Needed.Programs(("node", "nodejs"));
        Needed.Here(File.Exists(chromium), $"{chromium} is missing: install the package chromium");
        Needed.Here(Directory.Exists(Path.Combine(s_browser, "node_modules/playwright-core")), "npm's packages are not installed; ./test installs them");

        using var server = await ServeProcess.StartAsync(_folder["data"]);
        var ended = await RunningProgram.RunAsync("node", ["docs.mjs", server.Url, ServeProcess.Key, _folder.Path], folder: s_browser);
        using var said = JsonDocument.Parse(ended.Output);
        var seen = said.RootElement;
        seen.TryGetProperty("error", out var error).ShouldBeFalse(error.ToString());

        seen.GetProperty("title").GetString().ShouldBe("OmniReel API");
        Texts(seen, "elsewhere").ShouldBeEmpty("the page asked another machine");
        Texts(seen, "asked").ShouldBe(["/docs", "/docs/reference.css", "/docs/reference.svg", "/docs/scalar.js", "/docs/reference.js", "/openapi.json", "/v1/videos/omni-video"], ignoreOrder: true);
        Texts(seen, "complaints").ShouldBeEmpty("the browser's own complaints");
        Texts(seen, "findings").ShouldBeEmpty("axe finds these serious");
        var tried = seen.GetProperty("tried");
        (tried.GetProperty("url").GetString(), tried.GetProperty("status").GetInt32(), tried.GetProperty("code").GetInt32()).ShouldBe(("/v1/videos/omni-video", 200, 0));
        Texts(seen, "chapters").ShouldContain("回调", "the chapters are Chinese in a Chinese browser");
        seen.GetProperty("wide").GetBoolean().ShouldBeFalse("a phone scrolls it sideways");
        // Only these lead out of it, and only whoever presses them goes there.
        Texts(seen, "links").Select(link => new Uri(link).Host).Distinct().ShouldBe(["scalar.com", "www.apache.org"], ignoreOrder: true);
    }

    private static string[] Texts(JsonElement seen, string name) => [.. seen.GetProperty(name).EnumerateArray().Select(static one => one.GetString()!)];
}
