namespace OmniReel.Tests.CommandLine;

/// <summary>Whatever a person types wrongly: one clear line that names it, exit code 2, no stack trace, nothing started.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string[], string> Table => new()
    {
        { ["generate"], "PROMPT" },
        { ["generate", "x", "--duration", "99"], "duration" },
        { ["generate", "x", "--duration", "2"], "duration" },
        { ["generate", "x", "--duration", "five"], "duration" },
        { ["generate", "x", "--duration", "-3"], "duration" },
        { ["generate", "x", "--mode", "ultra"], "mode" },
        { ["generate", "x", "--mode", "STD"], "std" },
        { ["generate", "x", "--mode", "4k", "--model", "kling-video-o1"], "mode" },
        { ["generate", "x", "--aspect-ratio", "4:3"], "aspect_ratio" },
        { ["generate", "x", "--model", "kling-v9"], "model_name" },
        { ["generate", "x", "--model", "kling-video-o1", "--duration", "7"], "duration" },
        { ["generate", "x", "--model", "kling-video-o1", "--sound"], "sound" },
        { ["generate", "x", "--sound", "loud"], "sound" },
        { ["generate", "   "], "prompt" },
        { ["generate", "x", "--duration"], "--duration" },
        { ["generate", "x", "--durration", "5"], "--duration" },
        { ["generate", "x", "y"], "y" },
        { ["generate", "x", "-o", "/no/such/folder/x.mp4"], "/no/such/folder" },
        { ["generate", "x", "-o", "/tmp"], "/tmp" },
        { ["generate", "x", "--server", "nonsense"], "--server" },
        { ["generate", "--shots", "{nothing}"], "{nothing}" },
        { ["generate", "--shots", "{shots}"], "line 2" },
        { ["generate", "--shots", "{empty}"], "{empty}" },
        { ["generate", "--request", "{nothing}"], "{nothing}" },
        { ["generate", "--request", "{broken}"], "JSON" },
        { ["generate", "--request", "{refused}"], "duration" },
        { ["generate", "x", "--request", "{refused}"], "--request" },
        { ["generate", "--mode", "pro", "--request", "{refused}"], "--mode" },
        { ["generate", "x", "--image", "{nothing}"], "{nothing}" },
        { ["generate", "x", "--image", "{nothing}:first"], "{nothing}" },
        { ["generate", "x", "--image", "/tmp"], "/tmp" },
        { ["generate", "x", "--image", "{shots}"], "JPEG" },
        { ["generate", "x", "--image", "{png}:last"], ":first" },
        { ["generate", "x", "--image", "{png}:end"], "image_list" },
        { ["generate", "x", "--image", "{png}:first", "--image", "{png}:first"], "image_list" },
        { ["generate", "x", .. Enumerable.Repeat<string[]>(["--image", "{png}"], 8).SelectMany(two => two)], "image_list" },
        { ["generate", "x", "--element", "one"], "element_id" },
        { ["generate", "x", "--video", "{nothing}"], "{nothing}" },
        { ["generate", "x", "--video", "{png}"], "MP4" },
        { ["generate", "x", "--video", "{mp4}", "--video", "{mp4}"], "--video" },
        { ["generate", "x", "--video", "{mp4}", "--sound"], "sound" },
        { ["generate", "x", "--video", "{mp4}", "--keep-sound", "maybe"], "--keep-sound" },
        { ["generate", "x", "--keep-sound", "yes"], "--video" },
        { ["generate", "x", "--storyboard", "/no/such/folder/x.png"], "--storyboard" },
        { ["generate", "--image", "{png}", "--request", "{refused}"], "--image" },
        { ["explain"], "FILE.json" },
        { ["explain", "{nothing}"], "{nothing}" },
        { ["explain", "{broken}"], "JSON" },
        { ["explain", "{empty}"], "empty" },
        { ["explain", "{refused}", "--lang", "fr"], "fr" },
        { ["serve", "--urls", "nonsense", "--data", "{data}"], "nonsense" },
        { ["serve", "--urls", "https://127.0.0.1:1", "--data", "{data}"], "http" },
        { ["serve", "--public-url", "nonsense", "--data", "{data}"], "nonsense" },
        { ["serve", "--allow-network", "10.0.0.0/99", "--data", "{data}"], "10.0.0.0/99" },
        { ["serve", "--port", "80"], "--port" },
        { ["fake-upstream", "--url", "nonsense"], "nonsense" },
        { ["fake-upstream", "--url", "http://0.0.0.0:0"], "--anywhere" },
        { ["fake-upstream", "--fault", "eror"], "reset-after" },
        { ["fake-upstream", "--fault", "error; code=7"], "1302" },
        { ["fake-upstream", "--fault-rate", "2"], "--fault-rate" },
        { ["fake-upstream", "--mix", "nothing"], "reset-after" },
        { ["fake-upstream", "--answers", "xml"], "openai" },
        { ["fake-upstream", "--duplicates", "perhaps"], "refuse" },
        { ["fake-upstream", "--parallel", "many"], "--parallel" },
        { ["fake-upstream", "--film", "{nothing}"], "{nothing}" },
        { ["callbacks"], "callbacks" },
        { ["callbacks", "list", "--data", "{nothing}"], "{nothing}" },
        { ["listen", "--forward-to", "nonsense"], "--forward-to" },
        { ["listen", "--server", "nonsense"], "--server" },
        { ["tasks"], "tasks" },
        { ["tasks", "lst"], "list" },
        { ["tasks", "show"], "ID" },
        { ["tasks", "list", "--data", "{nothing}"], "{nothing}" },
        { ["tasks", "list", "--count", "many", "--data", "{data}"], "many" },
        { ["help", "frobnicate"], "frobnicate" },
        { ["frobnicate"], "frobnicate" },
        { ["srve"], "serve" },
        { ["--frobnicate"], "--frobnicate" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task It_is_said_in_one_line(string[] arguments, string named)
    {
        var english = await OmniReelProgram.SayAsync(false, [.. arguments.Select(Filled)]);
        english.Code.ShouldBe(2, english.Error);
        english.Error.ShouldContain(Filled(named));
        ShouldBeOneLine(english);

        var chinese = await OmniReelProgram.SayAsync(true, [.. arguments.Select(Filled)]);
        chinese.Code.ShouldBe(2, chinese.Error);
        ShouldBeOneLine(chinese);
    }

    [Fact]
    public async Task A_process_ends_with_it_too()
    {
        using var program = OmniReelProgram.Start(["generate", "x", "--duration", "99"]);
        var ended = await program.EndAsync();
        ended.Code.ShouldBe(2);
        ended.Output.ShouldBe("");
        ShouldBeOneLine(ended);
    }

    private static void ShouldBeOneLine(Ended said)
    {
        said.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("omnireel: ");
        (said.Error + said.Output).ShouldNotContain("   at ");
        said.Output.ShouldBe("");
    }

    private string Filled(string argument) => argument switch
    {
        "{nothing}" => _folder["nothing"],
        "{data}" => _folder["data"],
        "{empty}" => _folder.Write("empty", ""),
        "{broken}" => _folder.Write("broken", "{\"prompt\": "),
        "{refused}" => _folder.Write("refused", """{"model_name":"kling-v3-omni","prompt":"x","mode":"std","aspect_ratio":"16:9","duration":"99"}"""),
        "{png}" or "{png}:first" or "{png}:end" or "{png}:last" => Written("dot.png", PngFile.Of(400, 400, 8, PngFile.Grey, _ => new byte[400])) + argument[5..],
        "{mp4}" => Written("film.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0]),
        "{nothing}:first" => _folder["nothing"] + ":first",
        "{shots}" => _folder.Write("shots", "3 a beach\nseconds of rain\n"),
        _ => argument,
    };

    private string Written(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }
}
