using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>Finds out what a film is: first what its header claims, then, unless that is absurd, what its frames say.</summary>
/// <param name="program">Name or path of ffprobe.</param>
public sealed class FilmProbe(Sandbox sandbox, string program = "ffprobe")
{
    /// <summary>A film that claims to be longer has its frames not counted, in seconds.</summary>
    private const double WorthCounting = 120;

    private const double LargestRate = 1000, LargestSide = 100_000;

    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(4), 1 << 20, SandboxCaps.DefaultMemory);

    private static readonly HashSet<string> s_codecs = ["h264", "hevc", "av1", "vp9", "mpeg4", "mjpeg", "prores"];

    /// <exception cref="UnreadableMediaException">It is no film that can be used; the message says why and quotes nothing of it.</exception>
    /// <exception cref="SandboxException">The sandbox failed, not the film.</exception>
    /// <exception cref="FfmpegException">ffprobe is missing.</exception>
    public async Task<FilmFacts> ReadAsync(string path, CancellationToken cancellation)
    {
        var header = await AskAsync(path, [new AccountOf(FilmAccount.Header)], cancellation);
        var tracks = header.Streams ?? [];
        var film = tracks.FirstOrDefault(track => track.CodecType == "video" && track.Disposition?.GetValueOrDefault("attached_pic") != 1)
            ?? throw new UnreadableMediaException("there is no film in it");
        if (film.CodecTagString?.StartsWith("enc", StringComparison.Ordinal) == true)
            throw new UnreadableMediaException("it is encrypted");
        if (film.CodecName is not { } codec || !s_codecs.Contains(codec))
            throw new UnreadableMediaException("it is in a codec that is not read here; H.264 is");

        var (width, height) = Shown(film);
        var claimed = Numbers.Seconds(film.Duration) ?? Numbers.Seconds(header.Format?.Duration) ?? 0;
        var rate = Math.Min(Numbers.Ratio(film.AvgFrameRate) ?? 0, LargestRate);
        int? frames = null;
        if (claimed <= WorthCounting)
        {
            (claimed, rate, var counted) = Counted(await AskAsync(path, [new OneTrack(film.Index), new AccountOf(FilmAccount.Times)], cancellation), rate);
            frames = counted;
        }

        var quickTime = header.Format?.Tags?.GetValueOrDefault("major_brand")?.TrimEnd() == "qt";
        return new(quickTime, codec, width, height, rate, claimed, frames, tracks.Any(track => track.CodecType == "audio"));
    }

    private async Task<FilmAccount> AskAsync(string path, IReadOnlyList<FfmpegArgument> questions, CancellationToken cancellation)
    {
        var outcome = await sandbox.RunAsync(program, path, name => [.. questions, new UntrustedFile(MediaFormat.Mp4, name)], s_caps, cancellation);
        return outcome.End switch
        {
            SandboxEnd.Done => FilmAccount.Read(outcome.Output),
            SandboxEnd.TooLong when outcome.IsStarved => throw SandboxException.Starved(),
            SandboxEnd.TooLong => throw new UnreadableMediaException("reading it takes too long"),
            SandboxEnd.TooMuch => throw new UnreadableMediaException("it has far too many frames or tracks"),
            _ => throw new UnreadableMediaException("it is broken, or no MP4 or MOV"),
        };
    }

    private static (int Width, int Height) Shown(TrackAccount film)
    {
        double width = film.Width * (Numbers.Ratio(film.SampleAspectRatio) ?? 1), height = film.Height;
        if (width < 1 || height < 1 || width > LargestSide || height > LargestSide)
            throw new UnreadableMediaException("its frames have no size");
        var turn = film.SideDataList?.Select(side => side.Rotation).FirstOrDefault(found => found is not null)
            ?? Numbers.Seconds(film.Tags?.GetValueOrDefault("rotate")) ?? 0;
        var size = ((int)Math.Round(width), (int)Math.Round(height));
        return Math.Abs(turn % 180) is > 45 and < 135 ? (size.Item2, size.Item1) : size;
    }

    private static (double Seconds, double Rate, int Frames) Counted(FilmAccount account, double claimedRate)
    {
        double first = double.MaxValue, last = double.MinValue, end = double.MinValue;
        var frames = 0;
        foreach (var packet in account.Packets ?? [])
        {
            frames++;
            if (Numbers.Seconds(packet.PtsTime) is not { } shown)
                continue;
            first = Math.Min(first, shown);
            last = Math.Max(last, shown);
            end = Math.Max(end, shown + Math.Max(0, Numbers.Seconds(packet.DurationTime) ?? 0));
        }

        if (frames == 0 || end < first)
            throw new UnreadableMediaException("there are no frames in it");
        // From the first frame to the last there is one interval fewer than frames.
        var rate = last > first ? Math.Min((frames - 1) / (last - first), LargestRate) : claimedRate;
        return (end - first, rate, frames);
    }
}
