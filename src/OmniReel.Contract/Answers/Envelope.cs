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

/// <summary>Makes envelopes.</summary>
public static class Envelope
{
    /// <summary>The message of every success.</summary>
    public const string Success = "SUCCEED";

    /// <summary>A success with its content.</summary>
    public static Envelope<T> Of<T>(string requestId, T data)
        where T : class =>
        new() { Code = (int)ErrorCode.Ok, Message = Success, RequestId = requestId, Data = data };

    /// <summary>An error; <paramref name="data"/> names the fields where fields are at fault.</summary>
    public static Envelope<ErrorData> OfError(string requestId, ErrorCode code, string message, ErrorData? data = null) =>
        new() { Code = (int)code, Message = message, RequestId = requestId, Data = data };
}
