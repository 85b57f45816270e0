namespace OmniReel.Media.Encoding;

/// <summary>Only the end of the file that follows is decoded.</summary>
/// <param name="Seconds">At most as much.</param>
public sealed record FromItsEnd(double Seconds) : FfmpegArgument
{
    public override IEnumerable<string> Words => ["-sseof", "-" + Text(Seconds)];
}

/// <summary>A film's pictures on standard output at a constant rate, small, planar YUV 4:2:0 in BT.709, limited: means of what they show.</summary>
/// <param name="Frames">Most of them.</param>
public sealed record SmallFilmToPipe(int Width, int Height, int FrameRate, int Frames) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:V:0", "-an", "-sn", "-dn", "-filter_threads", "1",
        "-vf", $"setpts=PTS-STARTPTS,fps={Text(FrameRate)},scale={Text(Width)}:{Text(Height)}:flags=area:out_color_matrix=bt709:out_range=tv,setsar=1",
        "-frames:v", Text(Frames), "-c:v", "rawvideo", "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1",
    ];
}

/// <summary>Pictures of a film, each as it is, on standard output: upright, cut to a shape around their middle, blue first, four bytes a pixel.</summary>
/// <param name="Inner">Sides that the whole picture is scaled to, none below the result's.</param>
/// <param name="Frames">Most of them.</param>
public sealed record RawFilmPicturesToPipe(int Width, int Height, (int Width, int Height) Inner, int Frames) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:V:0", "-an", "-sn", "-dn", "-filter_threads", "1", "-vf",
        $"scale={Text(Inner.Width)}:{Text(Inner.Height)}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,setsar=1,crop={Text(Width)}:{Text(Height)}",
        "-fps_mode", "passthrough", "-frames:v", Text(Frames), "-c:v", "rawvideo", "-pix_fmt", "bgra", "-f", "rawvideo", "pipe:1",
    ];
}

/// <summary>A film's first sound track on standard output as raw sound: two channels of 16 bits at a rate; what is missing is silence.</summary>
/// <param name="Start">Seconds of the file's clock at which the pictures begin.</param>
/// <param name="Length">Seconds that it lasts.</param>
/// <param name="Fade">Seconds over which it ends.</param>
public sealed record RawSoundToPipe(double Start, double Length, double Fade, int Rate) : FfmpegArgument
{
    public override IEnumerable<string> Words =>
    [
        "-map", "0:a:0", "-vn", "-sn", "-dn", "-filter_threads", "1", "-af",
        $"asetpts=PTS-{Seconds(Start)}/TB,aresample={Text(Rate)}:async=1:first_pts=0,apad,atrim=end={Seconds(Length)},afade=t=out:st={Seconds(Math.Max(0, Length - Fade))}:d={Seconds(Fade)}",
        "-ac", "2", "-ar", Text(Rate), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1",
    ];

    private static string Seconds(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
