namespace OmniReel.Media.Frames;

/// <summary>How a film is made; nothing here changes a byte of it.</summary>
/// <param name="Threads">Most threads that draw frames, at least 1; large frames take fewer. The encoder has its own, fixed number.</param>
/// <param name="Ffmpeg">Name or path of the ffmpeg program.</param>
public sealed record RenderOptions(int Threads, string Ffmpeg = "ffmpeg")
{
    /// <summary>More threads than this draw frames faster than they are encoded.</summary>
    public const int MostThreads = 8;

    /// <summary>Pixels in the frames of all threads of one film: 4k gets four threads, whatever the machine has.</summary>
    private const long MostPixels = 1 << 25;

    /// <summary>For one film at a time: a drawing thread per processor up to <see cref="MostThreads"/>, ffmpeg from the search path.</summary>
    public static RenderOptions Default { get; } = Sharing(1);

    /// <summary>For a machine that makes several films at once: they share its processors.</summary>
    /// <param name="films">Films made at once; 0 counts as 1.</param>
    public static RenderOptions Sharing(int films) => Sharing(films, Environment.ProcessorCount);

    internal static RenderOptions Sharing(int films, int processors) =>
        new(Math.Clamp(processors / Math.Max(1, films), 1, MostThreads));

    /// <summary>Every thread holds a frame as it draws it and one as it is encoded, so memory grows with both.</summary>
    internal int ThreadsFor(int width, int height) => (int)Math.Clamp(MostPixels / ((long)width * height), 1, Threads);
}
