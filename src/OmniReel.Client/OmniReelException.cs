using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;

namespace OmniReel.Client;

/// <summary>
/// A request that did not come to what was asked for. What may be done about it is the type: <see cref="RequestRefusedException"/>,
/// <see cref="AccessDeniedException"/>, <see cref="NotFoundException"/>, <see cref="LimitReachedException"/>,
/// <see cref="ServerFailedException"/>, <see cref="MissingFeatureException"/>, <see cref="UnexpectedAnswerException"/>,
/// <see cref="OutcomeUnknownException"/>, <see cref="FilmFailedException"/>.
/// </summary>
/// <remarks>A server that cannot be reached at all is an <see cref="HttpRequestException"/>, one that is silent a <see cref="TimeoutException"/>.</remarks>
public class OmniReelException : Exception
{
    private protected OmniReelException(Refusal refusal, Exception? inner = null)
        : base(refusal.Line, inner) =>
        (Status, Code, ServerMessage, RequestId, RetryAfter, Errors) = (refusal.Status, refusal.Code, refusal.Message, refusal.RequestId, refusal.RetryAfter, refusal.Errors);

    private protected OmniReelException(string message, Exception? inner)
        : base(message, inner) => (ServerMessage, RequestId, Errors) = (message, "", []);

    /// <summary>The status of HTTP; 0 when no answer came.</summary>
    public int Status { get; }

    /// <summary>The envelope's code, one of <see cref="Contract.Errors.ErrorCode"/> (1201: a value is wrong, 1302: too fast, …); 0 when the answer was no envelope.</summary>
    public int Code { get; }

    /// <summary>What the server said, in the language asked for.</summary>
    public string ServerMessage { get; }

    /// <summary>The id under which the server's log knows this request; empty when it gave none.</summary>
    public string RequestId { get; }

    /// <summary>How long to wait before trying again, where the server said so.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Every broken rule with its field; empty where the server names none, as the vendor's does.</summary>
    public IReadOnlyList<RuleViolation> Errors { get; }
}

/// <summary>The request is wrong and would be refused again: a field (see <see cref="OmniReelException.Errors"/>), a policy, its size or type.</summary>
public sealed class RequestRefusedException : OmniReelException
{
    internal RequestRefusedException(Refusal refusal)
        : base(refusal)
    {
    }
}

/// <summary>The key is missing, wrong, out of date, or has no right to this.</summary>
public sealed class AccessDeniedException : OmniReelException
{
    internal AccessDeniedException(Refusal refusal)
        : base(refusal)
    {
    }
}

/// <summary>There is no such task, element or callback.</summary>
public sealed class NotFoundException : OmniReelException
{
    internal NotFoundException(Refusal refusal)
        : base(refusal)
    {
    }
}

/// <summary>Too fast, too much at once, or a budget or quota is used up.</summary>
public sealed class LimitReachedException : OmniReelException
{
    internal LimitReachedException(Refusal refusal)
        : base(refusal) => WaitingHelps = refusal.WaitingHelps;

    /// <summary>The same request may be taken later. False: something must be bought, deleted or allowed first.</summary>
    public bool WaitingHelps { get; }
}

/// <summary>The server failed, or is not available. A create that ends so without an idempotency key may have been taken nevertheless.</summary>
public sealed class ServerFailedException : OmniReelException
{
    internal ServerFailedException(Refusal refusal)
        : base(refusal)
    {
    }
}

/// <summary>The server does not have what was asked for: an extension of OmniReel that the vendor and relays lack.</summary>
public sealed class MissingFeatureException : OmniReelException
{
    internal MissingFeatureException(string feature, Refusal refusal)
        : base(refusal with { Message = $"This server has no {feature}, which are an extension of OmniReel: it answered {refusal.Status}" }) => Feature = feature;

    /// <summary>What is missing, as in <c>quotes</c>.</summary>
    public string Feature { get; }
}

/// <summary>The answer is not one of this API: a proxy's page perhaps, or another kind of server.</summary>
public sealed class UnexpectedAnswerException : OmniReelException
{
    internal UnexpectedAnswerException(Refusal refusal, Exception? inner = null)
        : base(refusal, inner)
    {
    }
}

/// <summary>
/// A create went out and no answer came back: the task may exist. It was not sent again. Look for it by its external id or in the list;
/// or create with an idempotency key, which may be sent again.
/// </summary>
public sealed class OutcomeUnknownException : OmniReelException
{
    internal OutcomeUnknownException(string? idempotencyKey, Exception cause)
        : base(
            "The connection failed before the answer came, so the task may exist. "
            + (idempotencyKey is null ? "Look for it by its external_task_id before you send it again." : "Sending it again with the same idempotency key creates no second one.")
            + $" ({cause.Message})",
            cause) => IdempotencyKey = idempotencyKey;

    /// <summary>The key that it was sent with: sent again with it, the same task is found or made. Null when there was none.</summary>
    public string? IdempotencyKey { get; }
}

/// <summary>A task ended without a film.</summary>
public sealed class FilmFailedException : OmniReelException
{
    internal FilmFailedException(TaskData task)
        : base(
            task.TaskStatus == TaskStatusWords.Failed ? $"Task {task.TaskId} made no film: {task.TaskStatusMsg}"
            : $"Task {task.TaskId} has no film: it is {task.TaskStatus}",
            null) => Task = task;

    /// <summary>The task; its <see cref="TaskData.TaskStatusMsg"/> says why.</summary>
    public TaskData Task { get; }
}
