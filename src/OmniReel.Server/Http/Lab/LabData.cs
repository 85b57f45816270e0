using System.Text.Json.Serialization;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Http.Lab;

/// <summary>What there is: the answer to <c>GET /lab</c>.</summary>
internal sealed record LabData(string Note, IReadOnlyList<string> Headers, IReadOnlyList<string> Paths, IReadOnlyList<string> Scenarios, IReadOnlyList<LabTestData> Tests);

/// <summary>One test.</summary>
internal sealed record LabTestData(string Test, string Clock, long Now, IReadOnlyList<LabLineData> Scenarios);

/// <summary>An order that is set, and how often it had its turn.</summary>
internal sealed record LabLineData(string Scenario, int Seen, int Used);

/// <summary>A scenario that there is.</summary>
internal sealed record LabScenarioData(string Id, string Place, string En, string Zh, IReadOnlyList<LabParameterData> Parameters);

/// <summary>One of its parameters.</summary>
internal sealed record LabParameterData(string Name, string Usual, string En, string Zh, IReadOnlyList<string>? Words);

/// <summary>The answer to <c>GET /lab/scenarios</c>.</summary>
internal sealed record LabScenariosData(LabTestData Test, IReadOnlyList<LabScenarioData> Catalogue);

/// <summary>The answer to <c>GET /lab/journal</c>: <c>count</c> is that of the requests that fit.</summary>
internal sealed record LabJournalData(string Test, int Count, long Forgotten, IReadOnlyList<LabEntry> Requests, IReadOnlyList<LabCallback> Callbacks);

/// <summary>The body of <c>POST /lab/scenarios</c>.</summary>
internal sealed record LabScenariosWish(IReadOnlyList<string>? Scenarios);

/// <summary>The body of <c>POST /lab/clock</c> and <c>/lab/clock/advance</c>.</summary>
internal sealed record LabClockWish(string? Pace, double? Seconds);

/// <summary>The lab's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LabData))]
[JsonSerializable(typeof(LabTestData))]
[JsonSerializable(typeof(LabScenariosData))]
[JsonSerializable(typeof(LabJournalData))]
[JsonSerializable(typeof(LabScenariosWish))]
[JsonSerializable(typeof(LabClockWish))]
internal sealed partial class LabContext : JsonSerializerContext;
