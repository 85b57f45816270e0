namespace OmniReel.Client;

/// <summary>The server answered, and its answer was not what was asked for.</summary>
public sealed class OmniReelException : Exception
{
    internal OmniReelException(int status, int code, string serverMessage, string requestId, TimeSpan? retryAfter)
        : base($"{serverMessage} (HTTP {status}, code {code}{(requestId.Length > 0 ? $", request {requestId}" : "")})") =>
        (Status, Code, ServerMessage, RequestId, RetryAfter) = (status, code, serverMessage, requestId, retryAfter);

    /// <summary>The status of HTTP.</summary>
    public int Status { get; }

    /// <summary>The envelope's code (1201: a value is wrong, 1302: too fast, …); 0 when the answer was no envelope.</summary>
    public int Code { get; }

    /// <summary>What the server said, in the language asked for.</summary>
    public string ServerMessage { get; }

    /// <summary>The id under which the server's log knows this request; empty when it gave none.</summary>
    public string RequestId { get; }

    /// <summary>How long to wait before trying again, where the server said so.</summary>
    public TimeSpan? RetryAfter { get; }
}
