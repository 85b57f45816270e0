using System.Diagnostics;
using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

/// <summary>Films whose frames say which they are, as a pipeline's test would ask for them and read them.</summary>
public sealed class SlateTests : IDisposable
{
    private const int Kill = 9;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Frame_48_is_shot_2_also_after_a_kill_and_only_where_it_was_asked_for()
    {
        var body = """{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"customize","multi_prompt":[{"index":1,"prompt":"a beach","duration":"2"},{"index":2,"prompt":"a forest","duration":"1"}],"mode":"std","duration":"3","external_task_id":"case-48"}"""u8.ToArray();
        string plain;
        using (var server = await ServeProcess.StartAsync(_folder["data"]))
        {
            using var lab = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(server.Url), Key = ServeProcess.Key, Lab = "slate" });
            await lab.CreateAsync(body, null, Cancellation);
            plain = (await server.Client.CreateAsync(new NewVideo { ModelName = "kling-v3-omni", Mode = "std", Prompt = "a beach", Duration = "3" }, null, Cancellation)).TaskId;
            server.Program.Signal(Kill);
            await server.Program.EndAsync();
        }

        using var again = await ServeProcess.StartAsync(_folder["data"]);
        var slated = await again.Client.WaitAsync("case-48", null, Cancellation);
        var codes = await CodesAsync(again, slated.TaskResult.Videos![0].Url);
        codes.ShouldBe(Enumerable.Range(0, 73).Select(at => ((int, int)?)(at, at < 48 ? 1 : 2)));
        slated.OmniReel!.Plan.ShouldNotBeNull().ShouldContain("\"task\":\"case-48\"");
        var clean = await again.Client.WaitAsync(plain, null, Cancellation);
        (await CodesAsync(again, clean.TaskResult.Videos![0].Url)).ShouldAllBe(code => code == null);
    }

    [Fact]
    public async Task The_command_line_asks_for_one_too()
    {
        using var program = OmniReelProgram.Start(["generate", "a beach", "--duration", "3", "--slate", "-o", _folder["film.mp4"]], new Dictionary<string, string?> { ["LANG"] = "en_US.UTF-8" });
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(0, ended.Error);
        (await CodesAsync(_folder["film.mp4"])).ShouldBe(Enumerable.Range(0, 73).Select(at => ((int, int)?)(at, 1)));
    }

    private async Task<List<(int Frame, int Shot)?>> CodesAsync(ServeProcess server, string url)
    {
        var path = _folder[$"{Guid.NewGuid():n}.mp4"];
        await server.Client.DownloadAsync(url, path, null, Cancellation);
        return await CodesAsync(path);
    }

    private static async Task<List<(int Frame, int Shot)?>> CodesAsync(string path)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "gray", "-"]) { RedirectStandardOutput = true })!;
        var frame = new byte[1280 * 720];
        var codes = new List<(int, int)?>();
        while (await ffmpeg.StandardOutput.BaseStream.ReadAtLeastAsync(frame, frame.Length, false, Cancellation) == frame.Length)
            codes.Add(FrameCodes.Read(frame, 1280, 720));
        await ffmpeg.WaitForExitAsync(Cancellation);
        return codes;
    }
}
