using System.Net;
using System.Net.Sockets;
using System.Text;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Tests.Docs;

/// <summary>The pages of the fake upstream: their tables are its catalogue, and the shell lines do what they say.</summary>
public sealed class FakeUpstreamPageTests
{
    private const string Begin = "<!-- faults -->\n", End = "<!-- /faults -->";

    [Theory]
    [InlineData("fake-upstream.md", false)]
    [InlineData("fake-upstream.zh-CN.md", true)]
    public void The_tables_of_faults_are_the_catalogue(string page, bool chinese)
    {
        var file = Path.Combine(Checkout.Root, "docs/guide", page);
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var now = text[..from] + Tables(chinese) + text[to..];
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") is "1")
            File.WriteAllText(file, now);
        File.ReadAllText(file).ShouldBe(now);
    }

    [Fact]
    public async Task The_shell_lines_run()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/guide/fake-upstream.md"), TestContext.Current.CancellationToken);
        var lines = guide.Split("```bash\n")[1].Split("```")[0];
        lines = lines.Replace("./omnireel ", $"dotnet {Path.Combine(AppContext.BaseDirectory, "omnireel.dll")} ", StringComparison.Ordinal).Replace("9093", $"{FreePort()}", StringComparison.Ordinal);
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["ci.sh"], lines, TestContext.Current.CancellationToken);
        var ended = await RunningProgram.RunAsync("bash", [folder["ci.sh"]], new Dictionary<string, string?> { ["TMPDIR"] = folder.Path });
        ended.Code.ShouldBe(0, ended.Output + ended.Error);
        ended.Output.ShouldContain("paid once");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Tables(bool chinese)
    {
        var text = new StringBuilder(chinese ? "所有故障还可带：\n\n" : "Every fault takes these as well:\n\n");
        text.Append(chinese ? "| 参数 | 默认 | |\n" : "| Parameter | Usual | |\n").Append("|---|---|---|\n");
        foreach (var one in FaultCatalogue.Common)
            text.Append($"| `{one.Name}` | {one.Usual.Replace("*", "`*`", StringComparison.Ordinal)} | {(chinese ? one.Zh : one.En)} |\n");
        foreach (var step in FaultCatalogue.All.GroupBy(one => one.Step))
        {
            text.Append($"\n### {Heading(step.Key, chinese)}\n\n{(chinese ? "| 故障 | | 参数 |" : "| Fault | | Parameters |")}\n|---|---|---|\n");
            foreach (var fault in step)
                text.Append($"| `{fault.Id}` | {(chinese ? fault.Zh : fault.En)} | {string.Join("<br>", fault.Parameters.Select(one => Parameter(one, chinese)))} |\n");
        }

        return text.ToString();
    }

    private static string Parameter(FaultParameter one, bool chinese)
    {
        var words = one.Words.Count == 0 ? "" : $" ({string.Join(", ", one.Words)})";
        return $"`{one.Name}={one.Usual}`: {(chinese ? one.Zh : one.En)}{words}";
    }

    private static string Heading(FaultStep step, bool chinese) => step switch
    {
        FaultStep.Connection => chinese ? "连接" : "Connections",
        FaultStep.Before => chinese ? "付费之前" : "Before anything is done or paid",
        FaultStep.After => chinese ? "付费之后" : "After it is done and paid",
        FaultStep.View => chinese ? "查询的内容" : "What an answer about a task says",
        FaultStep.End => chinese ? "任务的结局" : "How a task ends",
        FaultStep.Download => chinese ? "下载" : "Downloads",
        _ => chinese ? "回调" : "Callbacks",
    };
}
