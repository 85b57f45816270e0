using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>ffmpeg and ffprobe are there, new enough, and encode H.264.</summary>
/// <param name="ffmpeg">Its name or path.</param>
internal sealed partial class FfmpegCheck(Speech speech, TimeProvider time, string ffmpeg = "ffmpeg") : ICheck
{
    private const int OldestMajor = 4;

    /// <summary>All answers are here within this time, or the look ends.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>What was killed is waited for no longer than this.</summary>
    private static readonly TimeSpan s_ending = TimeSpan.FromSeconds(2);

    public string Name => "ffmpeg";

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await AskAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(false, speech[$"no answer within {s_patience.TotalSeconds:0} s", $"{s_patience.TotalSeconds:0} 秒内没有应答"], PackageAdvice.Ffmpeg);
        }
    }

    private async Task<Finding> AskAsync(CancellationToken cancellation)
    {
        var version = await SayAsync(ffmpeg, "-version", cancellation);
        if (version is null)
            return new(false, speech["not found", "未找到"], PackageAdvice.Ffmpeg);
        if (await SayAsync("ffprobe", "-version", cancellation) is null)
            return new(false, speech["ffprobe is not found beside it", "缺少 ffprobe"], PackageAdvice.Ffmpeg);

        var number = Version().Match(version) is { Success: true } match ? match.Groups[1].Value : "?";
        if (int.TryParse(number.Split('.')[0], out var major) && major < OldestMajor)
            return new(false, speech[$"{number} is too old; {OldestMajor} or newer is needed", $"{number} 过旧，需要 {OldestMajor} 或更新版本"], PackageAdvice.Ffmpeg);

        var encoders = await SayAsync(ffmpeg, "-hide_banner -encoders", cancellation) ?? "";
        return encoders.Contains(" libx264 ", StringComparison.Ordinal)
            ? new(true, speech[$"{number} with libx264", $"{number}，含 libx264"])
            : new(false, speech[$"{number} lacks the encoder libx264", $"{number} 缺少编码器 libx264"], PackageAdvice.Ffmpeg);
    }

    private static async Task<string?> SayAsync(string program, string arguments, CancellationToken cancellation)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            return null;
        }

        using (process)
        {
            try
            {
                // What reads its input finds none, and does not wait for the person's.
                process.StandardInput.Close();
                var silence = process.StandardError.ReadToEndAsync(cancellation);
                var said = await process.StandardOutput.ReadToEndAsync(cancellation);
                await silence;
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode == 0 ? said : null;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                // The signal is only sent: the process is gone once it has been waited for.
                process.WaitForExit(s_ending);
                throw;
            }
        }
    }

    [GeneratedRegex(@"version n?(\d+(?:\.\d+)*)")]
    private static partial Regex Version();
}
