using OmniReel.Server.Engines.Kling.Films;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling;

/// <summary>What surrounds the submits of one connection.</summary>
internal sealed class KlingWork(KlingConnection connection, KlingOrders orders, KlingFilm film) : IPaidWork
{
    public Task<IPaidOrder> PrepareAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation) =>
        orders.PrepareAsync(attempt, percent, cancellation);

    public async Task<TaskResult> KeepAsync(EngineAttempt attempt, UpstreamReport report, IProgress<int> percent, CancellationToken cancellation)
    {
        var result = await film.KeepAsync(connection.Name, attempt, report, percent, cancellation);
        orders.Forget(attempt.Task);
        return result;
    }

    public void Forget(VideoTask task)
    {
        orders.Forget(task);
        film.Forget(task);
    }
}
