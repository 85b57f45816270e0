using System.Globalization;
using System.Text;
using OmniReel.Server.Engines.Routes;

namespace OmniReel.Server.Http.Metrics;

/// <summary>The health of engines in Prometheus' text format.</summary>
internal static class EngineFigures
{
    /// <summary>Appends them.</summary>
    public static void Write(StringBuilder text, IEngineHealth health)
    {
        var all = health.All;
        Gauge(text, "omnireel_engine_up", "1 while the engine is well; 0 while it rests or is probed.", all, condition => condition.State == EngineState.Well ? 1 : 0);
        Gauge(text, "omnireel_engine_unavailable", "Times in a row that the engine could not be reached.", all, condition => condition.Unavailable);
        Gauge(text, "omnireel_engine_rest_seconds", "How long the engine rests still.", all, condition => condition.Rest.TotalSeconds);
    }

    // The names of engines are words: nothing in them is to be escaped.
    private static void Gauge(StringBuilder text, string name, string help, IReadOnlyList<(string Engine, EngineCondition Condition)> all, Func<EngineCondition, double> value)
    {
        text.Append($"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (engine, condition) in all) text.Append(CultureInfo.InvariantCulture, $"{name}{{engine=\"{engine}\"}} {value(condition)}\n");
    }
}
