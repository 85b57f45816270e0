using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Checking;

/// <summary>Inputs of tasks with everything real but the web: files are had by the names that the test gives them.</summary>
internal sealed class InputRoom : IInputFetcher, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, byte[]> _files = [];

    public InputRoom(bool required = false, Sandbox? sandbox = null)
    {
        Sandbox = sandbox ?? new Sandbox(new PatientTime(), 2);
        Check = new MediaCheck(new FilmProbe(Sandbox), new PictureDecoder(Sandbox), NullLogger<MediaCheck>.Instance);
        Folders = new InputFolders(Root);
        Inputs = new TaskInputs(this, Check, Sandbox, Folders, new InputPolicy(required));
    }

    public Sandbox Sandbox { get; }

    public TaskInputs Inputs { get; }

    public MediaCheck Check { get; }

    public InputFolders Folders { get; }

    /// <param name="elements">Where own elements are; a test without any needs none.</param>
    public ReferencePictures References(IArtifactStore artifacts, IElementStore? elements = null) =>
        new(elements!, artifacts, Check, Folders, new PresetElements(), Inputs);

    /// <summary>Where the folders of tasks are.</summary>
    public string Root => _folder.File("task-inputs");

    /// <summary>Thrown instead of every fetch.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>What is fetched arrives no sooner.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public static VideoRequest Request(params (string Url, ImageRole Role)[] images) => new()
    {
        Profile = ApiProfile.Relay,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(images.Any(i => i.Role == ImageRole.FirstFrame) ? InputKind.FirstFrame : InputKind.Reference, ShotKind.SingleShot),
        Seconds = 3,
        Prompt = "It moves.",
        Images = [.. images.Select(i => new ImageInput(i.Url, null, i.Role))],
    };

    public static VideoRequest Film(string url, VideoModel model = VideoModel.V3Omni) => Request() with
    {
        Model = model,
        Kind = new RequestKind(InputKind.VideoFeature, ShotKind.SingleShot),
        Video = new VideoInput(url, IsBase: false, KeepOriginalSound: true),
    };

    /// <summary>Puts a file where a URL of this name leads.</summary>
    public string Give(string name, byte[] bytes)
    {
        _files[name] = bytes;
        return name;
    }

    public Task<PreparedInputs> PrepareAsync(VideoRequest request, ReadOnlyMemory<byte> body = default, IProgress<double>? done = null) =>
        Inputs.PrepareAsync("tenant", 0, request, new HeldBody(body), done, TestContext.Current.CancellationToken);

    public async Task<InputFile> FetchAsync(FetchShare share, long acceptedAt, string url, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        if (Trouble is not null)
            throw Trouble;
        await Until.WaitAsync(cancellation);
        await using var draft = InputDraft.In(folder, media, field);
        foreach (var piece in _files[url].Chunk(64 << 10))
            await draft.AddAsync(piece, cancellation);
        return await draft.FinishAsync();
    }

    public async Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation)
    {
        await using var draft = InputDraft.In(folder, InputMedia.Image, field);
        await draft.AddAsync(Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(inline.Span)), cancellation);
        return await draft.FinishAsync();
    }

    public void Dispose()
    {
        if (Directory.Exists(Root))
            Directory.EnumerateFileSystemEntries(Root).ShouldBeEmpty("every task's folder is gone");
        Sandbox.Dispose();
        _folder.Dispose();
    }
}
