using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Films;

/// <summary>
/// One composed frame of every place, kept as a picture of 32×18 pixels. Skia chooses its code by the processor, so machines
/// may differ on edges: each cell must be as it was up to 3 of 255. After a wanted change of pictures, run these tests with
/// OMNIREEL_UPDATE_GOLDEN=1, look at the new pictures, and commit them.
/// </summary>
public sealed class GoldenFramesTests
{
    private const double Tolerance = 3;

    private static readonly bool Update = Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") == "1";

    public static TheoryData<Place> Places => [.. Enum.GetValues<Place>()];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_looks_as_it_did(Place place)
    {
        using var frame = new FilmRenderer(new RenderOptions(2)).RenderFrame(new FilmPlan(320, 180, [RealShots.Of(place)]), 30);
        var seen = RealShots.Thumbnail(frame);
        var path = Path.Combine(Checkout.Root, "tests", "OmniReel.Media.Tests", "Films", "Golden", $"{place}.png");
        if (Update)
            Write(path, seen);

        File.Exists(path).ShouldBeTrue($"There is no golden picture of {place}: run the tests with OMNIREEL_UPDATE_GOLDEN=1.");
        using var golden = SKBitmap.Decode(path);
        (golden.Width, golden.Height).ShouldBe((32, 18));
        var differences = golden.Pixels.Zip(seen, RealShots.Difference).ToArray();
        var worst = Array.IndexOf(differences, differences.Max());
        differences[worst].ShouldBeLessThanOrEqualTo(
            Tolerance,
            $"{place}: {differences.Count(d => d > Tolerance)} of {differences.Length} cells changed, most at column {worst % 32}, row {worst / 32}: "
            + $"{golden.Pixels[worst]} was, {seen[worst]} is. If that is wanted, run the tests with OMNIREEL_UPDATE_GOLDEN=1.");
    }

    private static void Write(string path, SKColor[] thumbnail)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(new SKImageInfo(32, 18, SKColorType.Bgra8888, SKAlphaType.Opaque)) { Pixels = thumbnail };
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var file = File.Create(path);
        png.SaveTo(file);
    }
}
