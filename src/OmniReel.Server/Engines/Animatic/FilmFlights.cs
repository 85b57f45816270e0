using System.Diagnostics.CodeAnalysis;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// Films that are being made, by what they are made from: whoever wants one of them waits for it and does not make it too. The last
/// ones that were made are known as well, since a film stands in the store only a moment after it is made.
/// </summary>
public sealed class FilmFlights
{
    private const int MostLanded = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, FilmFlight> _flights = [];
    private readonly Queue<FilmFlight> _landed = [];

    /// <summary>The film that is being made of an order, or was a moment ago; null for none.</summary>
    internal FilmFlight? Find(FilmOrder order)
    {
        lock (_gate)
            return _flights.GetValueOrDefault(Name(order));
    }

    /// <summary>Begins one, to be ended. False while there is one.</summary>
    /// <param name="percent">Told what whoever makes it tells the flight.</param>
    internal bool TryBegin(FilmOrder order, IProgress<int> percent, [NotNullWhen(true)] out FilmFlight? begun)
    {
        begun = new FilmFlight(Name(order), percent);
        lock (_gate)
        {
            if (_flights.TryAdd(begun.Name, begun))
                return true;
        }

        begun = null;
        return false;
    }

    /// <summary>The film is made and stored.</summary>
    internal void Land(FilmFlight flight, TaskResult film)
    {
        lock (_gate)
        {
            _landed.Enqueue(flight);
            if (_landed.Count > MostLanded)
                Drop(_landed.Dequeue());
        }

        flight.Land(film);
    }

    /// <summary>Nobody is to wait for it, or to have what came of it, any more. Nothing happens to one that was forgotten before.</summary>
    internal void Forget(FilmFlight flight)
    {
        lock (_gate)
            Drop(flight);
        flight.Fall();
    }

    private static string Name(FilmOrder order) => $"{order.Task.Tenant} {order.Key}";

    private void Drop(FilmFlight flight)
    {
        if (_flights.TryGetValue(flight.Name, out var present) && present == flight)
            _flights.Remove(flight.Name);
    }
}

/// <summary>One film that is being made. Whoever makes it reports to it, and all who wait for it are told.</summary>
internal sealed class FilmFlight(string name, IProgress<int> own) : IProgress<int>
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<TaskResult?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IProgress<int>> _followers = [];
    private int _percent;

    public string Name => name;

    /// <summary>The film; null where there will be none.</summary>
    public Task<TaskResult?> End => _end.Task;

    public void Report(int value)
    {
        IProgress<int>[] followers;
        lock (_gate)
        {
            _percent = value;
            followers = [.. _followers];
        }

        own.Report(value);
        foreach (var follower in followers)
            follower.Report(value);
    }

    /// <summary>Waits for the end, and is told the percents until then, first how far it has come.</summary>
    public async Task<TaskResult?> FollowAsync(IProgress<int> follower, CancellationToken cancellation)
    {
        int percent;
        lock (_gate)
        {
            _followers.Add(follower);
            percent = _percent;
        }

        try
        {
            follower.Report(percent);
            return await End.WaitAsync(cancellation);
        }
        finally
        {
            lock (_gate)
                _followers.Remove(follower);
        }
    }

    internal void Land(TaskResult film) => _end.TrySetResult(film);

    internal void Fall() => _end.TrySetResult(null);
}
