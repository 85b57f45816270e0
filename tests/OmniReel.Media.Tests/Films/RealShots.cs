using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Films;

/// <summary>Shots as people ask for them: every place once, with people, weather and light that differ.</summary>
internal static class RealShots
{
    public static ShotPlan Of(Place place, int frames = 72) => (place switch
    {
        Place.Sea => Shot(TimeOfDay.Sunset, Weather.Clear, Person(OmniReel.Media.Plans.Person.Woman, FigureAction.Dance, Accessory.Ribbons)),
        Place.City => Shot(TimeOfDay.Night, Weather.Rain, Person(OmniReel.Media.Plans.Person.Man, FigureAction.Walk, Accessory.Umbrella)),
        Place.Forest => Shot(TimeOfDay.Noon, Weather.Snow, Person(OmniReel.Media.Plans.Person.Child, FigureAction.Walk)) with { Season = Season.Winter },
        Place.Mountains => Shot(TimeOfDay.Sunrise, Weather.Clear) with { Camera = CameraMove.Pull },
        Place.Room => Shot(TimeOfDay.Night, Weather.Clear, Person(OmniReel.Media.Plans.Person.Woman, FigureAction.Stand, Accessory.Hat)) with { Size = ShotSize.Medium },
        _ => Shot(TimeOfDay.Noon, Weather.Clear, Person(OmniReel.Media.Plans.Person.Woman, FigureAction.Dance), Person(OmniReel.Media.Plans.Person.Child, FigureAction.Dance)),
    }) with { Place = place, Frames = frames };

    /// <summary>Means of 32×18 cells, three channels each: what a picture shows without its edges.</summary>
    public static SKColor[] Thumbnail(SKBitmap picture)
    {
        const int columns = 32, rows = 18;
        var sums = new (int Red, int Green, int Blue, int Count)[columns * rows];
        var pixels = picture.Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            var cell = i / picture.Width * rows / picture.Height * columns + i % picture.Width * columns / picture.Width;
            var (red, green, blue, count) = sums[cell];
            sums[cell] = (red + pixels[i].Red, green + pixels[i].Green, blue + pixels[i].Blue, count + 1);
        }

        return Array.ConvertAll(sums, s => new SKColor((byte)(s.Red / s.Count), (byte)(s.Green / s.Count), (byte)(s.Blue / s.Count)));
    }

    /// <summary>Of the three channels, 0..255.</summary>
    public static double Difference(SKColor a, SKColor b) =>
        (Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue)) / 3.0;

    public static async Task<byte[]> FilmAsync(FilmPlan plan, int threads, string path)
    {
        await new FilmRenderer(new RenderOptions(threads)).RenderAsync(plan, path, null, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    private static ShotPlan Shot(TimeOfDay time, Weather weather, params FigurePlan[] figures) =>
        new() { Frames = 72, Seed = 20260117, Time = time, Weather = weather, Figures = figures };

    private static FigurePlan Person(Person person, FigureAction action, params Accessory[] accessories) =>
        new() { Person = person, Action = action, Accessories = accessories };
}
