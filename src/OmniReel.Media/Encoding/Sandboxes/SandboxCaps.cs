namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>What one run may take.</summary>
/// <param name="Time">Of processor time; then it is killed. By the clock it has <see cref="Patience"/>.</param>
/// <param name="Output">Bytes of standard output; one more and it is killed.</param>
/// <param name="Memory">Bytes that it may fill.</param>
public sealed record SandboxCaps(TimeSpan Time, int Output, long Memory)
{
    /// <summary>With the libraries, which other processes share, it stays below half a gigabyte.</summary>
    public const long DefaultMemory = 448L << 20;

    /// <summary>Bytes of the largest file that it may make, of which the memory that it shares with itself counts as one. Decoders make none.</summary>
    public long File { get; init; }

    private const int Crowding = 4;

    /// <summary>
    /// From start to end by the clock, where processor time can be limited: the others on a crowded machine are no fault of the input.
    /// Elsewhere it is <see cref="Time"/>.
    /// </summary>
    public TimeSpan Patience => Time * Crowding;

    /// <summary>What a run says about itself is kept to this length, in bytes.</summary>
    public const int Errors = 64 << 10;
}

/// <summary>How a run ended.</summary>
public enum SandboxEnd
{
    /// <summary>Well: its output is what was asked for.</summary>
    Done,

    /// <summary>It did not take the input, or the input broke it.</summary>
    Refused,

    /// <summary>It was killed at its deadline.</summary>
    TooLong,

    /// <summary>It was killed because it said more than it may.</summary>
    TooMuch,
}

/// <summary>What came of a run.</summary>
/// <param name="Output">Standard output, up to the cap.</param>
/// <param name="Errors">Standard error without control characters, for a log of ours; never for a user, whose words may stand in it.</param>
public sealed record SandboxOutcome(SandboxEnd End, byte[] Output, string Errors)
{
    /// <summary>It ended at its deadline, and had little of a processor until then: the machine is to blame, and not the input.</summary>
    public bool IsStarved { get; init; }
}

/// <summary>The sandbox itself could not be made, or had too little of the machine; the same input may well be fine the next time.</summary>
public sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A decoder was kept waiting until its deadline.</summary>
    public static SandboxException Starved() => new("The machine is so busy that a decoder did not get its time on a processor.");
}
