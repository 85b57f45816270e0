using System.Text.Json;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Testing;
using SkiaSharp;

namespace OmniReel.Media.Tests.Films;

/// <summary>
/// The films of <c>docs/gallery</c>, from prompt to picture: one frame of each as 32×18 cells, all on one sheet. They are compared as
/// those of <see cref="GoldenFramesTests"/> are, and written anew alike.
/// </summary>
public sealed class GalleryTests
{
    private const int Columns = 6;
    private const double Tolerance = 3;

    private static readonly Lazy<IReadOnlyList<JsonElement>> s_requests = new(() =>
        [.. File.ReadLines(Path.Combine(Checkout.Root, "docs", "gallery", "requests.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)]);

    private static string SheetPath => Path.Combine(Checkout.Root, "tests", "OmniReel.Media.Tests", "Films", "Golden", "Gallery.png");

    [Fact]
    public void Sixty_films_look_as_they_did()
    {
        s_requests.Value.Count.ShouldBe(60);
        var seen = new SKColor[s_requests.Value.Count][];
        Parallel.For(0, seen.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => seen[i] = Seen(s_requests.Value[i]));
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") == "1")
            Write(seen);

        File.Exists(SheetPath).ShouldBeTrue("There is no golden sheet of the gallery: run the tests with OMNIREEL_UPDATE_GOLDEN=1.");
        using var sheet = SKBitmap.Decode(SheetPath);
        var changed = new List<string>();
        for (var i = 0; i < seen.Length; i++)
        {
            var worst = Kept(sheet, i).Zip(seen[i], RealShots.Difference).Max();
            if (worst > Tolerance)
                changed.Add($"{Name(s_requests.Value[i])} ({worst:0.0})");
        }

        changed.ShouldBeEmpty($"{changed.Count} of {seen.Length} films changed: {string.Join(", ", changed)}. If that is wanted, run the tests with OMNIREEL_UPDATE_GOLDEN=1.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{seen.Length} films of the gallery look as they did");
    }

    [Fact]
    public void Every_film_of_the_gallery_has_its_picture_and_its_place_on_both_pages()
    {
        var folder = Path.Combine(Checkout.Root, "docs", "gallery");
        foreach (var page in (string[])["README.md", "README.zh-CN.md"])
        {
            var text = File.ReadAllText(Path.Combine(folder, page));
            foreach (var request in s_requests.Value)
            {
                text.ShouldContain(request.GetRawText(), customMessage: $"{page} is not that of requests.jsonl: run eng/gallery");
                File.Exists(Path.Combine(folder, Name(request) + ".jpg")).ShouldBeTrue(Name(request));
            }
        }
    }

    [Fact]
    public void Both_languages_have_about_as_many()
    {
        var chinese = s_requests.Value.Count(r => Prompts(r).Any(p => p.Any(c => c is >= '一' and <= '鿿')));
        chinese.ShouldBeInRange(24, 36);
    }

    private static string Name(JsonElement request) => request.GetProperty("external_task_id").GetString()!;

    private static SKColor[] Seen(JsonElement request)
    {
        var (width, height) = request.GetProperty("aspect_ratio").GetString() switch
        {
            "9:16" => (180, 320),
            "1:1" => (240, 240),
            _ => (320, 180),
        };
        var seconds = int.Parse(request.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var divide = request.TryGetProperty("shot_type", out var type) && type.GetString() == "intelligence";
        ScriptShot[] shots = request.TryGetProperty("multi_prompt", out var given)
            ? [.. given.EnumerateArray().Select(s => new ScriptShot(s.GetProperty("prompt").GetString()!, 24 * int.Parse(s.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture)))]
            : [new ScriptShot(request.GetProperty("prompt").GetString()!, 24 * seconds + 1)];
        var plan = ScriptReader.Read(new ScriptRequest(shots, "", width, height, divide)).Plan;
        using var frame = new FilmRenderer(new RenderOptions(1)).RenderFrame(plan, plan.Frames / 2);
        return RealShots.Thumbnail(frame);
    }

    private static IEnumerable<string> Prompts(JsonElement request)
    {
        if (request.TryGetProperty("prompt", out var prompt))
            yield return prompt.GetString()!;
        if (!request.TryGetProperty("multi_prompt", out var shots))
            yield break;
        foreach (var shot in shots.EnumerateArray())
            yield return shot.GetProperty("prompt").GetString()!;
    }

    private static IEnumerable<SKColor> Kept(SKBitmap sheet, int number)
    {
        var (left, top) = (number % Columns * 32, number / Columns * 18);
        for (var y = 0; y < 18; y++)
        {
            for (var x = 0; x < 32; x++)
                yield return sheet.GetPixel(left + x, top + y);
        }
    }

    private static void Write(SKColor[][] films)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Columns * 32, (films.Length + Columns - 1) / Columns * 18, SKColorType.Bgra8888, SKAlphaType.Opaque));
        for (var i = 0; i < films.Length; i++)
        {
            for (var cell = 0; cell < films[i].Length; cell++)
                bitmap.SetPixel(i % Columns * 32 + cell % 32, i / Columns * 18 + cell / 32, films[i][cell]);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var file = File.Create(SheetPath);
        png.SaveTo(file);
    }
}
