using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>Something that happened to a fake upstream.</summary>
public sealed record JournalEntry
{
    /// <summary>1 for the first, without gaps.</summary>
    public long Number { get; init; }

    /// <summary>Unix milliseconds, by the upstream's clock.</summary>
    public long At { get; init; }

    /// <summary><c>post</c> (a POST that would make a film), <c>element</c>, <c>delete</c>, <c>download</c>, <c>callback</c> or <c>fault</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The number of the connection it came over, from 1; 0 where there is none.</summary>
    public long Connection { get; init; }

    /// <summary>The path of the request.</summary>
    public string? Path { get; init; }

    /// <summary>The caller's reference (<c>external_task_id</c>).</summary>
    public string? Reference { get; init; }

    /// <summary>The upstream's id: of a task, or of an element that was deleted.</summary>
    public string? TaskId { get; init; }

    /// <summary>SHA-256 of the request's body, in hexadecimal digits.</summary>
    public string? BodySum { get; init; }

    /// <summary>Bytes of the request's body, or of what was served of a film.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether this POST was paid for: a film is made.</summary>
    public bool Paid { get; init; }

    /// <summary>Units that it costs, a decimal.</summary>
    public decimal Units { get; init; }

    /// <summary>The code of the answer that was meant, 0 for success; what came of it says the entry of the fault.</summary>
    public int Code { get; init; }

    /// <summary>The fault that happened.</summary>
    public string? Fault { get; init; }

    /// <summary>SHA-256 of what was served of a film, in hexadecimal digits.</summary>
    public string? FilmSum { get; init; }

    /// <summary>The answer's message, a callback's receiver and what became of it.</summary>
    public string? Note { get; init; }

    /// <summary>The film that was paid for.</summary>
    public FakeOrder? Order { get; init; }

    /// <summary>The element that was made.</summary>
    public FakeElement? Element { get; init; }
}

/// <summary>JSON of the journal and of what is asked about it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(Control.JournalPage))]
[JsonSerializable(typeof(Control.PaidReport))]
[JsonSerializable(typeof(Control.FakeStats))]
[JsonSerializable(typeof(Control.FaultReport))]
[JsonSerializable(typeof(Control.FaultWish))]
internal sealed partial class FakeJson : JsonSerializerContext;
