namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// The boundaries of the protocol at which a test lets the process die. The number is the value. While a request is on its way the
/// test kills from outside, when the upstream has seen it.
/// </summary>
public enum CrashPoint
{
    /// <summary>The task is leased; nothing is written.</summary>
    BeforeIntent = 1,

    /// <summary>The intent is durable; not a byte is sent.</summary>
    AfterIntent,

    /// <summary>The answer is read; nothing is written of it.</summary>
    AfterAnswer,

    /// <summary>What the answer says is durable.</summary>
    AfterRecord,

    /// <summary>An unknown submit was asked for, and nothing is written of what was found.</summary>
    AfterQuestion,

    /// <summary>What was found is durable.</summary>
    AfterFinding,

    /// <summary>The upstream has the film; nothing is written of that.</summary>
    AfterReady,

    /// <summary>Half the film is fetched.</summary>
    WhileFetching,

    /// <summary>The film is fetched and checked, and not yet stored.</summary>
    BeforeStoring,

    /// <summary>The film is stored; the task does not know it.</summary>
    AfterStoring,
}

/// <summary>Called at each <see cref="CrashPoint"/>; does nothing but in tests.</summary>
public interface ICrashPoints
{
    /// <summary>May never return.</summary>
    void Reach(CrashPoint point);
}

/// <summary>Nobody dies.</summary>
public sealed class NoCrashPoints : ICrashPoints
{
    public void Reach(CrashPoint point)
    {
    }
}
