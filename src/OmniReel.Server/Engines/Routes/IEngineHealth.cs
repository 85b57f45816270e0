namespace OmniReel.Server.Engines.Routes;

/// <summary>Whether engines can be reached, as their attempts tell. Memory only: after a start all are well.</summary>
public interface IEngineHealth
{
    /// <summary>
    /// An attempt was taken on: the engine is well. Said as soon as that is known, since others wait for a probe's end; said of each
    /// attempt it costs next to nothing.
    /// </summary>
    void Succeeded(string engine);

    /// <summary>The engine could not take an attempt (<see cref="EngineUnavailableException"/>): it rests, the longer the more often in a row.</summary>
    void Unavailable(string engine);

    /// <summary>How an engine is now; one that is not known is well.</summary>
    EngineCondition Of(string engine);

    /// <summary>All engines, by their names in the order of the configuration.</summary>
    IReadOnlyList<(string Engine, EngineCondition Condition)> All { get; }
}

/// <summary>Whether an engine may be tried.</summary>
public enum EngineState
{
    /// <summary>Its last attempt was taken on, or it had none.</summary>
    Well,

    /// <summary>It could not be reached, and is left alone for a while.</summary>
    Resting,

    /// <summary>It has rested: the next attempt is a probe.</summary>
    Due,

    /// <summary>One attempt probes it, and others pass it over until that tells.</summary>
    Probing,
}

/// <summary>How an engine is.</summary>
/// <param name="State">Whether it may be tried.</param>
/// <param name="Unavailable">Times in a row that it could not be reached.</param>
/// <param name="Rest">How long it rests still; zero unless it rests.</param>
public sealed record EngineCondition(EngineState State, int Unavailable, TimeSpan Rest);
