using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace OmniReel.Server.Lab.FakeUpstream.Films;

/// <summary>
/// Makes films: a field of colour with a bar that moves, by ffmpeg, once per kind and for all fake upstreams of a process. A task's own
/// film is that one with a box at its end that players pass over and that names the task: no two are the same bytes.
/// </summary>
internal sealed class FilmPress
{
    private const string Program = "ffmpeg";

    private static readonly ConcurrentDictionary<FilmKind, Lazy<Task<byte[]>>> s_made = new();

    private readonly byte[]? _given;

    /// <exception cref="FakeUpstreamException">The file cannot be read.</exception>
    public FilmPress(string? file)
    {
        try
        {
            _given = file is null ? null : File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FakeUpstreamException($"the film {file} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The film of a task; the given file as it is where there is one.</summary>
    /// <exception cref="FakeUpstreamException">ffmpeg is not there, or fails.</exception>
    public async Task<byte[]> FilmAsync(FilmKind kind, string taskId)
    {
        if (_given is not null) return _given;
        var making = s_made.GetOrAdd(kind, static kind => new Lazy<Task<byte[]>>(() => MakeAsync(kind)));
        try
        {
            return [.. await making.Value, .. Box(taskId)];
        }
        catch (FakeUpstreamException)
        {
            s_made.TryRemove(new(kind, making));
            throw;
        }
    }

    private static byte[] Box(string taskId)
    {
        var name = Encoding.ASCII.GetBytes(taskId);
        return [0, 0, 0, (byte)(8 + name.Length), .. "free"u8, .. name];
    }

    private static async Task<byte[]> MakeAsync(FilmKind kind)
    {
        var file = Path.Combine(Path.GetTempPath(), $"omnireel-fake-{Guid.NewGuid():n}.mp4");
        try
        {
            await RunAsync(Arguments(kind, file));
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Arguments(FilmKind kind, string file)
    {
        var (width, height) = (kind.Width, kind.Height);
        string[] sound = kind.Sound ? ["-f", "lavfi", "-i", "sine=frequency=220:sample_rate=44100"] : [];
        return
        [
            "-hide_banner", "-nostdin", "-v", "error", "-y", "-fflags", "+bitexact",
            "-f", "lavfi", "-i", $"color=c=0x335577:s={width}x{height}:r=24", "-f", "lavfi", "-i", $"color=c=0xEEBB44:s={width / 16 / 2 * 2}x{height}:r=24", .. sound,
            "-filter_complex", $"[0:v][1:v]overlay=x='mod(t*{width / 4},{width})'[v]", "-map", "[v]", .. kind.Sound ? (string[])["-map", "2:a", "-c:a", "aac", "-b:a", "64k"] : [],
            "-frames:v", $"{kind.Frames}", "-t", $"{kind.Frames / 24.0:0.000000}", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "30", "-pix_fmt", "yuv420p", "-threads", "2",
            "-movflags", "+faststart", "-flags", "+bitexact", file,
        ];
    }

    private static async Task RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new FakeUpstreamException($"ffmpeg made no film: {said.ReplaceLineEndings(" ").Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new FakeUpstreamException("ffmpeg is not on the path, and films are made with it: install it, or serve a file of your own instead (--film FILE)", missing);
        }
    }
}
