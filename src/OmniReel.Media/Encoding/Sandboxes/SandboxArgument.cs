using System.Globalization;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>One link of the chain of programs that a decoder is started through: its own words, and then the next link's.</summary>
internal abstract record SandboxArgument
{
    /// <summary>The words, unquoted, one per argument of the process.</summary>
    public abstract IEnumerable<string> Words { get; }

    private protected static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Answering requests comes before decoding.</summary>
internal sealed record Politely(string Nice) : SandboxArgument
{
    public override IEnumerable<string> Words => [Nice, "-n", "10"];
}

/// <summary>
/// What the process may use at most. Data is what it fills with its own bytes and so bounds its resident memory; address space is
/// larger, because libraries and the stacks of threads count there whether they are touched or not. A decoder writes no file at all.
/// </summary>
internal sealed record ResourceLimits(string Prlimit, SandboxCaps Caps) : SandboxArgument
{
    private const long AddressSpace = 2L << 30;
    private const int OpenFiles = 64;

    public override IEnumerable<string> Words =>
    [
        Prlimit, $"--as={Text(AddressSpace)}", $"--data={Text(Caps.Memory)}", $"--cpu={Text(Seconds)}:{Text(Seconds + 2)}", $"--fsize={Text(Caps.File)}", "--core=0",
        $"--nofile={Text(OpenFiles)}", "--",
    ];

    private long Seconds => Math.Max(1, (long)Math.Ceiling(Caps.Time.TotalSeconds));
}

/// <summary>Where there is no bubblewrap: no new rights, and the kernel ends the process when the thread that started it is gone.</summary>
internal sealed record EndsWithParent(string Setpriv) : SandboxArgument
{
    public override IEnumerable<string> Words => [Setpriv, "--pdeathsig", "KILL", "--no-new-privs", "--"];
}

/// <summary>
/// A world with one program, its libraries and one input in it: no network, no other process, no right, nothing to write to, no
/// variable of ours. It ends with the thread that started it.
/// </summary>
/// <param name="Program">Where the program is on this machine.</param>
/// <param name="Input">The file that can be read inside; null for none.</param>
internal sealed record Bubblewrap(string Bwrap, string Program, string? Input) : SandboxArgument
{
    /// <summary>What the input is called inside: no word of a user's is ever part of a command.</summary>
    public const string InputInside = "/input";

    private const string ProgramInside = "/program";

    /// <summary>Where some systems keep the voices of espeak-ng, which takes no input; most keep them with the libraries.</summary>
    private const string Voices = "/usr/share/espeak-ng-data";

    /// <summary>Libraries, and what the loader needs to find them. No program lies there.</summary>
    private static readonly string[] s_libraries =
        ["/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64", "/etc/alternatives", "/etc/ld.so.cache"];

    public override IEnumerable<string> Words =>
    [
        Bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv",
        .. s_libraries.SelectMany(path => new[] { "--ro-bind-try", path, path }),
        .. new[] { "/lib", "/lib32", "/lib64" }.SelectMany(AtRoot),
        "--ro-bind", Program, ProgramInside,
        .. Input is null ? new[] { "--ro-bind-try", Voices, Voices } : ["--ro-bind", Input, InputInside],
        "--remount-ro", "/", "--chdir", "/", "--", ProgramInside,
    ];

    /// <summary>Most systems keep their libraries below /usr and leave links at the root; some still keep them there.</summary>
    private static string[] AtRoot(string path) =>
        new DirectoryInfo(path).LinkTarget is { } target ? ["--symlink", target, path] : ["--ro-bind-try", path, path];
}
