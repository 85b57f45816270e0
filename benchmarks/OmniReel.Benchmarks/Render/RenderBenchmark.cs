namespace OmniReel.Benchmarks.Render;

/// <summary>How fast films are made, what they cost in CPU and memory, beside the yardstick.</summary>
internal sealed class RenderBenchmark(BenchmarkRun run)
{
    private const string Prompt = "生成一个海边有一个人跳舞的视频";
    private const int Frames = 121;
    private const double FilmSeconds = Frames / 24.0;

    public async Task<Report> MeasureAsync()
    {
        var report = new Report("Making a 5 s film of the document's own prompt");
        using var yardstick = new Yardstick();
        List<double> sticks = [];
        List<FilmRun> std = [], ink = [], pro = [], pairs = [];
        for (var i = 0; i < (run.Long ? 7 : 3); i++)
        {
            sticks.Add(yardstick.Measure());
            std.Add(await FilmAsync("std"));
            ink.Add(await FilmAsync("std", "ink", Prompt + "，线稿分镜"));
            pro.Add(await FilmAsync("pro"));
            pairs.AddRange(await Task.WhenAll(FilmAsync("std", "one"), FilmAsync("std", "other")));
        }

        var stick = Median.Of(sticks);
        report.Add("yardstick: ffmpeg encodes 121 frames 720p of mandelbrot (x264 veryfast crf 20), CPU", $"{stick:0.00} s");
        Show(report, "720p", std, stick, wallLimit: 2.5, cpuLimit: 1.7, memoryLimit: null);
        Show(report, "1080p", pro, stick, wallLimit: 8, cpuLimit: null, memoryLimit: 600);
        Show(report, "4k, one run", [await FilmAsync("4k")], stick, wallLimit: null, cpuLimit: null, memoryLimit: 1500);
        report.AtMost("720p: CPU of the ink look / the house look", Median.Of(ink.Select(r => r.CpuSeconds)) / Median.Of(std.Select(r => r.CpuSeconds)), 1.3);
        report.AtMost("720p: wall time of two films made at once, each, / one alone", Wall(pairs) / Wall(std), 2.4);
        foreach (var (shot, milliseconds) in await BakeTimes.MeasureAsync(Prompt, run.Folder, run.Long ? 7 : 3))
            report.Add($"720p: baking a shot: {shot}", $"{milliseconds:0} ms", "≤ 400 ms", milliseconds <= 400);
        report.Note($"Whole runs of the published `omnireel generate`, server, store and encoder included; medians of {std.Count} interleaved repeats.");
        return report;
    }

    private Task<FilmRun> FilmAsync(string mode, string? name = null, string prompt = Prompt) =>
        FilmRun.MeasureAsync(run.OmniReel, Path.Combine(run.Folder, (name ?? mode) + ".mp4"), prompt, "--mode", mode);

    private static double Wall(List<FilmRun> runs) => Median.Of(runs.Select(r => r.WallSeconds));

    private static void Show(Report report, string size, List<FilmRun> runs, double stick, double? wallLimit, double? cpuLimit, double? memoryLimit)
    {
        var wall = Wall(runs);
        var cpu = Median.Of(runs.Select(r => r.CpuSeconds));
        report.Add($"{size}: wall time of a 5 s film", $"{wall:0.00} s", wallLimit is { } w ? $"≤ {w:0.#} s" : "", wallLimit is null ? null : wall <= wallLimit);
        report.Add($"{size}: seconds of film per wall second", $"{FilmSeconds / wall:0.00}");
        report.Add($"{size}: CPU, ours and ffmpeg's / yardstick", $"{cpu / stick:0.00} ({cpu:0.00} s)", cpuLimit is { } c ? $"≤ {c:0.0}" : "", cpuLimit is null ? null : cpu / stick <= cpuLimit);
        report.Add($"{size}: CPU a frame, ours and ffmpeg's", $"{cpu * 1000 / Frames:0.0} ms");
        var peak = Median.Of(runs.Select(r => r.PeakMegabytes));
        report.Add($"{size}: peak memory, ours and ffmpeg's", $"{peak:0} MB", memoryLimit is { } m ? $"≤ {m:0} MB" : "", memoryLimit is null ? null : peak <= memoryLimit);
    }
}
