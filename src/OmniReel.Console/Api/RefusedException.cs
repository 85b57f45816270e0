using OmniReel.Contract.Reading;

namespace OmniReel.Console.Api;

/// <summary>The server answered, and said no.</summary>
public sealed class RefusedException(int status, int code, string message, string requestId, TimeSpan? retryAfter, IReadOnlyList<RuleViolation> errors) : Exception(message)
{
    /// <summary>The status of HTTP.</summary>
    public int Status => status;

    /// <summary>The envelope's code; 0 where the answer was no envelope.</summary>
    public int Code => code;

    /// <summary>What the server's log knows the request by.</summary>
    public string RequestId => requestId;

    /// <summary>When trying again may help.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Each broken rule, where rules were broken.</summary>
    public IReadOnlyList<RuleViolation> Errors => errors;
}
