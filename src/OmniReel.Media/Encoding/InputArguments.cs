namespace OmniReel.Media.Encoding;

/// <summary>
/// A file that a user gave, as the input of ffmpeg or ffprobe: only the demuxer of the format that its first bytes were found to be
/// may look at it, only files may be opened, and only codecs of cameras and editors; so that no playlist, script or subtitle can
/// stand in for a film. Dimensions, streams and the time spent looking are capped.
/// </summary>
/// <param name="Name">What it is called where the command runs.</param>
public sealed record UntrustedFile(MediaFormat Format, string Name) : FfmpegArgument
{
    /// <summary>Largest number of pixels of a frame that is decoded.</summary>
    public const int MostPixels = 1 << 26;

    /// <summary>Largest single block of memory that libav may ask for, in bytes.</summary>
    private const int LargestBlock = 384 << 20;

    private const int MostStreams = 16;

    /// <summary>Bytes looked at to find out about streams.</summary>
    private const int ProbedBytes = 5_000_000;

    /// <summary>Microseconds of film looked at to find out about streams.</summary>
    private const int ProbedTime = 5_000_000;

    public override IEnumerable<string> Words =>
    [
        "-protocol_whitelist", "file", "-format_whitelist", Demuxer, "-codec_whitelist", Codecs, "-f", Demuxer,
        "-max_alloc", Text(LargestBlock), "-max_pixels", Text(MostPixels), "-max_streams", Text(MostStreams),
        "-probesize", Text(ProbedBytes), "-analyzeduration", Text(ProbedTime), "-threads", "1", "-i", "file:" + Name,
    ];

    private string Demuxer => Format switch
    {
        MediaFormat.Jpeg => "jpeg_pipe",
        MediaFormat.Png => "png_pipe",
        _ => "mov",
    };

    private string Codecs => Format switch
    {
        MediaFormat.Jpeg => "mjpeg",
        MediaFormat.Png => "png",
        _ => "h264,hevc,av1,libdav1d,libaom-av1,vp9,mpeg4,mjpeg,prores,aac,aac_fixed,alac,mp3,mp3float,ac3,eac3,opus,libopus,flac,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_f32le",
    };
}

/// <summary>ffprobe's account of a file as JSON: the fields that are asked for, and errors only beside it.</summary>
/// <param name="Entries">In ffprobe's own notation.</param>
public sealed record AccountOf(string Entries) : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-hide_banner", "-v", "error", "-of", "json=compact=1", "-show_entries", Entries];
}

/// <summary>Only what concerns one track is told.</summary>
/// <param name="Index">From 0, as ffprobe counts.</param>
public sealed record OneTrack(int Index) : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-select_streams", Text(Index)];
}

/// <summary>A frame whose decoder complains is an error, and pictures are not turned behind our back.</summary>
public sealed record Strictly : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-xerror", "-noautorotate"];
}

/// <summary>One picture as raw pixels on standard output, blue first, four bytes each; colours are multiplied by a transparency that is there.</summary>
/// <param name="Width">Of the result, in pixels, after the turn.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Orientation">How it is turned upright: EXIF's 1 to 8.</param>
public sealed record RawPictureToPipe(int Width, int Height, int Orientation, bool HasAlpha) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:v:0", "-frames:v", "1", "-filter_threads", "1", "-vf", string.Join(',', Filters),
        "-map_metadata", "-1", "-c:v", "rawvideo", "-pix_fmt", "bgra", "-f", "rawvideo", "pipe:1",
    ];

    private IEnumerable<string> Filters
    {
        get
        {
            // Scaled first: whatever follows has fewer pixels to turn. Transparent pixels may have any colour, so they lose it before.
            var (width, height) = Orientation > 4 ? (Height, Width) : (Width, Height);
            if (HasAlpha)
                yield return "format=rgba,format=gbrap,premultiply=inplace=1";
            yield return $"scale={Text(width)}:{Text(height)}:flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp";
            if (Orientation > 1)
                yield return Upright.Filter(Orientation);
        }
    }
}

/// <summary>One moment of a film as raw pixels on standard output, blue first, four bytes each and opaque.</summary>
/// <param name="Second">Since the film began.</param>
/// <param name="Width">Of the result, in pixels.</param>
/// <param name="Height">Likewise.</param>
public sealed record RawMomentToPipe(double Second, int Width, int Height) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:v:0", "-frames:v", "1", "-filter_threads", "1",
        "-vf", $"select=gte(t\\,{Second.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)}),scale={Text(Width)}:{Text(Height)}:flags=lanczos+accurate_rnd+full_chroma_int",
        "-map_metadata", "-1", "-c:v", "rawvideo", "-pix_fmt", "bgra", "-f", "rawvideo", "pipe:1",
    ];
}
