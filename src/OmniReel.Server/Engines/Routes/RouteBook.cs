using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Routes;

/// <summary>
/// All lines of the routes. The line that names most of a request's model, kind, shots and mode is the request's; of several that name
/// as many, the first one written.
/// </summary>
public sealed class RouteBook
{
    private readonly RouteLine[] _mostSpecificFirst;

    /// <summary>Takes lines in the order in which they are written.</summary>
    public RouteBook(IReadOnlyList<RouteLine> lines)
    {
        Lines = lines;
        _mostSpecificFirst = [.. lines.OrderByDescending(line => line.Match.Names)];
    }

    /// <summary>As they are written.</summary>
    public IReadOnlyList<RouteLine> Lines { get; }

    /// <summary>One line, which sends everything to one engine.</summary>
    public static RouteBook AllTo(string engine) => new([new RouteLine(default, [new RouteStep([new RouteShare(engine, 1)])])]);

    /// <summary>The line of a request; null when none is for it.</summary>
    public RouteLine? For(VideoRequest request)
    {
        foreach (var line in _mostSpecificFirst)
        {
            if (line.Match.IsFor(request)) return line;
        }

        return null;
    }

    /// <summary>As they are written, a line each.</summary>
    public override string ToString() => string.Join('\n', Lines);
}
