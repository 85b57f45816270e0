using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Benchmarks.Render;

/// <summary>
/// How long a shot takes from its plan to its first frame at 720p, in this process: films of two frames, one shot each, so
/// that nothing else is drawn meanwhile.
/// </summary>
internal static class BakeTimes
{
    /// <summary>Milliseconds, medians; the prompt first, then the six places.</summary>
    public static async Task<IReadOnlyList<(string Shot, double Milliseconds)>> MeasureAsync(string prompt, string folder, int repeats)
    {
        var read = ScriptReader.Read(new ScriptRequest([new ScriptShot(prompt, 2)], "", 1280, 720)).Plan.Shots[0];
        var shots = Enum.GetValues<Place>()
            .Select(place => ($"{place}, a dancer at sunset", read with { Place = place, Time = TimeOfDay.Sunset }))
            .Prepend(("the document's own prompt", read)).ToList();
        var renderer = new FilmRenderer(RenderOptions.Default);
        var results = new List<(string, double)>();
        await BakeAsync(read);
        foreach (var (name, shot) in shots)
        {
            var times = new List<double>();
            for (var i = 0; i < repeats; i++)
                times.Add(await BakeAsync(shot));
            results.Add((name, Median.Of(times)));
        }

        return results;

        async Task<double> BakeAsync(ShotPlan shot)
        {
            var report = await renderer.RenderAsync(new FilmPlan(1280, 720, [shot]), Path.Combine(folder, "bake.mp4"));
            return report.Timings.Bakes[0].TotalMilliseconds;
        }
    }
}
