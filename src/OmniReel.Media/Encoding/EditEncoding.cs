using OmniReel.Media.Plans;

namespace OmniReel.Media.Encoding;

/// <summary>How an edited film is encoded: as every film, with the sound that it keeps.</summary>
internal static class EditEncoding
{
    /// <summary>As <see cref="FilmEncoding"/>'s: part of the film's bytes.</summary>
    private const int Threads = 4;

    /// <summary>The preset's own: what a camera saw moves in every part of it.</summary>
    private const int Refinement = 2;

    /// <param name="sound">A file of <see cref="KeptSound"/> and how long its packets sound; null for a film without sound.</param>
    public static IReadOnlyList<FfmpegArgument> Command(int width, int height, (string Path, double PacketSeconds)? sound, string path) =>
    [
        new Quietly(),
        new KeepTimes(),
        new RawFramesFromPipe(width, height, FilmPlan.FrameRate),
        .. sound is var (file, packet) ? new FfmpegArgument[] { new SoundOfFile(file), new FramesWithSound(packet) } : [],
        new H264(Quality: 20, Preset: "veryfast", Refinement, Threads, LongestGroup: 2 * FilmPlan.FrameRate),
        new Bt709Limited(),
        new Mp4File(path, sound is not null),
    ];
}
