using OmniReel.Benchmarks;
using OmniReel.Benchmarks.Api;
using OmniReel.Benchmarks.Peers;
using OmniReel.Benchmarks.Render;
using OmniReel.Benchmarks.Start;

var run = BenchmarkRun.Read(args);
Report report = run.Name switch
{
    "api" => await new ApiBenchmark(run).MeasureAsync(),
    "peers-api" => await new PeersBenchmark(run).MeasureAsync(),
    "render" => await new RenderBenchmark(run).MeasureAsync(),
    "start" => await new StartBenchmark(run).MeasureAsync(),
    _ => throw new ArgumentException($"there is no benchmark '{run.Name}'; there are api, peers-api, render and start"),
};
report.Print(Console.Out);
report.Save(Path.Combine(run.Root, "benchmarks", "results", run.Name + ".md"));
// A script that runs a benchmark learns of a missed target.
return report.IsMissed ? 1 : 0;
