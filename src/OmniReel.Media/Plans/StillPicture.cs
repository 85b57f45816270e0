using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>A picture as large as the film that shows it.</summary>
/// <param name="Width">In pixels, that of the film.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Pixels">Row by row: blue, green, red and 255. Never changed.</param>
public sealed record StillPicture(int Width, int Height, [property: JsonIgnore] byte[] Pixels);
