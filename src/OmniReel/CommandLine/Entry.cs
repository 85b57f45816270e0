using System.CommandLine;
using OmniReel.Client;

namespace OmniReel.CommandLine;

/// <summary>Reads the arguments, runs the verb, and turns every failure into one line and an exit code.</summary>
internal static class Entry
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var speech = terminal.Speech;
        try
        {
            var parsed = new Verbs.Root(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
                throw new BadInputException(Complaint.About(parsed, speech));
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception failure)
        {
            if (terminal.Variable("OMNIREEL_DEBUG") is "1")
                await terminal.Error.WriteLineAsync(failure.ToString());
            var (code, line) = Explain(failure, speech);
            await terminal.Error.WriteLineAsync($"omnireel: {line}");
            return code;
        }
    }

    private static (int Code, string Line) Explain(Exception failure, Speech speech) => failure switch
    {
        BadInputException => (ExitCode.BadInput, failure.Message),
        FailedException => (ExitCode.Failed, failure.Message),
        OmniReelException { Status: 400 or 401 or 403 } refused => (ExitCode.BadInput, OneLine(refused.Message)),
        OmniReelException refused => (ExitCode.Failed, OneLine(refused.Message)),
        HttpRequestException away => (ExitCode.Failed, speech["the server could not be reached: ", "无法连接服务器："] + OneLine(away.Message)),
        UnauthorizedAccessException or IOException or TimeoutException => (ExitCode.Failed, OneLine(failure.Message)),
        _ => (ExitCode.Failed, speech["this should not have happened: ", "发生了意外错误："] + $"{failure.GetType().Name}: {OneLine(failure.Message)} "
            + speech["(OMNIREEL_DEBUG=1 shows where; please report it)", "（设置 OMNIREEL_DEBUG=1 可查看位置，欢迎反馈）"]),
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
