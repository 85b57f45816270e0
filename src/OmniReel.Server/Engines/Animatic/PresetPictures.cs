using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using SkiaSharp;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Draws the presets as this engine puts them into films: standing, or dancing, alone in a meadow at noon.</summary>
internal sealed class PresetPictures(FilmRenderer renderer, IArtifactStore artifacts, PresetElements presets) : IPresetPictures, IDisposable
{
    /// <summary>In the artifact's name, so that a new drawing takes the place of an old one.</summary>
    private const int Edition = 1;

    private const int Side = 960;

    // A moment in the middle of a phrase: at the first frame everybody stands still.
    private const int Moment = 40;

    private readonly SemaphoreSlim _drawing = new(1);

    public string ArtifactOf(PresetElement preset) => $"preset-{preset.Id}-{Edition}";

    public async ValueTask<Artifact?> FindAsync(string artifact, CancellationToken cancellation)
    {
        if (presets.All.FirstOrDefault(preset => ArtifactOf(preset) == artifact) is not { } asked)
            return null;
        if (artifacts.Find(artifact) is { } kept)
            return kept;

        await _drawing.WaitAsync(cancellation);
        try
        {
            return artifacts.Find(artifact) ?? await Task.Run(() => DrawAsync(asked), cancellation);
        }
        finally
        {
            _drawing.Release();
        }
    }

    public void Dispose() => _drawing.Dispose();

    /// <summary>The plan whose one frame is the picture.</summary>
    internal static FilmPlan Plan(ElementSubject subject) => new(Side, Side,
    [
        new ShotPlan
        {
            Frames = 2 * Moment,
            Place = Place.Meadow,
            Camera = CameraMove.Static,
            Size = ShotSize.Full,
            Figures = [PresetFigures.Of(subject)],
            // The high bits choose hair and beards.
            Seed = 12 | (ulong)subject << 8,
        },
    ]);

    private async Task<Artifact> DrawAsync(PresetElement preset)
    {
        var draft = artifacts.NewDraft(".png");
        using (var frame = renderer.RenderFrame(Plan(preset.Subject), Moment))
        using (var png = frame.Encode(SKEncodedImageFormat.Png, 100))
        await using (var file = File.Create(draft))
            png.SaveTo(file);
        return await artifacts.CommitAsync(draft, ArtifactOf(preset), "image/png", CancellationToken.None);
    }
}
