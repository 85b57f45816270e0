using System.IO.Compression;
using System.Security.Cryptography;

namespace OmniReel.Client.Tests;

/// <summary>The packages as others get them: used from a folder outside, compiled ahead of time, run. Takes minutes, so in the long form only.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task They_are_the_same_twice_and_work_in_a_native_program()
    {
        Assert.SkipUnless(Checkout.LongCounts, "only with ./test --long");
        foreach (var where in (string[])["one", "two"])
        {
            foreach (var project in (string[])["OmniReel.Contract", "OmniReel.Client"])
                await DotnetAsync(Checkout.Root, "pack", $"src/{project}/{project}.csproj", "-c", "Release", "-o", _folder[where], "-p:ArtifactsPath=" + _folder["artifacts-" + where]);
        }

        Directory.GetFiles(_folder["one"]).Select(Path.GetFileName).Order().ShouldBe(["OmniReel.Client.0.1.0.nupkg", "OmniReel.Contract.0.1.0.nupkg"]);
        var (first, second) = (await PartsAsync(_folder["one", "OmniReel.Client.0.1.0.nupkg"]), await PartsAsync(_folder["two", "OmniReel.Client.0.1.0.nupkg"]));
        first.Keys.ShouldBe(["OmniReel.Client.nuspec", "README.md", "lib/net10.0/OmniReel.Client.dll", "lib/net10.0/OmniReel.Client.xml"], ignoreOrder: true);
        foreach (var part in first.Keys) Convert.ToHexString(SHA256.HashData(first[part])).ShouldBe(Convert.ToHexString(SHA256.HashData(second[part])), part);
        var nuspec = System.Text.Encoding.UTF8.GetString(first["OmniReel.Client.nuspec"]);
        nuspec.ShouldContain("""<license type="expression">Apache-2.0</license>""");
        nuspec.ShouldContain("<readme>README.md</readme>");
        nuspec.ShouldContain("""<dependency id="OmniReel.Contract" version="0.1.0" """);

        Directory.CreateDirectory(_folder["app"]);
        await File.WriteAllTextAsync(_folder["app", "app.csproj"], Project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["app", "Program.cs"], Program, TestContext.Current.CancellationToken);
        await DotnetAsync(_folder["app"], "publish", "-c", "Release", "-o", _folder["dist"], "-p:RestoreAdditionalProjectSources=" + _folder["one"], "-p:NuGetAudit=false",
            // Ours must not stay in the cache of this machine; what is there already need not come again.
            "-p:RestorePackagesPath=" + _folder["packages"], "-p:RestoreFallbackFolders=" + Cache);
        var said = await RunningProgram.RunAsync(_folder["dist", "app"], []);
        (said.Code, said.Output.Trim()).ShouldBe((0, "RequestRefusedException duration True 7 submitted"), said.Error);
    }

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
          <ItemGroup><PackageReference Include="OmniReel.Client" Version="0.1.0" /></ItemGroup>
        </Project>
        """;

    // Every way that JSON goes, and the cryptography.
    private const string Program = """"
        using System.Net;
        using OmniReel.Client;
        var answers = new Queue<(int, string)>([
            (400, """{"code":1201,"message":"no","request_id":"r","data":{"errors":[{"field":"duration","rule":"x","message":"y"}]}}"""),
            (200, """{"code":0,"data":{"task_id":"7","task_status":"submitted","omnireel":{"plan":{"a":1}}}}""")]);
        using var client = new OmniReelClient(new() { BaseUrl = new("http://h.test/kling"), AccessKey = "a", SecretKey = "b" }, new Fake(answers));
        var video = new NewVideo { Prompt = "x" }.WithShots((2, "a"), (3, "b"));
        try { await client.CreateAsync(video); }
        catch (OmniReelException refused) { Console.Write($"{refused.GetType().Name} {refused.Errors[0].Field} "); }
        var signed = new CallbackVerifier("whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=") { Tolerance = TimeSpan.FromDays(36500) }.TryOpen(
            """{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}"""u8,
            name => name switch { "webhook-id" => "9876543210", "webhook-timestamp" => "1781080794", _ => "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=" }, out _, out _);
        var task = await client.GetAsync("7");
        Console.WriteLine($"{signed} {task.TaskId} {task.TaskStatus}");
        sealed class Fake(Queue<(int, string)> answers) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
            {
                var (status, body) = answers.Dequeue();
                return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });
            }
        }
        """";

    private static string Cache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var ended = await RunningProgram.RunAsync("dotnet", [.. arguments.Where(argument => argument.Length > 0), "-nologo", "-nodeReuse:false"], null, folder);
        ended.Code.ShouldBe(0, ended.Output + ended.Error);
    }

    private static async Task<Dictionary<string, byte[]>> PartsAsync(string package)
    {
        var parts = new Dictionary<string, byte[]>();
        using var zip = ZipFile.OpenRead(package);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) && !entry.FullName.StartsWith("package/", StringComparison.Ordinal) && entry.FullName != "[Content_Types].xml"))
        {
            using var bytes = new MemoryStream();
            await using var from = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await from.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            parts[entry.FullName] = bytes.ToArray();
        }

        return parts;
    }
}
