using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Routes;

namespace OmniReel.Tests.Verbs;

/// <summary>What <c>routes</c> and <c>routes explain</c> print is read by people: kept word for word. OMNIREEL_GOLDEN=write renews the files in the checkout.</summary>
public sealed class RoutesTests
{
    private static readonly string Golden = Path.Combine(Checkout.Root, "tests", "OmniReel.Tests", "Verbs", "Golden");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("routes-usual", "accepted", 0)]
    [InlineData("routes-matched", "accepted", 0, "--route", "reference pro = embedded", "--route", "* = embedded")]
    [InlineData("routes-none", "accepted", 2, "--route", "text-to-video = embedded")]
    [InlineData("routes-refused", "refused", 2)]
    public async Task Explain_says_the_same_as_before(string name, string body, int code, params string[] more)
    {
        using var folder = new TempFolder();
        foreach (var language in (string[])["en", "zh"])
        {
            var said = await OmniReelProgram.SayAsync(false, ["routes", "explain", Path.Combine(Golden, body + ".json"), "--lang", language, "--data", folder.Path, .. more]);
            said.Code.ShouldBe(code, said.Error);
            said.Error.ShouldBe("");
            await KeptAsync($"{name}.{language}.txt", said.Output);
        }
    }

    [Fact]
    public async Task Routes_are_listed_as_they_are_configured()
    {
        using var folder = new TempFolder();
        folder.Write("omnireel.json", """{ "Routes": ["kling-v3-omni text-to-video 4k = embedded", "* = embedded"] }""");
        foreach (var language in (string[])["en", "zh"])
        {
            var said = await OmniReelProgram.SayAsync(false, "routes", "--data", folder.Path, "--lang", language);
            (said.Code, said.Error).ShouldBe((0, ""));
            await KeptAsync($"routes-list.{language}.txt", said.Output);
        }
    }

    [Fact]
    public async Task What_engines_lack_and_how_they_are_stands_beside_them()
    {
        var account = new RouteAccountData
        {
            Verdict = QuoteData.Accepted,
            Request = "kling-v3-omni, text-to-video, single-shot, 4k",
            Route = "4k = kling:3, relay-a:1, relay-b:1 > relay-c, embedded",
            Matching = 1,
            Engines =
            [
                Stop(1, "kling", 3, 0.75, "well"), Stop(1, "relay-a", 1, 0.25, "well"), Stop(1, "relay-b", 1, 0, "resting", unavailable: 3, restMs: 3_210),
                Stop(2, "relay-c", 1, 0, "probing", "sound: off only."), Stop(2, "embedded", 1, 0, "due"),
            ],
        };
        foreach (var chinese in (bool[])[false, true])
        {
            using var output = new StringWriter();
            RouteSheet.Print(account, new Speech(chinese), output);
            await KeptAsync($"routes-sheet.{(chinese ? "zh" : "en")}.txt", output.ToString());
        }

        static RouteStopData Stop(int step, string engine, int weight, double chance, string state, string? lacks = null, int unavailable = 0, long restMs = 0) => new()
        {
            Step = step, Engine = engine, Weight = weight, Chance = chance, Lacks = lacks is null ? [] : [lacks],
            Health = new() { Engine = engine, State = state, Unavailable = unavailable, RestMs = restMs },
        };
    }

    [Theory]
    [InlineData("kling-v4 = embedded", "\"kling-v4\"", "kling-v3-omni")]
    [InlineData("* = klng", "klng", "embedded")]
    public async Task A_wrong_line_is_one_line_of_complaint(string line, params string[] says)
    {
        using var folder = new TempFolder();
        var said = await OmniReelProgram.SayAsync(false, "routes", "--data", folder.Path, "--route", line);
        said.Code.ShouldBe(2);
        foreach (var part in says) said.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(part);
        (await OmniReelProgram.SayAsync(false, "serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0", "--route", line)).Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(says[0]);
    }

    [Fact]
    public async Task Engine_and_route_do_not_go_together_and_an_engine_is_a_name()
    {
        using var folder = new TempFolder();
        (await OmniReelProgram.SayAsync(false, "routes", "--data", folder.Path, "--engine", "embedded", "--route", "* = embedded")).Error.ShouldContain("use one of them");
        (await OmniReelProgram.SayAsync(false, "routes", "--data", folder.Path, "--engine", "the best")).Error.ShouldContain("no engine's name");
        (await OmniReelProgram.SayAsync(false, "routes", "--data", folder.Path, "--engine", "embedded")).Output.ShouldContain("embedded");
    }

    [Fact]
    public async Task A_running_server_is_asked_and_says_its_routes_at_start()
    {
        using var folder = new TempFolder();
        using var server = await ServeProcess.StartAsync(folder["data"], null, "--route", "pro = embedded", "--route", "* = embedded:7");
        (await server.Program.SaysAsync("  route   pro = embedded")).ShouldBeTrue();
        (await server.Program.SaysAsync("  route   * = embedded:7")).ShouldBeTrue();

        var list = await OmniReelProgram.SayAsync(false, "routes", "--data", folder["data"]);
        foreach (var part in (string[])["running server", "embedded:7", "well"]) list.Output.ShouldContain(part);
        var free = folder.Write("body.json", """{"prompt":"a beach"}""");
        var explained = await OmniReelProgram.SayAsync(false, "routes", "explain", free, "--profile", "vendor", "--data", folder["data"]);
        explained.Code.ShouldBe(0, explained.Error);
        foreach (var part in (string[])["pro = embedded", "of 2 lines", "well", "100 %"]) explained.Output.ShouldContain(part);
        // Routes that are named are tried out here, and the server is left alone.
        (await OmniReelProgram.SayAsync(false, "routes", "explain", free, "--profile", "vendor", "--data", folder["data"], "--engine", "embedded")).Output.ShouldContain("not asked");
    }

    private static async Task KeptAsync(string name, string output)
    {
        var kept = Path.Combine(Golden, name);
        if (Environment.GetEnvironmentVariable("OMNIREEL_GOLDEN") is "write") await File.WriteAllTextAsync(kept, output, Cancellation);
        output.ShouldBe(await File.ReadAllTextAsync(kept, Cancellation));
    }
}
