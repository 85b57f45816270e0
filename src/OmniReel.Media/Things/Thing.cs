using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>Where such things are found when nothing is said.</summary>
internal enum Habitat { Ground, Sky, Water, Wall, Hang }

/// <summary>One line of the catalogue: a thing that can be named and drawn.</summary>
/// <param name="Lives">Animals and plants.</param>
/// <param name="Motion">What it does when nothing is said.</param>
/// <param name="Place">Where it is met with; null: anywhere.</param>
/// <param name="Metres">Its longer side.</param>
/// <param name="Color">What most of it has.</param>
/// <param name="Second">The colour of the lesser part; null: a shade of the first.</param>
/// <param name="FacesRight">The drawing looks to the right.</param>
internal sealed record Thing(
    string Id, bool Lives, ThingMotion Motion, Habitat Habitat, Place? Place, float Metres, SKColor Color, SKColor? Second, bool FacesRight,
    IReadOnlyList<string> English, IReadOnlyList<string> Chinese, IReadOnlyList<string> Signs)
{
    /// <summary>Moves on its own legs, wings or fins.</summary>
    public bool IsAnimal => Lives && Motion is not (ThingMotion.Sway or ThingMotion.Rest or ThingMotion.Fall);
}
