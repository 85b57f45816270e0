namespace OmniReel.Media.Encoding;

/// <summary>ffmpeg is missing or failed. The message is fit for a user: what happened and what would help.</summary>
public sealed class FfmpegException : Exception
{
    private FfmpegException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>True: there is no such program to start, and trying again will not help.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>The program could not be started.</summary>
    public static FfmpegException Missing(string program, Exception inner) => new(
        $"ffmpeg could not be started as \"{program}\". Install it (Debian/Ubuntu: apt-get install ffmpeg; "
        + "macOS: brew install ffmpeg; Windows: winget install Gyan.FFmpeg) or set the path of the program.",
        inner)
    {
        IsMissing = true,
    };

    /// <summary>The program had all it needed and did not end.</summary>
    public static FfmpegException Stuck(TimeSpan patience, Exception? inner = null) => new(
        FormattableString.Invariant($"ffmpeg did not end within {patience.TotalSeconds:0.#} s of its last frame and was stopped. ")
        + "Check that the folder of the film can be written to and is not on a disk that hangs.",
        inner);

    /// <summary>The program runs and takes no frame.</summary>
    public static FfmpegException Stalled(TimeSpan patience, Exception? inner = null) => new(
        FormattableString.Invariant($"ffmpeg took no frame for {patience.TotalSeconds:0.#} s and was stopped. ")
        + "Check that the folder of the film can be written to and is not on a disk that hangs.",
        inner);

    /// <summary>The program ended with an error; its last line says why.</summary>
    public static FfmpegException Failed(int exitCode, string lastLine, Exception? inner = null) => new(
        $"ffmpeg ended with code {exitCode}: {(lastLine.Length > 0 ? lastLine : "it said nothing")}", inner);
}
