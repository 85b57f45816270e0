using Microsoft.Extensions.Time.Testing;
using OmniReel.Media.Encoding;

namespace OmniReel.Media.Tests.Encoding;

/// <summary>A shell stands in for an ffmpeg that hangs.</summary>
public sealed class FfmpegProcessTests
{
    /// <summary>Holds its standard input open, reads none of it, and so does the process it started.</summary>
    private const string Hangs = "exec 3<&0; sleep 600 & wait";

    [Fact]
    public Task One_that_never_ends_is_stopped_and_said_to_have_hung() => Apart(() =>
    {
        using var process = Shell(Hangs, TimeSpan.FromSeconds(0.2));

        var stuck = Should.Throw<FfmpegException>(process.Finish);
        stuck.Message.ShouldContain("did not end within 0.2 s");
        stuck.Message.ShouldContain("disk");
    });

    [Fact]
    public Task One_that_takes_no_more_frames_is_stopped_and_said_to_have_stalled() => Apart(() =>
    {
        using var process = Shell("head -c 200000 >/dev/null; " + Hangs, TimeSpan.FromSeconds(0.2));

        Should.Throw<FfmpegException>(() => WriteForEver(process)).Message.ShouldContain("took no frame for 0.2 s");
    });

    [Fact]
    public async Task Two_minutes_over_one_frame_are_the_most()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no POSIX shell to stand in for ffmpeg.");
        var time = new FakeTimeProvider();
        using var process = FfmpegProcess.Start("/bin/sh", [new Script("-c", Hangs)], time: time);
        var waits = new TaskCompletionSource();
        var writing = Task.Factory.StartNew(() => WriteForEver(process, waits), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // A pipe holds 64 KiB: the second frame waits.
        await waits.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(119));
        writing.IsCompleted.ShouldBeFalse();
        while (!writing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await Should.ThrowAsync<FfmpegException>(writing)).Message.ShouldContain("took no frame for 120 s");
    }

    [Fact]
    public Task One_that_closes_its_input_and_never_ends_does_not_hold_the_writer() => Apart(() =>
    {
        // By a clock that stands, no frame takes too long before the shell has closed its input; the end is waited for by the real one.
        using var process = FfmpegProcess.Start("/bin/sh", [new Script("-c", "exec 0<&-; exec sleep 600")], TimeSpan.FromSeconds(0.2), new FakeTimeProvider());

        Should.Throw<FfmpegException>(() => WriteForEver(process)).Message.ShouldContain("did not end within");
    });

    [Fact]
    public Task Killing_ends_what_it_started_too() => Apart(() =>
    {
        using var process = Shell(Hangs, TimeSpan.FromSeconds(30));
        process.Kill();

        // The pipe breaks only when nobody is left who could read it: the shell's own child holds it as well.
        Should.Throw<FfmpegException>(() => WriteForEver(process)).Message.ShouldContain("ended with code");
    });

    [Fact]
    public Task One_that_has_ended_may_be_killed_again() => Apart(() =>
    {
        using var process = Shell("exit 0", TimeSpan.FromSeconds(30));
        process.Finish();
        process.Kill();
        process.Kill();
    });

    [Fact]
    public Task Its_last_words_are_the_message() => Apart(() =>
    {
        using var process = Shell("cat >/dev/null; echo first >&2; echo 'no space left' >&2; exit 7", TimeSpan.FromSeconds(30));

        Should.Throw<FfmpegException>(process.Finish).Message.ShouldBe("ffmpeg ended with code 7: no space left");
    });

    private static void WriteForEver(FfmpegProcess process, TaskCompletionSource? waits = null)
    {
        var frame = new byte[1 << 16];
        process.Write(frame);
        waits?.SetResult();
        while (true)
            process.Write(frame);
    }

    /// <summary>What would block for ever fails after a minute instead.</summary>
    private static Task Apart(Action test)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no POSIX shell to stand in for ffmpeg.");
        return Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    private static FfmpegProcess Shell(string script, TimeSpan patience) => FfmpegProcess.Start("/bin/sh", [new Script("-c", script)], patience);

    private sealed record Script(params string[] Given) : FfmpegArgument
    {
        public override IEnumerable<string> Words => Given;
    }
}
