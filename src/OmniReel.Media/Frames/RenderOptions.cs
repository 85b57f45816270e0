namespace OmniReel.Media.Frames;

/// <summary>How a film is made; nothing here changes a byte of it.</summary>
/// <param name="Threads">Threads that draw frames, at least 1. The encoder has its own, fixed number.</param>
/// <param name="Ffmpeg">Name or path of the ffmpeg program.</param>
public sealed record RenderOptions(int Threads, string Ffmpeg = "ffmpeg")
{
    /// <summary>One drawing thread per processor, ffmpeg from the search path.</summary>
    public static RenderOptions Default { get; } = new(Environment.ProcessorCount);
}
