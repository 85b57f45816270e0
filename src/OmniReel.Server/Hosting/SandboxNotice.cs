using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Hosting;

/// <summary>Tries the sandbox right after the start, and says so where it cannot run.</summary>
internal sealed partial class SandboxNotice(Func<Task<SandboxReport>> look, InputPolicy policy, ILogger<SandboxNotice> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SandboxReport report;
        try
        {
            report = await look();
        }
        catch (Exception e)
        {
            // A notice: what keeps it from being given must not stop the server. A task with inputs asks again.
            LogUntried(e);
            return;
        }

        var words = SandboxWords.Of(report);
        if (report.Level == SandboxLevel.Full)
            return;
        if (policy.SandboxRequired)
            LogRefusing(words.English, words.Mend ?? "run the server on Linux");
        else
            LogLacking(words.English, words.Mend ?? "run the server on Linux");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox could not be tried; it is tried again with the first picture or video.")]
    private partial void LogUntried(Exception cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sandbox: {Found}. To have it whole: {Mend}")]
    private partial void LogLacking(string found, string mend);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sandbox: {Found}. Sandbox:Required is set, so every task with a picture or a video fails. To have it whole: {Mend}")]
    private partial void LogRefusing(string found, string mend);
}
