using OmniReel.CommandLine;

namespace OmniReel.Tests;

/// <summary>The program under test: inside this process for what only prints, as a process of its own for the rest.</summary>
internal static class OmniReelProgram
{
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "omnireel.dll");

    /// <summary>Runs a verb in this process.</summary>
    public static async Task<Ended> SayAsync(bool chinese, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Output = output, Error = error, Speech = new Speech(chinese), Variable = _ => null };
        var code = await Entry.RunAsync(arguments, terminal);
        return new Ended(code, output.ToString(), error.ToString());
    }

    /// <summary>Starts a verb as a process.</summary>
    public static RunningProgram Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null, string? folder = null) =>
        RunningProgram.Start("dotnet", [Library, .. arguments], variables, folder);

    /// <summary>Starts a verb as a process under another program, which is given its command line: a tracer, a namespace.</summary>
    public static RunningProgram StartUnder(IReadOnlyList<string> command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null) =>
        RunningProgram.Start(command[0], [.. command.Skip(1), "dotnet", Library, .. arguments], variables);
}
