using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace OmniReel.Server.Hosting;

/// <summary>What is logged: our own lines, and the framework's only from warnings up. Nothing logs queries, headers or bodies.</summary>
internal static class ServerLog
{
    public static void Add(ILoggingBuilder logging, ServerOptions options)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // Why a start failed is said by whoever started, in one line; the host would add its stack.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        // A listener here makes the host start an activity for each request, and we log none of them.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (!options.Console) return;
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.ColorBehavior = Console.IsOutputRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
    }
}
