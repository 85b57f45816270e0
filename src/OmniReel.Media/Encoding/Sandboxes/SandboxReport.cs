namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>How far decoders can be shut in on this machine.</summary>
public enum SandboxLevel
{
    /// <summary>Bubblewrap and limits.</summary>
    Full,

    /// <summary>Limits of memory, time and files, and the whitelists of protocols and formats.</summary>
    LimitsOnly,

    /// <summary>The whitelists and the deadline alone.</summary>
    WhitelistsOnly,
}

/// <summary>Why decoders are not shut in fully.</summary>
public enum SandboxLack
{
    /// <summary>Nothing is lacking.</summary>
    None,

    /// <summary>This system has no such thing.</summary>
    System,

    /// <summary>The program bwrap is not there.</summary>
    Bubblewrap,

    /// <summary>The program prlimit is not there.</summary>
    Prlimit,

    /// <summary>bwrap is there and may not do its work, as in a container without user namespaces.</summary>
    Namespaces,

    /// <summary>bwrap works, but ffprobe does not start in it: it is installed where its libraries are not seen.</summary>
    Program,
}

/// <summary>What was found when the sandbox was tried.</summary>
/// <param name="Detail">What the failing program said, one line; empty for nothing.</param>
public sealed record SandboxReport(SandboxLevel Level, SandboxLack Lack, string Detail = "")
{
    /// <summary>With limits only, and the program setpriv is not there: a decoder may go on, until its limits, when the server is killed.</summary>
    public bool MayOutlive { get; init; }
}
