using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>One generator of the corpus: files that are there to read, connect, crash, fill or delay something.</summary>
/// <param name="Number">Of the corpus, 1 to 52.</param>
internal sealed record HostileCase(int Number, string Name, bool IsPicture, Func<IEnumerable<byte[]>> Files);

/// <summary>The 52 generators, in order. The same files each time, but for the addresses of the trap.</summary>
internal sealed partial class HostileMedia(Trap trap, TemporaryFolder folder)
{
    /// <summary>How many generators there are.</summary>
    public const int Count = 52;

    private readonly Lazy<byte[]> _film = new(() => Ffmpeg.Bytes(
        "-f lavfi -i testsrc2=s=1280x720:r=24:d=3 -f lavfi -i sine=d=3 -c:v libx264 -preset ultrafast -g 24 -c:a aac -shortest", folder.File("base.mp4")));

    private readonly Lazy<byte[]> _photo = new(() => Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1 -pix_fmt yuvj420p", folder.File("base.jpg")));

    private int _made;

    /// <summary>A film that breaks no rule; its index is last.</summary>
    public byte[] Film => _film.Value;

    /// <summary>A picture that breaks no rule.</summary>
    public byte[] Photo => _photo.Value;

    public IEnumerable<HostileCase> All =>
    [
        .. Scripts(),
        .. Pictures(),
        .. Films(),
        .. Odds(),
    ];

    private static HostileCase Video(int number, string name, params Func<byte[]>[] files) => new(number, name, false, () => files.Select(make => make()));

    private static HostileCase Picture(int number, string name, params Func<byte[]>[] files) => new(number, name, true, () => files.Select(make => make()));

    private byte[] Made(string words, string extension = "mp4") => Ffmpeg.Bytes(words, folder.File($"made{Interlocked.Increment(ref _made)}.{extension}"));

    private string Put(byte[] bytes, string extension)
    {
        var path = folder.File($"put{Interlocked.Increment(ref _made)}.{extension}");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
