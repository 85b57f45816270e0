using Microsoft.Extensions.Hosting;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Hosting;

/// <summary>
/// The first thing that happens when the server is told to stop: it is no longer ready, and whoever waits for a task gets an answer.
/// Then the worker gives its leases back, and last the listener closes.
/// </summary>
internal sealed class Drain(Readiness readiness) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Drain();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
