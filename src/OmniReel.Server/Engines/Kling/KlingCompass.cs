using OmniReel.Server.Engines.Kling.Wire;

namespace OmniReel.Server.Engines.Kling;

/// <summary>Where an API was looked for, and what was found.</summary>
/// <param name="Places">Null where it is not known.</param>
/// <param name="Why">Why it is not known, for people; empty where it is.</param>
/// <param name="IsClosed">It is not known because the key is refused, whatever the path.</param>
internal sealed record Bearing(KlingPlaces? Places, string Why = "", bool IsClosed = false);

/// <summary>
/// Finds the path of an API whose host does not say it, by the list call, which is free. Nothing is ever posted to a path that was not
/// found. What was found is remembered; what was not is looked for again.
/// </summary>
internal sealed class KlingCompass(KlingConnection connection, KlingQueries queries) : IDisposable
{
    private readonly SemaphoreSlim _looking = new(1);

    private KlingPlaces? _places = KlingPlaces.Of(connection);

    public async ValueTask<Bearing> FindAsync(CancellationToken cancellation)
    {
        if (_places is { } known)
            return new Bearing(known);
        await _looking.WaitAsync(cancellation);
        try
        {
            if (_places is not null)
                return new Bearing(_places);
            var bearing = await LookAsync(cancellation);
            _places = bearing.Places;
            return bearing;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task<Bearing> LookAsync(CancellationToken cancellation)
    {
        var seen = new List<(KlingPlaces Places, Sight Sight)>();
        foreach (var prefix in KlingPlaces.UsualPrefixes)
        {
            var places = KlingPlaces.Below(connection.BaseUrl, prefix);
            var sight = await queries.GetAsync(places.Page(1, 1), Judge, why => new Sight(Standing.Silent, why), cancellation);
            if (sight.Standing == Standing.Here)
                return new Bearing(places);
            seen.Add((places, sight));
        }

        // A relay without a list answers its one path with words of its own, and the other as any path that it does not have.
        if (seen.Where(one => one.Sight.Standing == Standing.Perhaps).ToList() is [var only] && seen.All(one => one.Sight.Standing is Standing.Perhaps or Standing.Nowhere))
            return new Bearing(only.Places);
        var told = string.Join("; ", seen.Select(one => $"{one.Places.Videos.AbsolutePath}: {one.Sight.Told}"));
        return seen.All(one => one.Sight.Standing == Standing.Closed)
            ? new Bearing(null, $"the key is refused ({seen[0].Sight.Told})", IsClosed: true)
            : new Bearing(null, $"the path of the API is not known ({told}); name it: KLING_PATH_PREFIX, or PathPrefix of a named connection, such as /kling");
    }

    private static Sight Judge(WireAnswer answer) => new(
        answer switch
        {
            { IsReadable: true, IsGoodStatus: true, IsGoodCode: true } => Standing.Here,
            { Status: 401 or 403 } => Standing.Closed,
            { Status: 404 or 405 } or { IsReadable: false } => Standing.Nowhere,
            { Status: >= 500 } => Standing.Silent,
            _ => Standing.Perhaps,
        },
        answer.Told);

    private enum Standing
    {
        Here,
        Perhaps,
        Closed,
        Nowhere,
        Silent,
    }

    private sealed record Sight(Standing Standing, string Told);
}
