using System.Net;
using System.Net.Sockets;
using System.Text;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Tests.Docs;

/// <summary>The pages of the fault lab: the reference is its catalogue, and the guide's shell lines do what they say.</summary>
public sealed class LabPageTests
{
    [Fact]
    public void The_page_of_the_lab_is_its_catalogue()
    {
        var page = Path.Combine(Checkout.Root, "docs/reference/lab.md");
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") is "1")
            File.WriteAllText(page, Page());
        File.ReadAllText(page).ShouldBe(Page());
    }

    [Fact]
    public async Task The_shell_lines_of_the_guide_run()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/guide/testing-your-app.md"), TestContext.Current.CancellationToken);
        var lines = guide.Split("```bash\n")[1].Split("```")[0];
        lines = lines.Replace("./omnireel ", $"dotnet {Path.Combine(AppContext.BaseDirectory, "omnireel.dll")} ", StringComparison.Ordinal).Replace("8087", $"{FreePort()}", StringComparison.Ordinal);
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["ci.sh"], lines, TestContext.Current.CancellationToken);
        var ended = await RunningProgram.RunAsync("bash", [folder["ci.sh"]], new Dictionary<string, string?> { ["TMPDIR"] = Path.GetDirectoryName(folder["x"]) });
        ended.Code.ShouldBe(0, ended.Output + ended.Error);
        ended.Output.ShouldContain("all is well");
    }

    // Taken by somebody else between here and the start, the lines would fail; nobody else looks for ports at random here.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # Scenarios of the fault lab

            What `./omnireel serve --lab` does on demand, as `GET /lab/scenarios` lists it; the [guide](../guide/testing-your-app.md) shows how to use it
            ([中文](../guide/testing-your-app.zh-CN.md)). Written as `id; parameter=value`. This page is written from the code: `OMNIREEL_UPDATE_GOLDEN=1 ./test The_page_of_the_lab`.

            Every scenario takes these as well:

            | Parameter | Usual | |
            |---|---|---|

            """);
        foreach (var parameter in LabCatalogue.Common)
            text.Append(Row(parameter));
        foreach (var place in LabCatalogue.All.GroupBy(one => one.Place))
        {
            var shared = place.SelectMany(one => one.Parameters).GroupBy(one => one).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
            text.Append("\n## ").Append(Heading(place.Key)).Append("\n\n");
            foreach (var one in place)
            {
                text.Append("### `").Append(one.Id).Append("`\n\n").Append(one.En).Append("<br>").Append(one.Zh).Append("\n\n");
                var own = one.Parameters.Except(shared).ToList();
                if (own.Count > 0)
                    text.Append("| Parameter | Usual | |\n|---|---|---|\n").AppendJoin("", own.Select(Row)).Append('\n');
                var others = one.Parameters.Intersect(shared).ToList();
                if (others.Count > 0)
                    text.Append("Also ").AppendJoin(", ", others.Select(other => $"`{other.Name}`")).Append(", as below.\n\n");
            }

            if (shared.Count > 0)
                text.Append("### Shared by several of these\n\n| Parameter | Usual | |\n|---|---|---|\n").AppendJoin("", shared.Select(Row));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Heading(LabPlace place) => place switch
    {
        LabPlace.Answer => "Answers 响应",
        LabPlace.Task => "Tasks 任务",
        LabPlace.Callback => "Callbacks 回调",
        _ => "Links 链接",
    };

    private static string Row(LabParameter one)
    {
        var words = one.Words.Count > 0 ? $"<br>{string.Join(", ", one.Words.Select(word => $"`{word}`"))}" : "";
        return $"| `{one.Name}` | {one.Usual} | {one.En}<br>{one.Zh}{words} |\n";
    }
}
