namespace OmniReel.Server.Elements;

/// <summary>The pictures of the presets, drawn by whoever can draw them.</summary>
public interface IPresetPictures
{
    /// <summary>The artifact of a preset's picture, a PNG; drawn at first asking and kept, the same bytes everywhere.</summary>
    Task<string> PictureAsync(PresetElement preset, CancellationToken cancellation);
}
