using System.Text.Json.Serialization;
using OmniReel.Contract.Errors;

namespace OmniReel.Contract.Answers;

/// <summary>The envelope of every answer: <c>{code, message, request_id, data}</c>.</summary>
/// <typeparam name="T">The shape of <see cref="Data"/>.</typeparam>
public sealed record Envelope<T>
    where T : class
{
    /// <summary>0 for success, else one of <see cref="ErrorCodes"/>.</summary>
    public required int Code { get; init; }

    /// <summary>Free text; of an error one line that says what was wrong and what would be right.</summary>
    public required string Message { get; init; }

    /// <summary>The request's id, also in the header <c>X-Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The answer's content; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public T? Data { get; init; }
}

/// <summary>What all envelopes share.</summary>
public static class Envelope
{
    /// <summary>The message of every success.</summary>
    public const string Success = "SUCCEED";
}
