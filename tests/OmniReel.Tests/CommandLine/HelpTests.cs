using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Verbs;

namespace OmniReel.Tests.CommandLine;

public sealed class HelpTests
{
    private static readonly string[] VerbNames = ["serve", "generate", "explain", "routes", "tasks", "callbacks", "listen", "fake-upstream", "conformance", "doctor", "version", "help"];

    [Theory]
    [InlineData(false, "Usage: omnireel COMMAND")]
    [InlineData(true, "用法: omnireel COMMAND")]
    public async Task Without_a_verb_it_shows_what_there_is(bool chinese, string usage)
    {
        foreach (var arguments in (string[][])[[], ["help"], ["--help"], ["-h"]])
        {
            var said = await OmniReelProgram.SayAsync(chinese, arguments);
            said.Code.ShouldBe(0);
            said.Error.ShouldBe("");
            said.Output.ShouldContain(usage);
            VerbNames.ShouldAllBe(verb => said.Output.Contains("\n  " + verb, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_verb_has_a_page_of_its_own_in_both_languages()
    {
        foreach (var verb in VerbNames)
        {
            var english = await OmniReelProgram.SayAsync(false, verb, "--help");
            var chinese = await OmniReelProgram.SayAsync(true, verb, "--help");
            (english.Code, chinese.Code).ShouldBe((0, 0));
            english.Output.ShouldContain($"Usage: omnireel {verb}");
            english.Output.Split("Examples:")[0].Any(c => c > '\u2E80').ShouldBeFalse(english.Output);
            chinese.Output.Any(c => c is > '\u4E00' and < '\u9FFF').ShouldBeTrue();
            (await OmniReelProgram.SayAsync(false, "help", verb)).Output.ShouldBe(english.Output);
        }
    }

    [Fact]
    public void Everything_is_described_and_every_example_can_be_typed()
    {
        foreach (var chinese in (bool[])[false, true])
        {
            var root = new Root(new Terminal { Output = TextWriter.Null, Error = TextWriter.Null, Speech = new Speech(chinese), Variable = _ => null });
            foreach (var command in All(root))
            {
                command.Description.ShouldNotBeNullOrWhiteSpace(command.Name);
                command.Options.ShouldAllBe(o => !string.IsNullOrWhiteSpace(o.Description));
                command.Arguments.ShouldAllBe(a => !string.IsNullOrWhiteSpace(a.Description));
                foreach (var example in (command as IHasExamples)?.Examples ?? [])
                {
                    var typed = example[example.IndexOf("omnireel ", StringComparison.Ordinal)..]["omnireel ".Length..];
                    root.Parse(typed).Errors.ShouldBeEmpty(example);
                }
            }
        }
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var said = await OmniReelProgram.SayAsync(false, "version");
        said.Output.ShouldStartWith("omnireel 0.");
        said.Output.TrimEnd().ShouldNotContain("\n");
        (await OmniReelProgram.SayAsync(false, "--version")).Output.ShouldBe(said.Output);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
