using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>29 to 47: films that are too large, too long, of too many parts, or broken on purpose.</summary>
internal sealed partial class HostileMedia
{
    private const string Fast = "-c:v libx264 -preset ultrafast";

    private IEnumerable<HostileCase> Films() =>
    [
        Video(29, "8K at 120 frames a second", () => Made($"-f lavfi -i color=s=7680x4320:r=120 -frames:v {Checkout.Count(6, 120)} {Fast} -x264-params rc-lookahead=0:sync-lookahead=0:threads=1")),
        Video(30, "1000 frames a second", () => Made($"-f lavfi -i color=s=16x16:r=1000:d={Checkout.Count(20, 60)} {Fast}")),
        Video(31, "an hour of black", () => Made($"-f lavfi -i color=black:s=160x120:r=1:d=3600 {Fast}")),
        Video(32, "lengths of centuries", () => Lasting(0x7F), () => Lasting(0xFF)),
        Video(33, "no length, and one frame", () => Boxes.Replace(Film, "stts", Boxes.Set(12, 0, 0, 0, 0)), () => Made($"-f lavfi -i color=s=1280x720:r=24 -frames:v 1 {Fast}")),
        Video(34, "index cut, index last, index alone", () => Film[..^200], () => Film, () => Boxes.Without(Film, "mdat")),
        Video(35, "data without an end, data of 5 GB", () => [.. Start, 0, 0, 0, 0, .. "mdat"u8, .. new byte[900]], () => [.. Start, 0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 1, 0x40, 0, 0, 0, .. new byte[900]]),
        Video(36, "a hundred million samples", () => Boxes.Replace(Film, "stsz", Boxes.Set(8, 5, 0xF5, 0xE1, 0)), () => Boxes.Replace(Film, "stts", Boxes.Set(4, 0x7F, 0xFF, 0xFF, 0xFF))),
        Video(37, "boxes 10,000 deep", () => [.. Start, .. Deep()]),
        Video(38, "edit lists: before the start, in circles", () => Edited([0, 0, 0x0B, 0xB8, 0xFF, 0xFF, 0xFF, 0xFE, 0, 1, 0, 0], 1), () => Edited([0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0], 100_000)),
        Video(39, "100,000 fragments, fewer in short runs", Fragments),
        Video(40, "sound alone, 8 sounds, 32 tracks", () => Made("-f lavfi -i sine=d=3 -c:a aac"), () => Tracks(8), () => Tracks(31)),
        Video(41, "Matroska with an attachment of 1 GiB", () => [0x1A, 0x45, 0xDF, 0xA3, 0x84, 0x42, 0x86, 0x81, 1, 0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255, 0x19, 0x41, 0xA4, 0x69, 0x08, 0x40, 0, 0, 0, .. new byte[1000]]),
        Video(42, "Matroska of unknown sizes", () => [0x1A, 0x45, 0xDF, 0xA3, 0xFF, 0x18, 0x53, 0x80, 0x67, 0xFF, .. Noise(5000)]),
        Video(43, "turned, stretched, odd and deep",
            () => Made($"-i {Put(Film, "mp4")} -c copy -metadata:s:v rotate=90"),
            () => Made($"-f lavfi -i testsrc2=s=1280x720:r=24:d=3 -vf setsar=4/3 {Fast}"), () => Made($"-f lavfi -i testsrc2=s=640x480:r=24:d=1 -vf scale=321:241 {Fast} -pix_fmt yuv444p"),
            () => Made($"-f lavfi -i testsrc2=s=1280x720:r=24:d=3 {Fast} -pix_fmt yuv420p10le -color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc")),
        Video(44, "times that jump", () => Made($"-f lavfi -i testsrc2=s=1280x720:r=24:d=3 -vf setpts='if(gt(N,30),N+8589934592,N)' -vsync passthrough {Fast}"), Backwards),
        Video(45, "16 reference frames and noise", () => Made($"-i {Put(Made($"-f lavfi -i testsrc2=s=1280x720:r=24:d=3 -c:v libx264 -preset ultrafast -refs 16"), "mp4")} -c copy -bsf:v noise=amount=100")),
        Video(46, "another size halfway", Switching),
        Video(47, "encrypted", () => Made($"-i {Put(Film, "mp4")} -c copy -encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8")),
    ];

    private static byte[] Start => Boxes.Box("ftyp", [.. "isom\0\0\0\0isom"u8]);

    private byte[] Lasting(byte top) =>
        Boxes.Replace(Boxes.Replace(Boxes.Replace(Film, "mvhd", Boxes.Set(16, top, 255, 255, 255)), "mdhd", Boxes.Set(16, top, 255, 255, 255)), "stts", Boxes.Set(12, top, 255, 255, 255));

    private static byte[] Deep()
    {
        var size = 8 * 10_000;
        return [.. Enumerable.Range(0, 10_000).SelectMany(level => (byte[])[.. Boxes.Int((uint)(size - 8 * level)), .. level == 0 ? "moov"u8 : level % 2 == 0 ? "trak"u8 : "mdia"u8])];
    }

    private byte[] Edited(byte[] entry, int times) => Boxes.Replace(Film, "elst", _ => [.. Boxes.Int(0), .. Boxes.Int((uint)times), .. Enumerable.Repeat(entry, times).SelectMany(e => e)]);

    private byte[] Fragments()
    {
        var film = Made($"-f lavfi -i color=s=16x16:r=24:d=1 {Fast} -movflags frag_every_frame+empty_moov+default_base_moof");
        var boxes = Boxes.Of(film).ToList();
        var at = boxes.FindIndex(box => box.Kind == "moof");
        byte[] fragment = [.. Boxes.Box("moof", boxes[at].Content), .. Boxes.Box("mdat", boxes[at + 1].Content)];
        return [.. boxes[..at].SelectMany(box => Boxes.Box(box.Kind, box.Content)), .. Enumerable.Repeat(fragment, Checkout.Count(20_000, 100_000)).SelectMany(f => f)];
    }

    private byte[] Tracks(int sounds) => Made($"-i {Put(Film, "mp4")} -map 0:v{string.Concat(Enumerable.Repeat(" -map 0:a", sounds))} -c copy");

    private byte[] Backwards()
    {
        // The second frame is shown long before the first: its offset is a negative number of ticks.
        byte[] offsets = [1, 0, 0, 0, .. Boxes.Int(3), .. Boxes.Int(1), .. Boxes.Int(0), .. Boxes.Int(1), 0x80, 0, 0, 1, .. Boxes.Int(70), .. Boxes.Int(0)];
        return Boxes.Replace(Film, "stbl", content => [.. content, .. Boxes.Box("ctts", offsets)]);
    }

    private byte[] Switching()
    {
        var (large, small) = (Put(Made($"-f lavfi -i testsrc2=s=1280x720:r=24:d=2 {Fast}", "h264"), "h264"), Put(Made($"-f lavfi -i testsrc2=s=720x1280:r=24:d=2 {Fast}", "h264"), "h264"));
        return Made($"-r 24 -f h264 -i concat:{large}|{small} -c copy");
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
