using System.Text.Json.Serialization;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Answers;

/// <summary>The wire's JSON, source-generated: snake_case names. Write through <see cref="WireJson"/>, which leaves Chinese readable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Envelope<CreatedData>))]
[JsonSerializable(typeof(Envelope<TaskData>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<TaskData>>))]
[JsonSerializable(typeof(Envelope<ErrorData>))]
[JsonSerializable(typeof(Envelope<QuoteData>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<RuleEntry>>))]
[JsonSerializable(typeof(Envelope<FileData>))]
[JsonSerializable(typeof(Envelope<ElementTaskData>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<ElementTaskData>>))]
[JsonSerializable(typeof(Envelope<SimpleElementData>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<SimpleElementData>>))]
[JsonSerializable(typeof(TaskData))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(Envelope<CallbackData>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<CallbackData>>))]
[JsonSerializable(typeof(Envelope<ReplayData>))]
[JsonSerializable(typeof(Envelope<RotationData>))]
[JsonSerializable(typeof(Envelope<AttemptData>))]
[JsonSerializable(typeof(Envelope<SubmitsData>))]
[JsonSerializable(typeof(Envelope<SettledData>))]
[JsonSerializable(typeof(Envelope<SessionData>))]
[JsonSerializable(typeof(Envelope<AboutData>))]
[JsonSerializable(typeof(Envelope<RoutesData>))]
[JsonSerializable(typeof(Envelope<RouteAccountData>))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(CallbackTestRequest))]
[JsonSerializable(typeof(SettleRequest))]
[JsonSerializable(typeof(HappenedData))]
[JsonSerializable(typeof(TaskEventData))]
[JsonSerializable(typeof(OmniReelData))]
public sealed partial class WireContext : JsonSerializerContext;
