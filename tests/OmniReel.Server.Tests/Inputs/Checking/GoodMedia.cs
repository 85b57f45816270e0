using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Checking;

/// <summary>Files as cameras, phones, editors and browsers make them, and what is true of them.</summary>
internal static class GoodMedia
{
    private const string Test = "-f lavfi -i testsrc2=s=800x600 -frames:v 1";
    private const string Film = "-f lavfi -i testsrc2=s=1280x720:r=24:d=3";
    private const string Fast = "-c:v libx264 -preset ultrafast";

    private static int s_made;

    public static List<(string Name, byte[] Bytes, int Width, int Height)> Pictures(TemporaryFolder folder)
    {
        var photo = Made(folder, Test + " -pix_fmt yuvj420p -q:v 3", "jpg");
        return
        [
            .. Enumerable.Range(1, 8).Select(turn => ($"orientation {turn}", JpegBytes.With(photo, 0xE1, JpegBytes.Exif(turn, turn % 2 == 0)), turn > 4 ? 600 : 800, turn > 4 ? 800 : 600)),
            ("grey JPEG", Made(folder, Test + " -pix_fmt gray", "jpg"), 800, 600),
            ("4:4:4 JPEG", Made(folder, Test + " -pix_fmt yuvj444p", "jpg"), 800, 600),
            ("progressive JPEG", Convert.FromBase64String(Samples.ProgressiveJpeg), 400, 320),
            ("CMYK JPEG", Convert.FromBase64String(Samples.CmykJpeg), 400, 320),
            ("PNG", Made(folder, Test + " -pix_fmt rgb24", "png"), 800, 600),
            ("transparent PNG", Made(folder, Test + " -pix_fmt rgba", "png"), 800, 600),
            ("16-bit PNG", Made(folder, Test + " -pix_fmt rgb48be", "png"), 800, 600),
            ("transparent 16-bit PNG", Made(folder, Test + " -pix_fmt rgba64be", "png"), 800, 600),
            ("grey PNG", Made(folder, Test + " -pix_fmt gray", "png"), 800, 600),
            ("palette PNG", Made(folder, Test + " -pix_fmt pal8", "png"), 800, 600),
            ("odd sides", Made(folder, Test + " -vf scale=641:479 -pix_fmt rgb24", "png"), 641, 479),
        ];
    }

    public static List<(string Name, Func<byte[]> Make, int Width, int Height, bool Sound)> Films(TemporaryFolder folder)
    {
        var plain = Path.Combine(folder.Path, "plain.mp4");
        Ffmpeg.Make($"{Film} -f lavfi -i sine=d=3 {Fast} -c:a aac -shortest", plain);
        return
        [
            ("MP4 with sound", () => File.ReadAllBytes(plain), 1280, 720, true),
            ("silent MP4", () => Made(folder, $"{Film} {Fast}"), 1280, 720, false),
            ("MOV", () => Made(folder, $"-i {plain} -c copy", "mov"), 1280, 720, true),
            ("5.1 sound", () => Made(folder, $"{Film} -f lavfi -i anullsrc=channel_layout=5.1:d=3 {Fast} -c:a aac -shortest"), 1280, 720, true),
            ("B-frames", () => Made(folder, $"{Film} -c:v libx264 -preset superfast -bf 3"), 1280, 720, false),
            ("fragmented", () => Made(folder, $"-i {plain} -c copy -movflags frag_keyframe+empty_moov"), 1280, 720, true),
            ("index first", () => Made(folder, $"-i {plain} -c copy -movflags +faststart"), 1280, 720, true),
            ("turned by a phone", () => Made(folder, $"-i {plain} -c copy -metadata:s:v rotate=270"), 720, 1280, true),
            ("anamorphic", () => Made(folder, $"-f lavfi -i testsrc2=s=960x720:r=24:d=3 -vf setsar=4/3 {Fast}"), 1280, 720, false),
            ("odd sides", () => Made(folder, $"{Film} -vf scale=1281:721,setsar=1 {Fast} -pix_fmt yuv444p"), 1281, 721, false),
            ("variable rate", () => Made(folder, $"-f lavfi -i testsrc2=s=1280x720:r=60:d=3 -vf select='not(mod(n,3))+gt(n,90)' -vsync vfr {Fast}"), 1280, 720, false),
            ("10 bits, high dynamic range", () => Made(folder, $"{Film} {Fast} -pix_fmt yuv420p10le -color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc"), 1280, 720, false),
            ("29.97 a second", () => Made(folder, $"-f lavfi -i testsrc2=s=1280x720:r=30000/1001:d=3.1 {Fast}"), 1280, 720, false),
            ("HEVC", () => Made(folder, $"{Film} -c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1"), 1280, 720, false),
        ];
    }

    private static byte[] Made(TemporaryFolder folder, string words, string extension = "mp4") =>
        Ffmpeg.Bytes(words, folder.File($"good{Interlocked.Increment(ref s_made)}.{extension}"));
}
