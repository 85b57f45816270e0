using System.Globalization;

namespace OmniReel.Media.Encoding;

/// <summary>One meaningful part of an ffmpeg command: it knows its own words and their order, nobody else does.</summary>
public abstract record FfmpegArgument
{
    /// <summary>The words, unquoted, one per argument of the process.</summary>
    public abstract IEnumerable<string> Words { get; }

    private protected static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>No banner, no keyboard, errors only, existing files replaced.</summary>
public sealed record Quietly : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-hide_banner", "-nostdin", "-v", "error", "-y"];
}

/// <summary>Frames of planar YUV 4:2:0 from standard input: luma, then both chroma planes at half size, no padding.</summary>
public sealed record RawFramesFromPipe(int Width, int Height, int FrameRate) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", $"{Text(Width)}x{Text(Height)}",
        "-framerate", Text(FrameRate), "-i", "pipe:0",
    ];
}

/// <summary>Raw sound from a file of ours: two channels of 16 bits, little end first.</summary>
public sealed record RawSoundFile(string Path, int Rate) : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-f", "s16le", "-ar", Text(Rate), "-ac", "2", "-i", "file:" + Path];
}

/// <summary>The pictures of the first input and the sound of the second.</summary>
public sealed record PicturesAndSound : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-map", "0:v:0", "-map", "1:a:0"];
}

/// <summary>AAC-LC in stereo by ffmpeg's own encoder, without anything that varies.</summary>
/// <param name="Kilobits">Per second.</param>
public sealed record Aac(int Kilobits, int Rate) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
        ["-c:a", "aac", "-b:a", Text(Kilobits) + "k", "-ar", Text(Rate), "-ac", "2", "-flags:a", "+bitexact"];
}

/// <summary>H.264 High by x264.</summary>
/// <param name="Quality">Constant rate factor: lower is better and larger; 18 to 23 is usual.</param>
/// <param name="Preset">x264's balance of effort and size.</param>
/// <param name="Refinement">How carefully parts of a pixel are looked for in motion, x264's <c>subme</c>: 1 to 11.</param>
/// <param name="Threads">Fixed, because x264's bytes depend on it.</param>
/// <param name="LongestGroup">Most frames from one key frame to the next: how finely players can seek.</param>
public sealed record H264(int Quality, string Preset, int Refinement, int Threads, int LongestGroup) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-c:v", "libx264", "-preset", Preset, "-crf", Text(Quality), "-profile:v", "high", "-pix_fmt", "yuv420p",
        "-subq", Text(Refinement), "-threads", Text(Threads), "-g", Text(LongestGroup),
    ];
}

/// <summary>A key frame at each of these frames, so that every cut can be sought exactly.</summary>
public sealed record KeyFramesAt(IReadOnlyList<int> Frames) : FfmpegArgument
{
    public override IEnumerable<string> Words => Frames.Count == 0
        ? []
        : ["-force_key_frames", "expr:" + string.Join('+', Frames.Select(f => $"eq(n,{Text(f)})")), "-forced-idr", "1"];
}

/// <summary>Frames that x264 gives as many bits as they need.</summary>
/// <param name="Quantizer">Lower is finer; 0 would be lossless.</param>
public sealed record FineFrames(IReadOnlyList<int> Frames, int Quantizer) : FfmpegArgument
{
    public override IEnumerable<string> Words => Frames.Count == 0
        ? []
        : ["-x264-params", "zones=" + string.Join('/', Frames.Select(f => $"{Text(f)},{Text(f)},q={Text(Quantizer)}"))];
}

/// <summary>Says what the numbers mean: BT.709 in limited range.</summary>
public sealed record Bt709Limited : FfmpegArgument
{
    public override IEnumerable<string> Words =>
        ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
}

/// <summary>An MP4 that plays while it loads and carries nothing that varies: no date, no version, no other stream.</summary>
/// <param name="HasSound">False: no audio stream at all.</param>
public sealed record Mp4File(string Path, bool HasSound = false) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        .. HasSound ? Array.Empty<string>() : ["-an"], "-sn", "-dn", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
        "-movflags", "+faststart", "-f", "mp4", Path,
    ];
}
