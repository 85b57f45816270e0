using System.ComponentModel;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>
/// Where ffmpeg and ffprobe look at files that a user gave. A run sees its one input, read-only, and nothing else of this machine;
/// its memory, time and output are bounded, and it ends when this program does, however that ends. What the machine lacks for that
/// is found out by trying (<see cref="ReportAsync"/>); runs are made all the same, with what there is. Safe for many at once.
/// </summary>
public sealed class Sandbox : IDisposable
{
    /// <summary>How long what a failed trial found is believed.</summary>
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);

    private static readonly SandboxCaps s_trial = new(TimeSpan.FromSeconds(20), 64 << 10, SandboxCaps.DefaultMemory);

    private readonly ProcessStarter _starter = new();
    private readonly SandboxedRun _run;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _streams;
    private readonly SemaphoreSlim _remakes;
    private readonly string? _bwrap;
    private readonly string? _prlimit;
    private readonly string? _setpriv;
    private readonly string? _nice;
    private readonly TimeProvider _clock;
    private readonly Lock _trying = new();
    private Task<SandboxReport>? _report;
    private long _triedAt;

    /// <param name="atOnce">Most runs at the same time; others wait for their turn.</param>
    public Sandbox(TimeProvider time, int atOnce)
        : this(time, atOnce, "bwrap", "prlimit", "setpriv")
    {
    }

    internal Sandbox(TimeProvider time, int atOnce, string bwrap, string prlimit, string setpriv)
    {
        _run = new SandboxedRun(_starter, time);
        _places = new SemaphoreSlim(atOnce);
        _streams = new SemaphoreSlim(atOnce);
        _remakes = new SemaphoreSlim(Math.Max(1, atOnce / 2));
        if (OperatingSystem.IsLinux())
            (_bwrap, _prlimit, _setpriv, _nice) = (SearchPath.Find(bwrap), SearchPath.Find(prlimit), SearchPath.Find(setpriv), SearchPath.Find("nice"));
        _clock = time;
    }

    /// <summary>
    /// What this machine allows. Tried the first time that anybody asks; a trial that failed for a reason that may pass (too many
    /// processes, a machine out of breath) is made again by who asks <see cref="TryAgainAfter"/> later.
    /// </summary>
    public Task<SandboxReport> ReportAsync()
    {
        lock (_trying)
        {
            if (_report is not null && !(_report.IsCompleted && MayPass(_report) && _clock.GetElapsedTime(_triedAt) >= TryAgainAfter))
                return _report;
            _triedAt = _clock.GetTimestamp();
            return _report = Task.Run(TryAsync);
        }
    }

    // What is installed does not change under a running program.
    private static bool MayPass(Task<SandboxReport> report) =>
        !report.IsCompletedSuccessfully || report.Result.Lack is SandboxLack.Namespaces or SandboxLack.Program;

    /// <summary>Runs ffmpeg or ffprobe on one input.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="input">Absolute path of the input, made by us: no user's word is in it.</param>
    /// <param name="command">The command, given what the input is called where the command runs.</param>
    /// <exception cref="FfmpegException">The program is not there.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the run.</exception>
    public async Task<SandboxOutcome> RunAsync(
        string program, string input, Func<string, IEnumerable<FfmpegArgument>> command, SandboxCaps caps, CancellationToken cancellation)
    {
        var level = (await ReportAsync().WaitAsync(cancellation)).Level;
        await _places.WaitAsync(cancellation);
        try
        {
            var name = level == SandboxLevel.Full ? Bubblewrap.InputInside : input;
            return await RunAsync(level, program, input, command(name).SelectMany(argument => argument.Words), caps, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>
    /// Runs ffmpeg on one input; what it makes goes into a stream as it comes, and takes no memory of ours. Half as many as of the short
    /// runs do so beside them: what takes its time keeps nobody waiting who is soon done.
    /// </summary>
    /// <param name="into">Written to until the run ends, however it ends. What writing throws comes out of here.</param>
    /// <inheritdoc cref="RunAsync(string, string, Func{string, IEnumerable{FfmpegArgument}}, SandboxCaps, CancellationToken)"/>
    public async Task<SandboxOutcome> RunIntoAsync(
        string program, string input, Func<string, IEnumerable<FfmpegArgument>> command, Stream into, SandboxCaps caps, CancellationToken cancellation)
    {
        var level = (await ReportAsync().WaitAsync(cancellation)).Level;
        await _remakes.WaitAsync(cancellation);
        try
        {
            var name = level == SandboxLevel.Full ? Bubblewrap.InputInside : input;
            return await RunAsync(level, program, input, command(name).SelectMany(argument => argument.Words), caps, cancellation, into: into);
        }
        finally
        {
            _remakes.Release();
        }
    }

    /// <summary>Runs a program that takes a text on its standard input and no file.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="words">Its arguments: no user's word is in them.</param>
    /// <inheritdoc cref="RunAsync(string, string, Func{string, IEnumerable{FfmpegArgument}}, SandboxCaps, CancellationToken)" path="/exception"/>
    public async Task<SandboxOutcome> RunOnTextAsync(
        string program, IEnumerable<string> words, ReadOnlyMemory<byte> text, SandboxCaps caps, CancellationToken cancellation)
    {
        var level = (await ReportAsync().WaitAsync(cancellation)).Level;
        await _places.WaitAsync(cancellation);
        try
        {
            return await RunAsync(level, program, null, words, caps, cancellation, text);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>
    /// Starts ffmpeg on one input; its output is read as it comes and is not bounded here. As many as take their time do so beside the
    /// short runs, which do not wait for them.
    /// </summary>
    /// <param name="caps">Time is what the reader waits for it, all together, and its processor time; Output does not count.</param>
    /// <inheritdoc cref="RunAsync(string, string, Func{string, IEnumerable{FfmpegArgument}}, SandboxCaps, CancellationToken)"/>
    public async Task<SandboxedReading> OpenAsync(
        string program, string input, Func<string, IEnumerable<FfmpegArgument>> command, SandboxCaps caps, CancellationToken cancellation)
    {
        var level = (await ReportAsync().WaitAsync(cancellation)).Level;
        await _streams.WaitAsync(cancellation);
        try
        {
            var name = level == SandboxLevel.Full ? Bubblewrap.InputInside : input;
            var words = command(name).SelectMany(argument => argument.Words);
            var process = await _run.StartAsync([.. Chain(level, Found(program), input, caps), .. words]);
            return new SandboxedReading(process, level, _clock, caps.Time, () => _streams.Release());
        }
        catch (Exception e)
        {
            _streams.Release();
            if (e is Win32Exception)
                throw new SandboxException($"{program} could not be started: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Ends no run; those are ended by their own cancellation.</summary>
    public void Dispose()
    {
        _starter.Dispose();
        _places.Dispose();
        _streams.Dispose();
        _remakes.Dispose();
    }

    private async Task<SandboxOutcome> RunAsync(
        SandboxLevel level, string program, string? input, IEnumerable<string> words, SandboxCaps caps, CancellationToken cancellation,
        ReadOnlyMemory<byte> text = default, Stream? into = null)
    {
        var found = Found(program);
        SandboxOutcome outcome;
        try
        {
            outcome = await _run.RunAsync([.. Chain(level, found, input, caps), .. words], caps, level == SandboxLevel.WhitelistsOnly ? caps.Time : caps.Patience, cancellation, text, into);
        }
        catch (Win32Exception e)
        {
            throw new SandboxException($"{program} could not be started: {e.Message}", e);
        }

        if (outcome.End == SandboxEnd.Refused && Complaint(outcome.Errors, level) is { } complaint)
            throw new SandboxException(complaint);
        return outcome;
    }

    /// <summary>What the sandbox itself complains of; null for nothing. Its words come first, before anything that the input could make ffmpeg say.</summary>
    internal static string? Complaint(string errors, SandboxLevel level) =>
        level != SandboxLevel.WhitelistsOnly && Complains(errors, level) ? "The sandbox failed: " + FirstLine(errors) : null;

    private static string Found(string program) =>
        SearchPath.Find(program) ?? throw FfmpegException.Missing(program, new FileNotFoundException($"{program} is not on the search path."));

    private IEnumerable<string> Chain(SandboxLevel level, string program, string? input, SandboxCaps caps) =>
        [.. _nice is null ? [] : new Politely(_nice).Words, .. Limits(level, program, input, caps)];

    private IEnumerable<string> Limits(SandboxLevel level, string program, string? input, SandboxCaps caps) => level switch
    {
        SandboxLevel.Full => [.. new ResourceLimits(_prlimit!, caps).Words, .. new Bubblewrap(_bwrap!, program, input).Words],
        SandboxLevel.LimitsOnly when _setpriv is null => [.. new ResourceLimits(_prlimit!, caps).Words, program],
        SandboxLevel.LimitsOnly => [.. new ResourceLimits(_prlimit!, caps).Words, .. new EndsWithParent(_setpriv).Words, program],
        _ => [program],
    };

    private async Task<SandboxReport> TryAsync()
    {
        if (!OperatingSystem.IsLinux())
            return new(SandboxLevel.WhitelistsOnly, SandboxLack.System);
        if (_prlimit is null)
            return new(SandboxLevel.WhitelistsOnly, SandboxLack.Prlimit);
        if (_bwrap is null)
            return LimitsOnly(SandboxLack.Bubblewrap);
        // bwrap itself is a small program that every trial has at hand.
        if (await ComplaintAsync(_bwrap, "--version") is { } blocked)
            return LimitsOnly(SandboxLack.Namespaces, blocked);
        return SearchPath.Find("ffprobe") is { } probe && await ComplaintAsync(probe, "-version") is { } lost
            ? LimitsOnly(SandboxLack.Program, lost)
            : new(SandboxLevel.Full, SandboxLack.None);
    }

    private SandboxReport LimitsOnly(SandboxLack lack, string detail = "") => new(SandboxLevel.LimitsOnly, lack, detail) { MayOutlive = _setpriv is null };

    private async Task<string?> ComplaintAsync(string program, string question)
    {
        try
        {
            var outcome = await _run.RunAsync([.. Chain(SandboxLevel.Full, program, null, s_trial), question], s_trial, s_trial.Time, CancellationToken.None);
            return outcome.End switch
            {
                SandboxEnd.Done => null,
                SandboxEnd.TooLong => $"it did not answer within {s_trial.Time.TotalSeconds:0} s",
                _ => FirstLine(outcome.Errors),
            };
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    private static bool Complains(string errors, SandboxLevel level) =>
        (level == SandboxLevel.Full && errors.StartsWith("bwrap: ", StringComparison.Ordinal))
        || errors.StartsWith("prlimit: ", StringComparison.Ordinal) || errors.StartsWith("setpriv: ", StringComparison.Ordinal);

    private static string FirstLine(string errors) => errors.Split('\n', 2)[0].Trim();
}
