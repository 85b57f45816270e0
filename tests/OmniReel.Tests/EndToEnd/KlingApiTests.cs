using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary>npm <c>kling-api</c> 1.0.0 as it is published: it insists on https and signs a JWT for each request.</summary>
public sealed class KlingApiTests : IDisposable
{
    private const string Access = "ak-kling-api-test";
    private const string Secret = "sk-0123456789abcdef-kling-api";

    private static readonly string s_clients = Path.Combine(Checkout.Root, "tests/interop/kling-api");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_creates_a_film_polls_and_gets_it_over_https_with_a_token()
    {
        // In the long form its absence fails: a promise that is not looked at is none.
        Needed.Programs(("node", "nodejs"));
        Needed.Here(Directory.Exists(Path.Combine(s_clients, "node_modules/kling-api")), "npm's package is not installed; ./test installs it");
        var variables = new Dictionary<string, string?> { ["OMNIREEL_ACCESS_KEY"] = Access, ["OMNIREEL_SECRET_KEY"] = Secret, ["OMNIREEL_KEY"] = ServeProcess.Key };
        using var server = OmniReelProgram.Start(["serve", "--urls", "https://127.0.0.1:0", "--tls", "self-signed", "--data", _folder["data"]], variables);
        (await server.SaysAsync("listens on ")).ShouldBeTrue(server.Error);
        var url = server.Output.Split("listens on ")[1].Split('\n')[0].Trim();
        (await server.SaysAsync("engine")).ShouldBeTrue();
        var certificate = server.Output.Split("NODE_EXTRA_CA_CERTS=")[1].Split(',')[0];

        var client = await RunningProgram.RunAsync("node", ["kling-api.mjs", url, Access, Secret], new Dictionary<string, string?> { ["NODE_EXTRA_CA_CERTS"] = certificate }, s_clients);
        client.Code.ShouldBe(0, client.Output + client.Error);
        using var said = JsonDocument.Parse(client.Output[client.Output.IndexOf('{', StringComparison.Ordinal)..]);
        var ended = said.RootElement.GetProperty("ended");
        Console.WriteLine($"kling-api: {said.RootElement.GetProperty("polls").GetArrayLength()} polls; {ended.GetRawText()[..Math.Min(200, ended.GetRawText().Length)]}");
        client.Output.ShouldContain("/files/");
        said.RootElement.GetProperty("polls").EnumerateArray().Last().GetString().ShouldBe("succeed");
        said.RootElement.GetProperty("refusal").GetRawText().ShouldContain("1000");
    }
}
