using System.Text.Json.Serialization;

namespace OmniReel.Server.Tasks;

/// <summary>The JSON columns of a store. Enum members are kept by name, so their order in code is free and their names are not.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TaskFacts))]
[JsonSerializable(typeof(TaskResult))]
public sealed partial class TaskJson : JsonSerializerContext;
