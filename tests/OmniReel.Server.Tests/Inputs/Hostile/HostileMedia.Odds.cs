using System.Text;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>48 to 52: two things at once, nothing at all, broken at random, and words for a terminal.</summary>
internal sealed partial class HostileMedia
{
    // Of each good file in long runs: a film broken once costs as much as four or five pictures, and all of them together are to take minutes.
    private const int PictureSeeds = 12;
    private const int FilmSeeds = 5;

    // Of the two plain ones, in every run.
    private static readonly (int Films, int Pictures) s_plain = Checkout.LongCounts ? (16, 12) : (4, 3);

    private IEnumerable<HostileCase> Odds() =>
    [
        Video(48, "film and page at once", () => [.. Film, .. "<html><script>alert(1)</script></html>"u8]),
        Picture(48, "picture and archive at once", () => [.. Photo, .. "PK\x03\x04"u8, .. new byte[200], .. "PK\x05\x06"u8, .. new byte[18]]),
        // What a file is called is part of its address; the test puts these names there.
        Video(49, "names that are patterns, options and lines", () => Film),
        Video(50, "nothing, one byte, noise", () => [], () => [0], () => Noise(1 << 20), () => [.. Start, .. Noise(1 << 20)]),
        Picture(50, "the same as pictures", () => [], () => [0xFF], () => [.. Photo[..3], .. Noise(100_000)]),
        new(51, "films broken at random", false, () => Broken(Film, s_plain.Films)),
        new(51, "pictures broken at random", true, () => Broken(Photo, s_plain.Pictures).Concat(Broken(Made("-f lavfi -i testsrc2=s=400x400 -frames:v 1", "png"), s_plain.Pictures))),
        .. GoodOnes(),
        Video(52, "titles for terminals", () => Titled($"\e]0;{trap.Token}\a\e[2J"), () => Titled(new string('x', 100_000)), () => Titled("x\uD83D\uDE00\u202E")),
        Picture(52, "the same in a picture", () => PngFile.Of(400, 400, 8, PngFile.Grey, _ => new byte[400], ("tEXt", [.. "Title\0"u8, .. Encoding.UTF8.GetBytes($"\e[2J{trap.Token}"), 0xC3, 0x28]))),
    ];

    // Every file that is taken while it is whole, of every usual kind.
    private IEnumerable<HostileCase> GoodOnes() => !Checkout.LongCounts ? [] :
    [
        .. GoodMedia.Pictures(folder).Select(good => new HostileCase(51, $"{good.Name}, broken at random", true, () => Broken(good.Bytes, PictureSeeds))),
        .. GoodMedia.Films(folder).Select(good => new HostileCase(51, $"{good.Name}, broken at random", false, () => Broken(good.Make(), FilmSeeds))),
    ];

    private static IEnumerable<byte[]> Broken(byte[] whole, int count) => Enumerable.Range(1, count).Select(seed =>
    {
        var random = new Random(seed);
        var copy = (byte[])whole.Clone();
        for (var left = Math.Max(1, (int)(whole.Length * new[] { 0.0001, 0.001, 0.01 }[seed % 3])); left > 0; left--)
            copy[random.Next(16, copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    });

    private byte[] Titled(string title) =>
        Ffmpeg.Bytes($"-i {Put(Film, "mp4")} -c copy -metadata", $"title={title}", folder.File($"titled{Interlocked.Increment(ref _made)}.mp4"));
}
