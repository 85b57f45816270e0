using OmniReel.Media.Encoding.Probing;

namespace OmniReel.Media.Encoding.Remaking;

/// <summary>One picture, coded anew, on standard output: upright, and with nothing beside its pixels.</summary>
/// <param name="Format">JPEG or PNG.</param>
/// <param name="LongestSide">Larger ones are made smaller, in pixels.</param>
public sealed record PictureToPipe(MediaFormat Format, PictureFacts Facts, int LongestSide) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:v:0", "-frames:v", "1", "-filter_threads", "1", "-vf", string.Join(',', Filters), "-map_metadata", "-1", .. Codec,
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", "image2pipe", "pipe:1",
    ];

    // Adobe's four inks and odd samplings become what every program shows.
    private IEnumerable<string> Codec => Format == MediaFormat.Jpeg
        ? ["-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj444p"]
        : ["-c:v", "png", "-pred", "mixed", "-compression_level", "4"];

    private IEnumerable<string> Filters
    {
        get
        {
            if (Math.Max(Facts.StoredWidth, Facts.StoredHeight) > LongestSide)
                yield return $"scale={Text(LongestSide)}:{Text(LongestSide)}:force_original_aspect_ratio=decrease:flags=lanczos+accurate_rnd+full_chroma_int";
            if (Upright.Filter(Facts.Orientation) is { Length: > 0 } turn)
                yield return turn;
            // Profiles, thumbnails and whatever a later ffmpeg would carry over.
            yield return "sidedata=mode=delete";
        }
    }
}

/// <summary>
/// One film, coded anew, on standard output: upright H.264 and the first sound as AAC, no date, place or other track. It comes in
/// fragments, since nothing can be written back into a pipe.
/// </summary>
/// <param name="Seconds">The rest is left out.</param>
public sealed record FilmToPipe(int Seconds) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", Text(Seconds), "-filter_threads", "1",
        "-vf", "scale=trunc(iw/2)*2:trunc(ih/2)*2,setsar=1,sidedata=mode=delete",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", "-threads", "1",
        "-c:a", "aac", "-b:a", "192k", "-ac", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
        "-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-f", "mp4", "pipe:1",
    ];
}
