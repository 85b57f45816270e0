using System.Text.Json;

namespace OmniReel.Tests.Scripts;

/// <summary>What <c>./omnireel publish</c> puts into the program, by the project's own rules and without compiling it.</summary>
public sealed class EmbeddedConsoleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_file_of_the_console_is_inside_under_the_name_by_which_it_is_asked_for()
    {
        foreach (var file in (string[])["index.html", "index.html.br", "_framework/a.js.br", "_framework/a.js.map.br", "_content/Some.Library/a.js.br", "app/zh.css.br"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            _folder.Write(file, "");
        }

        var said = await RunningProgram.RunAsync("dotnet",
        [
            "msbuild", Path.Combine(Checkout.Root, "src/OmniReel/OmniReel.csproj"), "-nologo", "-nodeReuse:false", "-getItem:EmbeddedResource", "-p:ConsoleFiles=" + _folder.Path,
        ]);
        said.Code.ShouldBe(0, said.Output + said.Error);
        using var items = JsonDocument.Parse(said.Output);
        items.RootElement.GetProperty("Items").GetProperty("EmbeddedResource").EnumerateArray().Select(one => one.GetProperty("LogicalName").GetString()).ShouldBe(
            ["console/index.html.br", "console/_framework/a.js.br", "console/_content/Some.Library/a.js.br", "console/app/zh.css.br", "conformance/refusals.json"], ignoreOrder: true);
    }
}
