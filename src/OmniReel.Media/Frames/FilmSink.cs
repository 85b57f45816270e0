using OmniReel.Media.Encoding;
using OmniReel.Media.Stills;
using OmniReel.Media.Watermarks;

namespace OmniReel.Media.Frames;

/// <summary>
/// Where the finished frames of a film go, in order: to its encoder, to the encoder of its marked twin, and past the taker of stills.
/// Whatever makes frames hands them over here. One thread writes; any thread may kill.
/// </summary>
internal sealed class FilmSink : IDisposable
{
    private readonly FilmFiles _files;
    private readonly FfmpegProcess _film;
    private readonly FfmpegProcess? _marked;
    private readonly Watermark? _mark;
    private readonly StillTaking? _stills;
    private readonly byte[] _copy = [];
    private bool _isWhole;

    /// <param name="ffmpeg">Name or path of the program.</param>
    /// <param name="shotFrames">Length of each shot in frames.</param>
    /// <param name="command">The command that reads I420 frames from its standard input and makes the film at a path.</param>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public FilmSink(
        string ffmpeg, FilmFiles files, int width, int height, IReadOnlyList<int> shotFrames, Func<string, IReadOnlyList<FfmpegArgument>> command)
    {
        _files = files;
        _film = FfmpegProcess.Start(ffmpeg, command(Unfinished(files.Film)));
        try
        {
            if (files.Marked is { } marked)
            {
                _marked = FfmpegProcess.Start(ffmpeg, command(Unfinished(marked)));
                (_mark, _copy) = (new Watermark(width, height), new byte[width * height * 3 / 2]);
            }

            if (files.Stills is { } stills)
                _stills = new StillTaking(new StillPlan(width, height, shotFrames), stills);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Takes one frame; its bytes are the caller's again when this returns.</summary>
    /// <exception cref="FfmpegException">ffmpeg has ended.</exception>
    public void Write(int number, I420Frame frame)
    {
        _film.Write(frame.Bytes);
        _stills?.See(number, frame);
        if (_marked is null)
            return;
        frame.Bytes.CopyTo(_copy, 0);
        _mark!.Blend(_copy, frame.Width, frame.Height);
        _marked.Write(_copy);
    }

    /// <summary>After the last frame: waits until all files are whole, and puts them in their places.</summary>
    /// <param name="cancellation">Looked at last: a film that was given up puts nothing anywhere.</param>
    /// <exception cref="FfmpegException">ffmpeg failed, or did not end.</exception>
    public void Finish(CancellationToken cancellation)
    {
        _film.EndOfInput();
        _marked?.EndOfInput();
        // While the encoders work off what they hold.
        _stills?.Write();
        _film.Finish();
        _marked?.Finish();
        cancellation.ThrowIfCancellationRequested();
        if (_files.Marked is { } marked)
            File.Move(Unfinished(marked), marked, overwrite: true);
        File.Move(Unfinished(_files.Film), _files.Film, overwrite: true);
        _isWhole = true;
    }

    /// <summary>Ends the encoders now.</summary>
    public void Kill()
    {
        _film.Kill();
        _marked?.Kill();
    }

    public void Dispose()
    {
        _film.Dispose();
        _marked?.Dispose();
        _stills?.Dispose();
        if (_isWhole)
            return;
        string?[] left =
        [
            Unfinished(_files.Film), _files.Marked is { } marked ? Unfinished(marked) : null, _files.Marked,
            _files.Stills?.Poster, _files.Stills?.Strip, _files.Stills?.Panels, _files.Stills?.Sheet,
        ];
        foreach (var path in left.Where(File.Exists))
            File.Delete(path!);
    }

    private static string Unfinished(string path) => path + ".part";
}
