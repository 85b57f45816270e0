using System.Globalization;
using System.Text;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Metrics;

/// <summary>How many paid submits wait for a person, in Prometheus' text format: what is not 0 is worth an alert.</summary>
internal sealed class SubmitFigures(ISubmitStore submits, IEngineRoutes routes)
{
    /// <summary>Connections that were set up once, and have something open, are found among so many of the newest.</summary>
    private const int Newest = 500;

    /// <summary>Appends them: for each connection that there is, and for each that has some; nothing while the store cannot be read.</summary>
    public async Task WriteAsync(StringBuilder text, CancellationToken cancellation)
    {
        var figures = new StringBuilder();
        try
        {
            await ReadAsync(figures, cancellation);
        }
        catch (Exception unread) when (unread is StoreException or ObjectDisposedException)
        {
            return;
        }

        text.Append(figures);
    }

    private async Task ReadAsync(StringBuilder text, CancellationToken cancellation)
    {
        var open = await submits.ListAsync(SubmitSettling.Undecided, 0, Newest, cancellation);
        var strange = await submits.StrangersAsync(Newest, cancellation);
        var connections = routes.Remote.Select(engine => engine.Name).Concat(open.Select(one => one.Connection)).Concat(strange.Select(one => one.Connection))
            .Distinct().Order(StringComparer.Ordinal).ToList();

        Head(text, "omnireel_submits_undecided", "Paid submits that wait for a person: omnireel tasks resolve.");
        foreach (var connection in connections)
        {
            var counts = await submits.CountAsync(connection, cancellation);
            foreach (var state in SubmitSettling.Undecided)
                text.Append(CultureInfo.InvariantCulture, $"omnireel_submits_undecided{{connection=\"{connection}\",state=\"{SubmitShape.Word(state)}\"}} {counts.GetValueOrDefault(state)}\n");
        }

        Head(text, "omnireel_submits_strange", "Tasks that an upstream has under a reference of this server, which it never sent.");
        foreach (var connection in connections)
            text.Append(CultureInfo.InvariantCulture, $"omnireel_submits_strange{{connection=\"{connection}\"}} {strange.Count(one => one.Connection == connection)}\n");
    }

    private static void Head(StringBuilder text, string name, string help) => text.Append($"# HELP {name} {help}\n# TYPE {name} gauge\n");
}
