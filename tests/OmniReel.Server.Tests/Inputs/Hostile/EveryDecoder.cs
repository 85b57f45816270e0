using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OmniReel.Media.Editing;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Remaking;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.References;
using OmniReel.Media.Stills;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>Every decoder of the product that touches a user's bytes, given a file that nothing has looked at before.</summary>
internal sealed class EveryDecoder(Sandbox sandbox, TemporaryFolder folder)
{
    // What a probe would have to say of a film for it to get that far.
    private static readonly FilmFacts s_facts = new(false, "h264", 1280, 720, 24, 3, 72, true);

    private readonly ConcurrentDictionary<string, int> _seen = [];

    /// <summary>Files that each was given.</summary>
    public IEnumerable<KeyValuePair<string, int>> Seen => _seen.OrderBy(seen => seen.Key, StringComparer.Ordinal);

    /// <summary>What the decoders say of a file.</summary>
    /// <param name="turn">The first and one of the others; null: all of them.</param>
    /// <param name="check">Looks at what was decoded.</param>
    public async IAsyncEnumerable<string> RunAsync(string path, bool isPicture, int? turn, Action<byte[]> check, [EnumeratorCancellation] CancellationToken stop)
    {
        var all = isPicture ? Pictures(path, check, stop) : Films(path, check, stop);
        foreach (var (name, run) in turn is { } at ? [all[0], all[1 + at % (all.Count - 1)]] : all)
        {
            _seen.AddOrUpdate(name, 1, static (_, times) => times + 1);
            yield return await SaidAsync(run);
        }
    }

    private static async Task<string> SaidAsync(Func<Task<string>> run)
    {
        try
        {
            return await run();
        }
        catch (UnreadableMediaException unreadable)
        {
            return unreadable.Message;
        }
    }

    private List<(string Name, Func<Task<string>> Run)> Pictures(string path, Action<byte[]> check, CancellationToken stop) =>
    [
        ("pictures as JPEG", () => PixelsAsync(Decoder.DecodeAsync(path, MediaFormat.Jpeg, Facts(false), 320, 240, stop), check)),
        ("pictures as PNG", () => PixelsAsync(Decoder.DecodeAsync(path, MediaFormat.Png, Facts(true), 320, 240, stop), check)),
        ("element pictures as JPEG", () => FileAsync(made => new MediaRemaker(sandbox).PictureAsync(path, MediaFormat.Jpeg, Facts(false), made, stop), check)),
        ("element pictures as PNG", () => FileAsync(made => new MediaRemaker(sandbox).PictureAsync(path, MediaFormat.Png, Facts(true), made, stop), check)),
    ];

    private List<(string Name, Func<Task<string>> Run)> Films(string path, Action<byte[]> check, CancellationToken stop) =>
    [
        ("probes", async () => (await new FilmProbe(sandbox).ReadAsync(path, stop)).ToString()),
        ("moments", () => PixelsAsync(Decoder.DecodeMomentAsync(path, 1, 320, 240, stop), check)),
        ("element films", () => FileAsync(made => new MediaRemaker(sandbox).FilmAsync(path, made, stop), check)),
        ("kept sounds", () => PixelsAsync(SoundAsync(path, stop), check)),
        ("edits", () => FileAsync(made => new FilmEditor(new RenderOptions(1), sandbox).EditAsync(
            new EditPlan(320, 180, 12, []), new SourceFilm(path, s_facts, KeepsSound: true), new EditMaterial(), new FilmFiles(made), cancellation: stop), check)),
        ("studies", async () => (await Reader.StudyAsync(path, s_facts with { Seconds = 1 }, stop)).Frames.ToString()),
        ("last pictures", () => PixelsAsync(LastPictureAsync(path, stop), check)),
        ("driving sounds", () => PixelsAsync(DrivingSoundAsync(path, stop), check)),
    ];

    private PictureDecoder Decoder => new(sandbox);

    private ReferenceReader Reader => new(sandbox);

    private static PictureFacts Facts(bool hasAlpha) => new(400, 400, 1, hasAlpha, 0);

    private async Task<byte[]> SoundAsync(string path, CancellationToken stop) =>
        (await new OriginalSound(sandbox, new SoundProbe(sandbox)).TakeAsync(path, 72, stop))?.Mp4 ?? [];

    private async Task<byte[]> LastPictureAsync(string path, CancellationToken stop) => (await Reader.PictureAsync(path, s_facts, isLast: true, 320, 180, stop)).Pixels;

    private async Task<byte[]> DrivingSoundAsync(string path, CancellationToken stop) => await Reader.SoundAsync(path, 24, stop) ?? [];

    private static async Task<string> PixelsAsync(Task<byte[]> decoding, Action<byte[]> check)
    {
        check(await decoding);
        return "";
    }

    private async Task<string> FileAsync(Func<string, Task> make, Action<byte[]> check)
    {
        var made = folder.File($"made-{Guid.NewGuid():n}.mp4");
        try
        {
            await make(made);
            check(await File.ReadAllBytesAsync(made));
            return "";
        }
        finally
        {
            File.Delete(made);
        }
    }
}
