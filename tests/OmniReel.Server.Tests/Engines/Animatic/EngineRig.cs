using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Editing;
using OmniReel.Media.Frames;
using OmniReel.Media.References;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>The embedded engine with a real renderer, a real sandbox, a real ffmpeg and a real folder of artifacts.</summary>
internal sealed class EngineRig : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EngineRig() => Artifacts = new DiskArtifactStore(File("artifacts"), File("drafts"));

    public DiskArtifactStore Artifacts { get; }

    public InputRoom Inputs { get; } = new();

    /// <summary>Finished films that engines of this rig find again; a test adds them.</summary>
    public FilmsOf Films { get; } = new();

    /// <summary>Where own elements are; null for a test without any.</summary>
    public IElementStore? Elements { get; set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Inputs.Dispose();
        _folder.Dispose();
    }

    /// <summary>A path for a file of the test.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>Where the one film is that was made.</summary>
    public string FilmPath() => Directory.GetFiles(File("artifacts"), "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();

    /// <summary>Attempts that broke or ended have left nothing half made.</summary>
    public void ShouldHaveNoDrafts() => Directory.GetFileSystemEntries(File("drafts")).ShouldBeEmpty();

    /// <summary>An engine that knows of no film but those of <see cref="Films"/>.</summary>
    public AnimaticEngine Engine(RenderOptions? rendering = null, string voices = "espeak-ng")
    {
        rendering ??= new RenderOptions(2);
        var shelf = new FilmShelf(Films, Artifacts, new FilmFlights(), NullLogger<FilmShelf>.Instance);
        return new AnimaticEngine(
            new FilmRenderer(rendering), shelf, new FilmWishes(Artifacts, NullLogger<FilmWishes>.Instance), new PresetElements(), Inputs.Inputs,
            new SoundStudio(Inputs.Sandbox, voices), new FilmEdits(new FilmEditor(rendering, Inputs.Sandbox), shelf, new PresetElements()),
            new DrivenFilms(new ReferenceReader(Inputs.Sandbox)), Inputs.References(Artifacts, Elements));
    }

    /// <summary>What a new engine makes of a request.</summary>
    public Task<TaskResult> MakeAsync(VideoRequest request, RenderOptions? rendering = null, IProgress<int>? told = null, string voices = "espeak-ng") =>
        MakeAsync(Engine(rendering, voices), Sample.Queued(1), request, told);

    public static Task<TaskResult> MakeAsync(AnimaticEngine engine, VideoTask task, VideoRequest request, IProgress<int>? told = null) =>
        engine.MakeAsync(new EngineAttempt(task, request, new HeldBody(default), new NoSlot()), told ?? new Percents(), Stop);
}

/// <summary>All that was told, in order.</summary>
internal sealed class Percents : IProgress<int>
{
    private readonly Lock _gate = new();
    private readonly List<int> _all = [];

    public IReadOnlyList<int> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public void Report(int value)
    {
        lock (_gate)
            _all.Add(value);
    }
}
