using System.Text.Json.Serialization;

namespace OmniReel.Server.Elements;

/// <summary>The JSON columns of a store. Enum members are kept by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ElementFacts))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class ElementJson : JsonSerializerContext;
