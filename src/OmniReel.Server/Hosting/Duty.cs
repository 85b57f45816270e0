using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Hosting;

/// <summary>
/// When this server works. It takes tasks only once it listens: a start that fails, on a taken port say, has touched none. Told to
/// stop, it first says so: <c>/readyz</c> answers 503, new tasks are refused, whoever waits gets an answer, and the work at hand is
/// given back; all the while it listens, for <see cref="ServerOptions.StopGrace"/> at least, so that a load balancer can see it go.
/// Then the listener closes.
/// </summary>
internal sealed partial class Duty(
    IEnumerable<BackgroundService> work, Readiness readiness, ServerOptions options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Duty> log)
    : IHostedLifecycleService
{
    private readonly List<BackgroundService> _atWork = [];
    private Exception? _fault;

    /// <summary>What ended the work although nobody asked for it; null while all is well.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var one in work)
        {
            await one.StartAsync(cancellationToken);
            _atWork.Add(one);
            _ = WatchAsync(one.ExecuteTask!);
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A server that never was ready, or whose store failed, has nobody to say goodbye to.
        var goodbye = readiness.IsReady && options.StopGrace > TimeSpan.Zero ? GraceAsync(cancellationToken) : Task.CompletedTask;
        readiness.Drain();
        await Task.WhenAll(_atWork.Select(one => one.StopAsync(cancellationToken)));
        await goodbye;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends when the grace is over, or at a second signal.</summary>
    private async Task GraceAsync(CancellationToken cancellation)
    {
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = Listen(PosixSignal.SIGINT, hurry);
        using var terminate = Listen(PosixSignal.SIGTERM, hurry);
        await Task.Delay(options.StopGrace, time, hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private PosixSignalRegistration? Listen(PosixSignal signal, CancellationTokenSource hurry) => !options.HandleSignals ? null : PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        hurry.Cancel();
    });

    private async Task WatchAsync(Task execution)
    {
        try
        {
            await execution;
        }
        catch (Exception e) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogBroke(e);
            Interlocked.CompareExchange(ref _fault, e, null);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The work on tasks ended by a fault; the server stops.")]
    private partial void LogBroke(Exception cause);
}
