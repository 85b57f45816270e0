using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Tests.Architecture;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http.WebConsole;

/// <summary>How the console's files are served, from a folder made for this.</summary>
public sealed partial class ConsoleServingTests : IDisposable
{
    private const string ImportMap = """{"imports":{"./_framework/dotnet.js":"./_framework/dotnet.abcdefghij.js"}}""";
    private const string Html = $"""<!doctype html><title>OmniReel</title><script type="importmap">{ImportMap}</script><p>the console</p>""";
    private const string Script = "export const a = 1;";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omnireel-console-");

    public ConsoleServingTests()
    {
        Put("index.html", Html);
        Put("_framework/dotnet.abcdefghij.js", Script);
        Put("_framework/app.abcdefghij.wasm", "\0asm");
        Put("_content/MudBlazor/MudBlazor.min.css", "p{}");
        Put("app/icon.svg", "<svg/>");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_page_is_the_same_file_under_a_policy_that_names_its_import_map()
    {
        await using var server = await StartAsync();
        foreach (var page in ConsolePages.All.Select(page => page.Replace("{id}", "123", StringComparison.Ordinal)).Append("/tasks/"))
        {
            var answer = await server.GetAsync(page);
            answer.Status.ShouldBe(200, page);
            answer.Text.ShouldBe(Html);
            answer.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
            answer.Header("Set-Cookie").ShouldBeNull();
            var policy = answer.Header("Content-Security-Policy").ShouldNotBeNull();
            policy.ShouldContain($"script-src 'self' 'wasm-unsafe-eval' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ImportMap)))}';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldStartWith("default-src 'none';");
            policy.ShouldContain("connect-src 'self';");
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
            answer.Header("Cache-Control").ShouldBe("no-cache");
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1/nothing")]
    [InlineData("/kling/v1/nothing")]
    [InlineData("/console/nothing")]
    [InlineData("/tasks/1/2")]
    [InlineData("/_framework/nothing.js")]
    [InlineData("/_framework/")]
    [InlineData("/app/../index.html.br")]
    [InlineData("/app/%2e%2e/index.html")]
    [InlineData("/_content/MudBlazor/nothing.css")]
    [InlineData("/index.html")]
    public async Task What_is_no_page_and_no_file_stays_the_apis(string path)
    {
        await using var server = await StartAsync();
        (await server.GetAsync(path)).ShouldBe(404, 1203);
    }

    [Fact]
    public async Task Files_go_out_as_they_lie_there_and_unpacked_for_those_who_cannot()
    {
        await using var server = await StartAsync();
        var packed = await BytesAsync(server, "/_framework/dotnet.abcdefghij.js", "gzip, br");
        packed.Response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        packed.Bytes.ShouldBe(File.ReadAllBytes(Path.Combine(_folder.FullName, "_framework/dotnet.abcdefghij.js.br")));
        packed.Response.Content.Headers.ContentLength.ShouldBe(packed.Bytes.Length);
        packed.Response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        packed.Response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        packed.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/javascript; charset=utf-8");

        foreach (var accepted in (string[])["", "gzip", "br;q=0", "identity, br; q=0.0"])
        {
            var plain = await BytesAsync(server, "/_framework/dotnet.abcdefghij.js", accepted);
            plain.Response.Content.Headers.ContentEncoding.ShouldBeEmpty(accepted);
            Encoding.UTF8.GetString(plain.Bytes).ShouldBe(Script);
        }

        (await server.GetAsync("/_framework/app.abcdefghij.wasm")).Header("Content-Type").ShouldBe("application/wasm");
        (await server.GetAsync("/_content/MudBlazor/MudBlazor.min.css")).Header("Cache-Control").ShouldBe("no-cache");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/_framework/dotnet.abcdefghij.js")]
    [InlineData("/app/icon.svg")]
    public async Task What_a_browser_has_is_not_sent_again(string path)
    {
        await using var server = await StartAsync();
        var tag = (await server.GetAsync(path)).Header("ETag").ShouldNotBeNull();
        (await server.GetAsync(path, ("If-None-Match", tag))).Status.ShouldBe(304);
        (await server.GetAsync(path, ("If-None-Match", $"\"other\", {tag}"))).Status.ShouldBe(304);
        (await server.GetAsync(path, ("If-None-Match", "\"other\""))).Status.ShouldBe(200);
        var head = await server.SendAsync(HttpMethod.Head, path, null);
        (head.Status, head.Text).ShouldBe((200, ""));
    }

    [Fact]
    public async Task Films_may_come_from_where_the_links_lead()
    {
        await using var server = await StartAsync(options => options with { PublicUrl = "https://films.example.org/kling" });
        (await server.GetAsync("/")).Header("Content-Security-Policy")!.ShouldContain("media-src 'self' blob: https://films.example.org;");
    }

    [Fact]
    public async Task Without_a_console_a_page_says_how_to_get_it()
    {
        await using var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        foreach (var path in (string[])["/", "/tasks"])
        {
            var page = await server.GetAsync(path);
            page.Status.ShouldBe(200);
            page.Text.ShouldContain("./omnireel serve");
            var style = Regex.Match(page.Text, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
            page.Header("Content-Security-Policy")!.ShouldContain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
            page.Text.ShouldNotContain(" style=");
        }

        (await server.GetAsync("/_framework/dotnet.js")).ShouldBe(404, 1203);
        ConsoleSite.Find(typeof(ConsoleServingTests).Assembly, _folder.FullName).Paths.ShouldBeEmpty();
    }

    [Fact]
    public void The_console_is_found_beside_the_program()
    {
        var beside = _folder.CreateSubdirectory("program/console");
        File.Copy(Path.Combine(_folder.FullName, "index.html.br"), Path.Combine(beside.FullName, "index.html.br"));
        ConsoleSite.Find(typeof(ConsoleServingTests).Assembly, Path.Combine(_folder.FullName, "program")).Paths.ShouldBe(["index.html"]);
    }

    [Fact]
    public async Task A_console_that_is_built_while_the_server_runs_is_shown_once_it_is_there()
    {
        var folder = Path.Combine(_folder.FullName, "later");
        await using var server = await LiveServer.StartAsync(options => options with { Site = new ConsoleFolder(folder) });
        (await server.GetAsync("/tasks")).Text.ShouldContain("./omnireel serve");
        (await server.GetAsync("/index.html")).Status.ShouldBe(404);

        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(_folder.FullName, "index.html.br"), Path.Combine(folder, "index.html.br"));
        (await server.GetAsync("/tasks")).Text.ShouldNotContain("./omnireel serve");
    }

    [Fact]
    public void Every_page_of_the_console_is_answered_and_none_that_there_is_not()
    {
        var pages = Directory.EnumerateFiles(ArrowTests.Source("OmniReel.Console"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => PageAddress().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Where(page => page != "/not-found");
        pages.ShouldBe(ConsolePages.All.Select(page => page.Replace("{id}", "{Id}", StringComparison.Ordinal)), ignoreOrder: true);
    }

    private Task<LiveServer> StartAsync(Func<Server.Hosting.ServerOptions, Server.Hosting.ServerOptions>? with = null) =>
        LiveServer.StartAsync(options => (with?.Invoke(options) ?? options) with { Site = new ConsoleFolder(_folder.FullName) });

    private void Put(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path + ".br"));
        file.Directory!.Create();
        using var packed = new BrotliStream(file.Create(), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<(HttpResponseMessage Response, byte[] Bytes)> BytesAsync(LiveServer server, string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex PageAddress();
}
