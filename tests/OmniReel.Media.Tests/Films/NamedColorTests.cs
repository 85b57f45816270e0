using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Films;

/// <summary>
/// A garment's named colour in whole frames: what differs between a film and the same film in gray is the garment, and its
/// hue must be the one that was asked for, whatever lamp shines on it.
/// </summary>
public sealed class NamedColorTests
{
    private static readonly FilmRenderer Renderer = new(new RenderOptions(2));

    public static TheoryData<Place, TimeOfDay, Weather> Lights => new()
    {
        { Place.City, TimeOfDay.Night, Weather.Clear },
        { Place.City, TimeOfDay.Noon, Weather.Rain },
        { Place.Sea, TimeOfDay.Sunset, Weather.Clear },
    };

    [Theory]
    [MemberData(nameof(Lights))]
    public void A_garment_has_the_hue_it_was_asked_for(Place place, TimeOfDay time, Weather weather)
    {
        var gray = Frame(place, time, weather, NamedColor.Gray);
        foreach (var color in new[] { NamedColor.Red, NamedColor.Yellow, NamedColor.Green, NamedColor.Blue, NamedColor.Purple, NamedColor.Pink })
        {
            var garment = Garment(Frame(place, time, weather, color), gray);
            garment.Count.ShouldBeGreaterThan(250, $"{color} in {place} {time} {weather}: hardly any garment");
            var (hue, chroma) = Hue(garment);
            var (wanted, _) = Hue([ClothColors.Of(color)]);
            var apart = Math.Abs(hue - wanted);
            Math.Min(apart, 360 - apart).ShouldBeLessThan(32, $"{color} in {place} {time} {weather} has the hue {hue:0}, not {wanted:0}");
            chroma.ShouldBeGreaterThan(25, $"{color} in {place} {time} {weather} is hardly a colour");
        }
    }

    [Theory]
    [MemberData(nameof(Lights))]
    public void White_is_lighter_than_gray_and_black_is_darker(Place place, TimeOfDay time, Weather weather)
    {
        SKColor[] white = Frame(place, time, weather, NamedColor.White), black = Frame(place, time, weather, NamedColor.Black);
        var garment = Garment(white, black);

        garment.Count.ShouldBeGreaterThan(250);
        (Luma(garment) - Luma(Garment(black, white))).ShouldBeGreaterThan(50, $"{place} {time} {weather}");
    }

    private static SKColor[] Frame(Place place, TimeOfDay time, Weather weather, NamedColor color)
    {
        var figure = new FigurePlan { Clothing = color };
        var shot = new ShotPlan { Frames = 48, Seed = 7, Place = place, Time = time, Weather = weather, Camera = CameraMove.Static, Figures = [figure] };
        using var picture = Renderer.RenderFrame(new FilmPlan(320, 180, [shot]), 20);
        return picture.Pixels;
    }

    private static List<SKColor> Garment(SKColor[] film, SKColor[] other) =>
        [.. film.Where((pixel, i) => RealShots.Difference(pixel, other[i]) > 14)];

    private static double Luma(List<SKColor> pixels) => pixels.Average(p => 0.2126 * p.Red + 0.7152 * p.Green + 0.0722 * p.Blue);

    /// <summary>Of the mean colour: hue in degrees of the circle and its distance from gray.</summary>
    private static (double Hue, double Chroma) Hue(List<SKColor> pixels)
    {
        double red = pixels.Average(p => p.Red), green = pixels.Average(p => p.Green), blue = pixels.Average(p => p.Blue);
        double x = red - (green + blue) / 2, y = Math.Sqrt(0.75) * (green - blue);
        return ((Math.Atan2(y, x) * 180 / Math.PI + 360) % 360, Math.Sqrt(x * x + y * y));
    }
}
