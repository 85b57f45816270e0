using OmniReel.Media.Audio;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Encoding;

/// <summary>How every generated film is encoded.</summary>
internal static class FilmEncoding
{
    /// <summary>
    /// Part of the film's bytes, so the same on every machine: two cores lose 3 % of their time to four threads, larger
    /// machines need them for 4k.
    /// </summary>
    private const int Threads = 4;

    /// <summary>The preset's own 2 takes a third more time, for 8 % fewer bytes of equal likeness: cut paper moves as a whole.</summary>
    private const int Refinement = 1;

    /// <summary>Of frames that are pictures of a user's: nothing of them may be lost that can be seen.</summary>
    private const int ExactQuantizer = 9;

    private const int SoundKilobits = 160;

    /// <param name="sound">Path of the raw sound (see <see cref="SoundTrack"/>); null for a film without an audio stream.</param>
    public static IReadOnlyList<FfmpegArgument> Command(FilmPlan plan, IReadOnlyList<int> cuts, string path, string? sound = null) =>
    [
        new Quietly(),
        new RawFramesFromPipe(plan.Width, plan.Height, FilmPlan.FrameRate),
        .. sound is null ? Array.Empty<FfmpegArgument>() : [new RawSoundFile(sound, SoundFormat.Rate), new PicturesAndSound(), new Aac(SoundKilobits, SoundFormat.Rate)],
        new H264(Quality: 20, Preset: "veryfast", Refinement, Threads, LongestGroup: 2 * FilmPlan.FrameRate),
        new KeyFramesAt(cuts),
        new FineFrames(plan.PictureFrames, ExactQuantizer),
        new Bt709Limited(),
        new Mp4File(path, sound is not null),
    ];
}
