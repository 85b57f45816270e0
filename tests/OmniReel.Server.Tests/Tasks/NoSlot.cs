using OmniReel.Server.Engines;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>A place for work that nobody waits for; it tells what was done with it.</summary>
internal sealed class NoSlot : IWorkSlot
{
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done => _done;

    public void Leave() => _done.Add("left");

    public Task ReturnAsync(CancellationToken cancellation)
    {
        _done.Add("returned");
        return Task.CompletedTask;
    }
}
