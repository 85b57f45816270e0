using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Elements;

/// <summary>The pictures of the presets, drawn by whoever can draw them: at first asking, and kept; the same bytes everywhere.</summary>
public interface IPresetPictures
{
    /// <summary>The id of a preset's picture, whether it is drawn already or not.</summary>
    string ArtifactOf(PresetElement preset);

    /// <summary>The picture of this id, drawn now if it was not before. Null for an id that is no preset's picture.</summary>
    ValueTask<Artifact?> FindAsync(string artifact, CancellationToken cancellation);
}
