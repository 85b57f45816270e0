using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OmniReel.Media.Plans;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>A plan as <c>data.omnireel.plan</c> shows it: snake_case names and words.</summary>
internal static class PlanJson
{
    /// <summary>What a shot of a picture does not show.</summary>
    private static readonly string[] s_ofPlaces = ["place", "time", "weather", "season", "aloft", "traits", "figures", "things", "backdrop", "size", "terrain"];

    public static string Write(FilmPlan plan)
    {
        var json = JsonSerializer.SerializeToNode(plan, PlanContext.Default.FilmPlan)!;
        foreach (var (at, shot) in plan.Shots.Index().Where(shot => shot.Item.Picture is not null || shot.Item.EndPicture is not null))
        {
            foreach (var name in s_ofPlaces)
                json["shots"]![at]!.AsObject().Remove(name);
        }

        return json.ToJsonString(PlanContext.Default.Options);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(WordConverter<Place>), typeof(WordConverter<TimeOfDay>), typeof(WordConverter<Weather>), typeof(WordConverter<Season>), typeof(WordConverter<Aloft>), typeof(WordConverter<Traits>),
        typeof(WordConverter<Person>), typeof(WordConverter<FigureAction>), typeof(WordConverter<Accessory>), typeof(WordConverter<Bearing>), typeof(WordConverter<Handwork>),
        typeof(WordConverter<Garment>), typeof(WordConverter<Look>), typeof(WordConverter<Morph>), typeof(WordConverter<Stir>),
        typeof(WordConverter<Drawing>), typeof(WordConverter<ReferenceTrait>), typeof(WordConverter<Sequel>),
        typeof(WordConverter<ThingSize>), typeof(WordConverter<ThingSpot>), typeof(WordConverter<ThingSide>), typeof(WordConverter<ThingRelation>),
        typeof(WordConverter<ThingMotion>), typeof(WordConverter<PrintRole>),
        typeof(WordConverter<NamedColor>), typeof(WordConverter<CameraMove>), typeof(WordConverter<CameraPace>), typeof(WordConverter<CameraAngle>), typeof(WordConverter<CameraRoll>), typeof(WordConverter<ShotSize>), typeof(SeedConverter),
        typeof(WordConverter<Heard>), typeof(WordConverter<MusicMode>), typeof(WordConverter<Instrument>), typeof(WordConverter<Speaker>),
        typeof(WordConverter<Delivery>),
    ])]
[JsonSerializable(typeof(FilmPlan))]
internal sealed partial class PlanContext : JsonSerializerContext;

/// <summary>An enum member as a snake_case word.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;

/// <summary>Seeds as 16 hexadecimal digits: JavaScript would round them as numbers.</summary>
internal sealed class SeedConverter : JsonConverter<ulong>
{
    public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ulong.Parse(reader.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("x16", CultureInfo.InvariantCulture));
}
