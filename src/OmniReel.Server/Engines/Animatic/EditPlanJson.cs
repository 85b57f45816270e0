using System.Text.Json;
using System.Text.Json.Serialization;
using OmniReel.Media.Plans;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The plan of an edit as <c>data.omnireel.plan</c> shows it: snake_case names and words.</summary>
internal static class EditPlanJson
{
    public static string Write(EditPlan plan) => JsonSerializer.Serialize(plan, EditPlanContext.Default.EditPlan);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(WordConverter<Grade>), typeof(WordConverter<Strength>), typeof(WordConverter<NamedColor>), typeof(WordConverter<Overlay>),
        typeof(WordConverter<Style>), typeof(WordConverter<BlurKind>), typeof(WordConverter<FilmLook>), typeof(WordConverter<Flip>),
        typeof(WordConverter<Person>), typeof(WordConverter<FigureAction>), typeof(WordConverter<Accessory>), typeof(WordConverter<Garment>), typeof(WordConverter<Look>),
        typeof(WordConverter<Fade>), typeof(WordConverter<InsertSource>), typeof(WordConverter<InsertSize>), typeof(WordConverter<FramePlace>),
    ])]
[JsonSerializable(typeof(EditPlan))]
internal sealed partial class EditPlanContext : JsonSerializerContext;
