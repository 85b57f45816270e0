using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary><c>data.omnireel</c>: everything that the vendor's task object does not have. Absent parts are left out.</summary>
public sealed record OmniReelData
{
    /// <summary>The engine's own account of what it makes: raw JSON, written as it is.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Plan { get; init; }

    /// <summary>Words and fields that the engine did not understand or honour.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? NotUnderstood { get; init; }

    /// <summary>Fields of the body that are not part of the contract, as paths such as <c>image_list[0].zoom</c>; at most 100.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Ignored { get; init; }

    /// <summary>The engine, as in <c>X-OmniReel-Engine</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Engine { get; init; }

    /// <summary>Engine attempts begun so far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Attempts { get; init; }

    /// <summary>Tasks in front of this one; 0 for the next.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? QueuePosition { get; init; }

    /// <summary>Milliseconds until the film is expected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? EtaMs { get; init; }

    /// <summary>The status in the product's words: <c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c>, <c>canceled</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }

    /// <summary>0 to 100; left out once the task has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Progress { get; init; }

    /// <summary>What the film is made from, as in a quote: <c>text-to-video</c>, <c>reference</c>, ….</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    /// <summary>How its prompt begins; only in a list that was asked for with <c>titles=true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>A signed link to one good frame of the film, a JPEG as large as the film.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PosterUrl { get; init; }

    /// <summary>A signed link to ten frames of the film side by side, a JPEG.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StripUrl { get; init; }

    /// <summary>A signed link to the storyboard, a PNG: a picture of each shot with its number, time and words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StoryboardUrl { get; init; }

    /// <summary>True: the film of an earlier, identical request, which was not drawn again. Left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Cached { get; init; }
}
