using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace OmniReel.Tests.EndToEnd;

/// <summary>Every sample, started from its own folder as its page says, against a server on loopback.</summary>
public sealed partial class SampleTests : IDisposable
{
    private const string Access = "ak-samples-test";
    private const string Secret = "sk-0123456789abcdef-samples";

    private static readonly string s_samples = Path.Combine(Checkout.Root, "samples");

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Curl_csharp_and_python_make_films_and_read_refusals()
    {
        Needed.Programs(("bash", "bash"), ("curl", "curl"), ("python3", "python3"));
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--dev");
        var variables = new Dictionary<string, string?> { ["OMNIREEL_URL"] = server.Url, ["OMNIREEL_KEY"] = ServeProcess.Key, ["LANG"] = "en_US.UTF-8" };
        var picture = Picture();
        foreach (var (folder, program, head) in Languages())
        {
            await MakesAsync(folder, program, [.. head("film"), _folder[folder + ".film.mp4"]], variables, _folder[folder + ".film.mp4"], 73);
            await MakesAsync(folder, program, [.. head("first-frame"), picture, _folder[folder + ".first.mp4"]], variables, _folder[folder + ".first.mp4"], 73);
            await MakesAsync(folder, program, [.. head("three-shots"), _folder[folder + ".shots.mp4"]], variables, _folder[folder + ".shots.mp4"], 97);
            ReadsTheRefusal(await RunAsync(folder, program, head("refusal"), variables));
        }

        // In its reader's language, and of a server that is not there: a failure that says so.
        var chinese = await RunAsync("curl", "bash", ["refusal.sh"], new Dictionary<string, string?>(variables) { ["LANG"] = "zh_CN.UTF-8" });
        chinese.Output.ShouldContain("mode：不认识 \"720p\"");
        (await RunAsync("python", "python3", ["omnireel_sample.py", "film", _folder["none.mp4"]], new Dictionary<string, string?>(variables) { ["OMNIREEL_KEY"] = "wrong-key-0123456789" })).Code.ShouldNotBe(0);
        File.Exists(_folder["none.mp4"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Node_does_so_with_the_published_package_over_https()
    {
        Needed.Programs(("node", "nodejs"));
        Needed.Here(Directory.Exists(Path.Combine(s_samples, "node/node_modules/kling-api")), "npm's package is not installed; ./test installs it");
        using var server = OmniReelProgram.Start(["serve", "--dev", "--urls", "https://127.0.0.1:0", "--tls", "self-signed", "--data", _folder["data"]],
            new Dictionary<string, string?> { ["OMNIREEL_ACCESS_KEY"] = Access, ["OMNIREEL_SECRET_KEY"] = Secret, ["OMNIREEL_KEY"] = ServeProcess.Key, ["OMNIREEL_Tasks__Workers"] = "2" });
        (await server.SaysAsync("engine")).ShouldBeTrue(server.Error);
        var variables = new Dictionary<string, string?>
        {
            ["OMNIREEL_URL"] = server.Output.Split("listens on ")[1].Split('\n')[0].Trim(), ["OMNIREEL_ACCESS_KEY"] = Access, ["OMNIREEL_SECRET_KEY"] = Secret,
            ["NODE_EXTRA_CA_CERTS"] = server.Output.Split("NODE_EXTRA_CA_CERTS=")[1].Split(',')[0],
        };
        await MakesAsync("node", "node", ["film.mjs", _folder["film.mp4"]], variables, _folder["film.mp4"], 121);
        await MakesAsync("node", "node", ["first-frame.mjs", Picture(), _folder["first.mp4"]], variables, _folder["first.mp4"], 121);
        await MakesAsync("node", "node", ["three-shots.mjs", _folder["shots.mp4"]], variables, _folder["shots.mp4"], 97);
        ReadsTheRefusal(await RunAsync("node", "node", ["refusal.mjs"], variables));
    }

    [Fact]
    public async Task Receivers_take_what_is_genuine_and_turn_the_rest_away()
    {
        Needed.Programs(("bash", "bash"), ("curl", "curl"), ("python3", "python3"));
        using var server = await ServeProcess.StartAsync(_folder["data"], null, "--dev");
        var made = await server.Client.Callbacks.RotateSecretAsync(Cancellation);
        var variables = new Dictionary<string, string?> { ["WEBHOOK_SECRET"] = $"{made.Secret} whsec_{Convert.ToBase64String(new byte[32])}" };
        foreach (var (folder, program, arguments) in ((string, string, string[])[])
                 [
                     ("callback-receiver/csharp", "dotnet", ["run", "--no-build", "-c", "Release", "--urls", "http://127.0.0.1:0"]),
                     ("callback-receiver/python", "python3", ["receiver.py", "0"]),
                 ])
        {
            using var receiver = RunningProgram.Start(program, arguments, variables, Path.Combine(s_samples, folder));
            (await receiver.SaysAsync("listens on ")).ShouldBeTrue(receiver.Error);
            var url = receiver.Output.Split("listens on ")[1].Split('\n')[0].Trim();
            var film = await RunAsync("curl", "bash", ["film.sh", _folder["film.mp4"]],
                new Dictionary<string, string?> { ["OMNIREEL_URL"] = server.Url, ["OMNIREEL_KEY"] = ServeProcess.Key, ["CALLBACK_URL"] = url });
            film.Code.ShouldBe(0, film.Error);
            (await receiver.SaysAsync(TaskOf(film) + " succeed")).ShouldBeTrue(receiver.Error);
            receiver.Output.ShouldContain(server.Url + "/files/");

            using var http = new HttpClient();
            using var forged = new StringContent("{\"task_id\":\"1\",\"task_status\":\"succeed\"}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            forged.Headers.Add("webhook-id", "whm_1");
            forged.Headers.Add("webhook-timestamp", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString());
            forged.Headers.Add("webhook-signature", "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=");
            using var answer = await http.PostAsync(url, forged, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, folder);
            (await receiver.SaysAsync("turned away")).ShouldBeTrue();
        }
    }

    private static IEnumerable<(string Folder, string Program, Func<string, string[]> Head)> Languages() =>
    [
        ("curl", "bash", verb => [verb + ".sh"]),
        // Built with everything else; "dotnet run" alone would build it first.
        ("csharp", "dotnet", verb => ["run", "--no-build", "-c", "Release", "--", verb]),
        ("python", "python3", verb => ["omnireel_sample.py", verb]),
    ];

    private static async Task MakesAsync(string folder, string program, string[] arguments, Dictionary<string, string?> variables, string film, int frames)
    {
        var ended = await RunAsync(folder, program, arguments, variables);
        ended.Code.ShouldBe(0, $"{folder}: {string.Join(' ', arguments)}\n{ended.Output}{ended.Error}");
        TaskOf(ended).ShouldNotBeEmpty();
        ended.Output.ShouldContain("saved " + film);
        (await Probe.ReadAsync(film)).Frames.ShouldBe(frames, folder);
    }

    private static void ReadsTheRefusal(Ended said)
    {
        said.Code.ShouldBe(0, said.Error);
        said.Output.ShouldContain("HTTP 400, request ");
        said.Output.ShouldContain("mode: rule mode_unknown: mode: ");
        said.Output.ShouldContain("duration: rule duration_range: duration: ");
    }

    private static Task<Ended> RunAsync(string folder, string program, string[] arguments, Dictionary<string, string?> variables) =>
        RunningProgram.RunAsync(program, arguments, variables, Path.Combine(s_samples, folder));

    private static string TaskOf(Ended said) => TaskLine().Match(said.Output).Groups[1].Value;

    private string Picture()
    {
        Ffmpeg.Make("-f lavfi -i testsrc2=s=640x480 -frames:v 1", _folder["picture.jpg"]);
        return _folder["picture.jpg"];
    }

    [GeneratedRegex("^task ([0-9]{18})", RegexOptions.Multiline)]
    private static partial Regex TaskLine();
}
