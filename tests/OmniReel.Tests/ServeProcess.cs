using OmniReel.Client;

namespace OmniReel.Tests;

/// <summary><c>omnireel serve</c> as a process of its own, ready to be asked.</summary>
internal sealed class ServeProcess : IDisposable
{
    public const string Key = "test-key-0123456789abcdef";

    private ServeProcess(RunningProgram program, string url)
    {
        Program = program;
        Url = url;
        Client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(url), Key = Key, Attempts = 1 });
    }

    public RunningProgram Program { get; }

    public string Url { get; }

    /// <summary>Sends everything once.</summary>
    public OmniReelClient Client { get; }

    /// <summary>Starts the built program, or the one named.</summary>
    public static Task<ServeProcess> StartAsync(string data, string? program = null, params string[] more) => StartAsync(Launch(data, program, more));

    /// <summary>Starts the built program with more variables.</summary>
    public static Task<ServeProcess> StartAsync(string data, IReadOnlyDictionary<string, string?> variables) => StartAsync(Launch(data, null, [], variables));

    /// <summary>Starts the built program under another, which is given its command line.</summary>
    public static Task<ServeProcess> StartUnderAsync(IReadOnlyList<string> command, string data, params string[] more) =>
        StartAsync(OmniReelProgram.StartUnder(command, Arguments(data, more), Variables(new Dictionary<string, string?>())));

    private static async Task<ServeProcess> StartAsync(RunningProgram running)
    {
        const string mark = "listens on ";
        if (await running.SaysAsync(mark))
        {
            var line = running.Output.Split('\n').First(l => l.Contains(mark, StringComparison.Ordinal));
            return new ServeProcess(running, line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].Trim());
        }

        var ended = await running.EndAsync();
        running.Dispose();
        throw new InvalidOperationException($"serve ended with {ended.Code}: {ended.Error}");
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static RunningProgram Launch(string data, string? program = null, params string[] more) => Launch(data, program, more, new Dictionary<string, string?>());

    private static RunningProgram Launch(string data, string? program, string[] more, IReadOnlyDictionary<string, string?> others)
    {
        var (arguments, variables) = (Arguments(data, more), Variables(others));
        return program is null ? OmniReelProgram.Start(arguments, variables) : RunningProgram.Start(program, arguments, variables);
    }

    private static string[] Arguments(string data, string[] more) => ["serve", "--urls", "http://127.0.0.1:0", "--data", data, .. more];

    // Most of these servers live for seconds: counting what their code does, to compile it better later, only costs them time.
    private static Dictionary<string, string?> Variables(IReadOnlyDictionary<string, string?> others) =>
        new(others) { ["OMNIREEL_KEY"] = Key, ["OMNIREEL_Tasks__Workers"] = "2", ["DOTNET_TieredPGO"] = "0" };

    public void Dispose()
    {
        Client.Dispose();
        Program.Dispose();
    }
}
