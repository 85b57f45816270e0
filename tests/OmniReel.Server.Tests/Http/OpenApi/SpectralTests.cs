using System.Diagnostics;
using OmniReel.Server.Http.OpenApi;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>The linter that people run over OpenAPI documents has nothing to say: npm <c>@stoplight/spectral-cli</c>, as published.</summary>
public sealed class SpectralTests
{
    private static readonly string s_folder = Path.Combine(Checkout.Root, "tests", "interop", "spectral");

    [Fact]
    public async Task Spectral_finds_no_error_and_no_warning()
    {
        var program = Path.Combine(s_folder, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
        Needed.Programs(("node", "nodejs"));
        Needed.Here(File.Exists(program), "npm's package is not installed; ./test installs it where it can");
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("openapi.json"), OpenApiEndpoints.Json(), TestContext.Current.CancellationToken);
        (await LintAsync(program, folder.File("openapi.json"))).ShouldBe((0, "No results with a severity of 'hint' or higher found!"));

        // The eyes work: a document without its licence and with an operation of no name is complained about.
        await File.WriteAllTextAsync(folder.File("bad.json"), """{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"responses":{}}}}}""", TestContext.Current.CancellationToken);
        var (code, said) = await LintAsync(program, folder.File("bad.json"));
        code.ShouldBe(1, said);
        said.ShouldContain("operation-operationId");
    }

    private static async Task<(int Code, string Said)> LintAsync(string program, string file)
    {
        var start = new ProcessStartInfo("node", [program, "lint", file, "--ruleset", Path.Combine(s_folder, "spectral.yaml"), "--fail-severity", "hint", "--format", "text"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (said, complaints) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, (await said + await complaints).Trim());
    }
}
