using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Media.Frames;
using OmniReel.Media.Stills;
using OmniReel.Media.Storyboards;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;
using SkiaSharp;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>A shelf over a real folder of artifacts, with films of a few bytes.</summary>
public abstract class ShelfDesk : IDisposable
{
    private int _made;

    protected ShelfDesk() => Artifacts = new DiskArtifactStore(Folder.File("artifacts"), Folder.File("drafts"));

    private protected static SheetText Words { get; } = new("A film", false, [new PanelText("the sea", "push"), new PanelText("the wood", "pull")]);

    private protected TemporaryFolder Folder { get; } = new();

    private protected FilmsOf Films { get; } = new();

    private protected FilmFlights Flights { get; } = new();

    private protected DiskArtifactStore Artifacts { get; }

    /// <summary>Films that were begun.</summary>
    private protected int Made => Volatile.Read(ref _made);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected FilmShelf Shelf(IArtifactStore? artifacts = null) => new(Films, artifacts ?? Artifacts, Flights, NullLogger<FilmShelf>.Instance);

    /// <summary>What an order comes to, and is from then on found.</summary>
    /// <param name="making">Stands before each film that is begun; may throw.</param>
    private protected async Task<TaskResult> BringAsync(
        FilmOrder order, Func<IProgress<int>, Task>? making = null, IArtifactStore? artifacts = null, IWorkSlot? slot = null, IProgress<int>? percent = null, CancellationToken? cancellation = null)
    {
        var result = await Shelf(artifacts).BringAsync(order, slot ?? new NoSlot(), percent ?? new Percents(), MakeAsync, cancellation ?? Stop);
        Films.Add(order.Task, result);
        return result;

        async Task<FilmReport> MakeAsync(FilmFiles files, IProgress<int> told)
        {
            Interlocked.Increment(ref _made);
            if (making is not null)
                await making(told);
            return await WriteAsync(files);
        }
    }

    private protected static FilmOrder Order(int n, bool marked = false, bool fresh = false, string tenant = "a")
    {
        var task = Sample.Queued(n);
        return new FilmOrder(task with { Tenant = tenant, Facts = task.Facts with { Watermark = marked, Fresh = fresh } }, "{}", [24, 25], [], "key", Words);
    }

    private protected byte[] Content(string id)
    {
        using var stream = Artifacts.Open(Artifacts.Find(id).ShouldNotBeNull(id));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private protected static IEnumerable<string> Parts(TaskResult result) => new[]
    {
        result.VideoArtifact, result.WatermarkedArtifact, result.PosterArtifact, result.StripArtifact, result.PanelsArtifact, result.StoryboardArtifact,
    }.OfType<string>();

    private static async Task<FilmReport> WriteAsync(FilmFiles files)
    {
        foreach (var path in new[] { files.Film, files.Marked, files.Stills!.Poster, files.Stills.Strip }.OfType<string>())
            await File.WriteAllTextAsync(path, Path.GetFileName(path), Stop);
        using (var panels = new SKBitmap(new SKImageInfo(160, 180, SKColorType.Bgra8888, SKAlphaType.Opaque)))
        using (var file = File.Create(files.Stills.Panels))
            panels.Encode(file, SKEncodedImageFormat.Jpeg, 90);
        await using (var panels = File.OpenRead(files.Stills.Panels))
            Sheet.Write(panels, new SheetFacts(160, 90, [24, 25]), files.Stills.Text, files.Stills.Sheet);
        return new FilmReport(files.Film, 160, 90, 49, new FileInfo(files.Film).Length, new RenderTimings(default, [], default, default, default, default));
    }
}
