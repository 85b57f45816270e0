using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>Pictures of a request as things that prompts name: <c>image_1</c>, <c>element_2</c>. They do what people and things do.</summary>
internal static class PrintThings
{
    /// <summary>Values of names in vocabularies: far above those of the catalogue.</summary>
    private const int Images = 1_000_000, Elements = 2_000_000;

    private const string Image = "image_", Element = "element_";

    public static bool Is(Thing thing) => thing.Habitat == Habitat.Ground && (thing.Id.StartsWith(Image, StringComparison.Ordinal) || thing.Id.StartsWith(Element, StringComparison.Ordinal));

    /// <summary>The value that <see cref="Named"/> takes; below a million pictures.</summary>
    public static int ValueOf(bool isElement, int number) => (isElement ? Elements : Images) + number;

    /// <summary>Null where the value is no picture's.</summary>
    public static Thing? Named(int value) => value switch
    {
        >= Elements => Of($"{Element}{value - Elements}"),
        >= Images => Of($"{Image}{value - Images}"),
        _ => null,
    };

    public static Thing Of(string id) => new(id, false, ThingMotion.Rest, Habitat.Ground, null, 1.7f, SKColors.White, null, true, [], [], []);
}
