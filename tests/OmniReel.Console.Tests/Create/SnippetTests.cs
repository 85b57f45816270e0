using System.Text.Json;
using OmniReel.Client;
using OmniReel.Console.Create;
using OmniReel.Console.Create.Bodies;
using OmniReel.Console.Create.Snippets;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Tests.Create;

/// <summary>The code that the page gives is run as it is, against a server that keeps what it is sent.</summary>
public sealed class SnippetTests
{
    private const string Key = "sk-test";

    private static readonly Dictionary<string, string?> s_key = new() { [SnippetTarget.KeyVariable] = Key, ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };

    [Fact]
    public async Task Curl_sends_the_body_byte_for_byte()
    {
        Needed.Programs(("bash", "bash"), ("curl", "curl"));
        using var folder = new TempFolder();
        await using var server = await Loopback.StartAsync();
        foreach (var form in Forms())
        {
            var file = folder.Write("create.sh", Snippet.Curl(form, new(server.Address)).Text);
            (await RunningProgram.RunAsync("bash", ["-n", file])).Code.ShouldBe(0);
            var ended = await RunningProgram.RunAsync("bash", [file], s_key);
            ended.Code.ShouldBe(0, ended.Error);
            ended.Output.ShouldContain(Loopback.Film);
            Sent(server).ShouldBe(FormBody.ToUtf8(form));
        }
    }

    [Fact]
    public async Task Curl_is_the_same_in_a_plain_posix_shell()
    {
        Needed.Programs(("sh", "dash"), ("curl", "curl"));
        using var folder = new TempFolder();
        await using var server = await Loopback.StartAsync();
        var form = Forms().First();
        var ended = await RunningProgram.RunAsync("sh", [folder.Write("create.sh", Snippet.Curl(form, new(server.Address)).Text)], s_key);
        ended.Code.ShouldBe(0, ended.Error);
        Sent(server).ShouldBe(FormBody.ToUtf8(form));
    }

    [Fact]
    public async Task Python_sends_the_same_json_and_prints_the_film()
    {
        Needed.Programs(("python3", "python3"));
        using var folder = new TempFolder();
        await using var server = await Loopback.StartAsync();
        foreach (var form in Forms())
        {
            var ended = await RunningProgram.RunAsync("python3", [folder.Write("create.py", Snippet.Python(form, new(server.Address)).Text)], s_key);
            ended.Code.ShouldBe(0, ended.Error);
            ended.Output.TrimEnd().ShouldEndWith(Loopback.Film);
            ShouldBeTheSame(Sent(server), form);
        }
    }

    [Fact]
    public async Task Node_sends_the_same_json_and_prints_the_film()
    {
        Needed.Programs(("node", "nodejs"));
        using var folder = new TempFolder();
        await using var server = await Loopback.StartAsync();
        foreach (var form in Forms())
        {
            var ended = await RunningProgram.RunAsync("node", [folder.Write("create.mjs", Snippet.Node(form, new(server.Address)).Text)], s_key);
            ended.Code.ShouldBe(0, ended.Error);
            ended.Output.TrimEnd().ShouldEndWith(Loopback.Film);
            ShouldBeTheSame(Sent(server), form);
        }
    }

    [Fact]
    public async Task CSharp_compiles_without_a_warning_sends_the_body_byte_for_byte_and_prints_the_film()
    {
        using var folder = new TempFolder();
        await using var server = await Loopback.StartAsync();
        var form = Forms().First();
        var program = await CompileAsync(folder, Snippet.CSharp(form, new(server.Address)).Text);
        var ended = await RunningProgram.RunAsync(CSharpTools.Dotnet, ["exec", program], s_key);
        ended.Code.ShouldBe(0, ended.Error);
        ended.Output.TrimEnd().ShouldEndWith(Loopback.Film);
        Sent(server).ShouldBe(FormBody.ToUtf8(form));
    }

    [Fact]
    public void An_address_with_quotes_in_it_stays_one_word()
    {
        var target = new SnippetTarget("http://it's \"here\"");
        Snippet.Curl(new(), target).Text.ShouldContain(@"'http://it'\''s ""here""/v1/videos/omni-video'");
        Snippet.Python(new(), target).Text.ShouldContain("""VIDEOS = "http://it's \"here\"/v1/videos/omni-video" """.TrimEnd());
    }

    [Fact]
    public void No_key_is_written_into_any_of_them() =>
        Snippet.All(new(), new("http://127.0.0.1:8080")).ShouldAllBe(static snippet => snippet.Text.Contains(SnippetTarget.KeyVariable, StringComparison.Ordinal));

    /// <summary>Every troublesome text in some field, twice as many fields as there are in one form.</summary>
    private static IEnumerable<CreateForm> Forms()
    {
        foreach (var texts in AnyForm.Texts.Chunk(8))
        {
            var form = new CreateForm { NegativePrompt = texts[0], ExternalTaskId = texts[^1], Sound = true, Watermark = true };
            form.Elements.Add(AnyForm.Preset);
            form.Add(new Picture { Url = "https://media.example.com/it's.png?a=1&b=$2", Role = ImageRole.FirstFrame });
            form.Board.Replace(texts.Skip(1).Take(6).Select(static text => (text, 1)), 6);
            form.Divide(ShotKind.Customize);
            yield return form;
        }
    }

    private static byte[] Sent(Loopback server)
    {
        server.Creates.TryDequeue(out var create).ShouldBeTrue();
        create.Key.ShouldBe("Bearer " + Key);
        server.Creates.ShouldBeEmpty();
        return create.Body;
    }

    private static void ShouldBeTheSame(byte[] sent, CreateForm form)
    {
        using var found = JsonDocument.Parse(sent);
        using var expected = JsonDocument.Parse(FormBody.ToUtf8(form));
        JsonElement.DeepEquals(found.RootElement, expected.RootElement).ShouldBeTrue(found.RootElement.ToString());
    }

    private static async Task<string> CompileAsync(TempFolder folder, string text)
    {
        // What an SDK project would bring: its implicit usings and the framework's reference assemblies' like.
        var usings = folder.Write("Usings.cs", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;");
        var program = folder["snippet.dll"];
        string[] ours = [typeof(OmniReelClient).Assembly.Location, typeof(TaskData).Assembly.Location];
        var ended = await RunningProgram.RunAsync(CSharpTools.Dotnet,
        [
            "exec", CSharpTools.Compiler, "-nologo", "-noconfig", "-nostdlib", "-warnaserror", "-nullable:enable", "-langversion:latest", "-out:" + program,
            .. CSharpTools.References.Concat(ours).Select(static path => "-r:" + path), usings, folder.Write("Program.cs", text),
        ]);
        ended.Code.ShouldBe(0, ended.Output + ended.Error);
        foreach (var assembly in ours)
            File.Copy(assembly, folder[Path.GetFileName(assembly)]);
        folder.Write("snippet.runtimeconfig.json", """{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"VERSION"}}}""".Replace("VERSION", Environment.Version.ToString(), StringComparison.Ordinal));
        return program;
    }
}
