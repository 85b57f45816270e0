using OmniReel.Tests.EndToEnd.Durability.Traces;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>A server under <c>strace</c>, which records what it writes, syncs and sends, and may answer some of that in the kernel's place.</summary>
internal static class Tracer
{
    private const string Calls = "pwrite64,pwritev,fsync,fdatasync,sendto,sendmsg";

    /// <summary>Skips where nothing can be traced.</summary>
    public static async Task NeededAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "strace is Linux's");
        Needed.Programs(("strace", "strace"));
        var tried = await RunningProgram.RunAsync("strace", ["-f", "-qq", "--seccomp-bpf", "-e", "trace=fsync", "true"]);
        Needed.Here(tried.Code == 0, "nothing can be traced here: " + tried.Error);
    }

    /// <summary>The command that the server's is put behind.</summary>
    /// <param name="trace">File of the record.</param>
    /// <param name="more">More options, such as what to inject.</param>
    public static string[] Command(string trace, params string[] more) =>
        // The strings are as long as a page of the database, and an answer's head.
        ["strace", "-f", "-ttt", "-yy", "-qq", "-s", "8192", "--seccomp-bpf", "-o", trace, "-e", "trace=" + Calls, .. more];

    /// <summary>Signals to the server itself: the program that was started is the tracer.</summary>
    public static void Signal(string data, int signal) =>
        RunningProgram.Signal(int.Parse(File.ReadAllText(Path.Combine(data, "server.pid"))), signal);

    public static IReadOnlyList<SystemCall> Read(string trace) => TraceReader.Read(File.ReadLines(trace));
}
