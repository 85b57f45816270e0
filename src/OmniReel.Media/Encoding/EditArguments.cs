namespace OmniReel.Media.Encoding;

/// <summary>For a film that does not say how its colours are coded: as players take it. It stands before the input.</summary>
public sealed record UntaggedIsBt709 : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-colorspace", "bt709"];
}

/// <summary>
/// A film's pictures on standard output at a constant rate: upright, of one size with square pixels, planar YUV 4:2:0 in BT.709, limited.
/// The first picture stands at time 0.
/// </summary>
/// <param name="Frames">Most of them.</param>
public sealed record RawFilmToPipe(int Width, int Height, int FrameRate, int Frames) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:V:0", "-an", "-sn", "-dn", "-filter_threads", "1",
        "-vf", $"setpts=PTS-STARTPTS,fps={Text(FrameRate)},scale={Text(Width)}:{Text(Height)}:flags=bicubic+accurate_rnd:out_color_matrix=bt709:out_range=tv,setsar=1",
        "-frames:v", Text(Frames), "-c:v", "rawvideo", "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1",
    ];
}

/// <summary>The clock of the file stays: sound keeps its place beside the pictures. It stands before the input.</summary>
public sealed record KeepTimes : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-copyts"];
}

/// <summary>A film's first sound track alone on standard output, as an MP4 in fragments.</summary>
/// <param name="Start">Seconds of the file's clock that become 0.</param>
/// <param name="Length">Seconds that it lasts at most; with <paramref name="IsCopied"/> false exactly, silence filling what is missing.</param>
/// <param name="IsCopied">The packets stay as they are; else they become AAC at 48 kHz in stereo.</param>
public sealed record SoundToPipe(double Start, double Length, bool IsCopied) : FfmpegArgument
{
    /// <summary>Of the packets that are made.</summary>
    public const double PacketSeconds = 1024 / 48000.0;

    public override IEnumerable<string> Words =>
    [
        "-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
        .. IsCopied ? Copied : Made,
        "-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "frag_keyframe+empty_moov+delay_moov+default_base_moof", "-f", "mp4", "pipe:1",
    ];

    private string[] Copied => ["-c:a", "copy", "-to", Seconds(Start + Length), "-output_ts_offset", Seconds(-Start)];

    private string[] Made =>
    [
        "-filter_threads", "1",
        "-af", $"asetpts=PTS-{Seconds(Start)}/TB,aresample=48000:async=1:first_pts=0,apad,atrim=end={Seconds(Length)}",
        "-ac", "2", "-c:a", "aac", "-b:a", "192k",
    ];

    private static string Seconds(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A sound track that <see cref="SoundToPipe"/> made, beside frames from the pipe: its packets are laid into the film as they are, and
/// nothing here may decode them, because their bytes may be a user's.
/// </summary>
public sealed record SoundOfFile(string Path) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
        ["-protocol_whitelist", "file", "-format_whitelist", "mov", "-codec_whitelist", "rawvideo", "-f", "mov", "-i", "file:" + Path];
}

/// <summary>The frames of the first input with the sound of the second, packet by packet.</summary>
/// <param name="PacketSeconds">Of one packet: only its decoder knows, and there is none (the last packet would be left out without it).</param>
public sealed record FramesWithSound(double PacketSeconds) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
        ["-map", "0:v:0", "-map", "1:a:0", "-c:a", "copy", "-bsf:a", $"setts=duration=round({PacketSeconds.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture)}/TB)"];
}
