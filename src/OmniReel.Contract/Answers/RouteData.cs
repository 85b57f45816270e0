using System.Text.Json.Serialization;
using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of <c>GET /v1/routes</c>: which engine makes which film, and how the engines are.</summary>
public sealed record RoutesData
{
    /// <summary>A line each, as they are configured: <c>kling-v3-omni 4k = kling:3, relay-a:1 > embedded</c>.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Every engine, routed or not.</summary>
    public required IReadOnlyList<EngineHealthData> Engines { get; init; }
}

/// <summary>How an engine is.</summary>
public sealed record EngineHealthData
{
    /// <summary>Its name.</summary>
    public required string Engine { get; init; }

    /// <summary><c>well</c>, <c>resting</c>, <c>due</c> (the next attempt probes it) or <c>probing</c>.</summary>
    public required string State { get; init; }

    /// <summary>Times in a row that it could not be reached.</summary>
    public required int Unavailable { get; init; }

    /// <summary>Milliseconds that it rests still; 0 unless it rests.</summary>
    public required long RestMs { get; init; }
}

/// <summary><c>data</c> of <c>POST /v1/routes/explain</c>: what the routes say of one body.</summary>
public sealed record RouteAccountData
{
    /// <summary><c>accepted</c> or <c>refused</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why it is refused; empty when accepted.</summary>
    public IReadOnlyList<RuleViolation> Errors { get; init; } = [];

    /// <summary>Model, kind, shots and mode that routes look at, in one line; null for a body that breaks rules.</summary>
    public string? Request { get; init; }

    /// <summary>The line that is taken; null when none is for it.</summary>
    public string? Route { get; init; }

    /// <summary>How many lines are for it; the one that says most is taken, the first of those that say as much.</summary>
    public int Matching { get; init; }

    /// <summary>No routes are configured: the line is the usual one.</summary>
    public bool Usual { get; init; }

    /// <summary>The line's engines in order.</summary>
    public IReadOnlyList<RouteStopData> Engines { get; init; } = [];
}

/// <summary>An engine of a route, and what speaks for or against it.</summary>
public sealed record RouteStopData
{
    /// <summary>Its step, from 1: those of a step share films by weight, those of the next are for when none of them can.</summary>
    public required int Step { get; init; }

    /// <summary>Its name.</summary>
    public required string Engine { get; init; }

    /// <summary>1 to 1000.</summary>
    public required int Weight { get; init; }

    /// <summary>What it cannot do of this request; empty when it can do all.</summary>
    public required IReadOnlyList<string> Lacks { get; init; }

    /// <summary>The share of such requests that would try it first now, 0 to 1.</summary>
    public required double Chance { get; init; }

    /// <summary>How it is; left out where nobody was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EngineHealthData? Health { get; init; }
}
