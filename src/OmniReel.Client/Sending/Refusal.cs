using OmniReel.Contract.Reading;

namespace OmniReel.Client.Sending;

/// <summary>An answer that is not what was asked for, read as far as it can be.</summary>
internal sealed record Refusal(int Status, int Code, string Message, string RequestId, TimeSpan? RetryAfter, IReadOnlyList<RuleViolation> Errors)
{
    /// <summary>All of it on one line.</summary>
    public string Line => $"{Message} (HTTP {Status}, code {Code}{(RequestId.Length > 0 ? $", request {RequestId}" : "")})";

    /// <summary>A limit that time lifts. A bare 429, as relays send it, is one.</summary>
    public bool WaitingHelps => Status == 429 && Code is 0 or 1302 or 1303 or 429;

    /// <summary>The exception that says what may be done.</summary>
    /// <param name="ask">What was asked.</param>
    /// <param name="isEnvelope">The answer speaks this API.</param>
    public OmniReelException ToException(Ask ask, bool isEnvelope)
    {
        // A path or method that a server does not know; behind relays also a page of HTML that says 200.
        if (ask.Feature is { } feature && (Status is 404 or 405 or 501 || Code is 1202 or 1203 || (Status is >= 200 and < 300 && !isEnvelope)))
            return new MissingFeatureException(feature, this);
        if (ask.NamesOne && Code == 1201 && Status == 400 && Errors.Count == 0)
            return new NotFoundException(this);
        return Status switch
        {
            401 or 403 => new AccessDeniedException(this),
            404 => new NotFoundException(this),
            429 => new LimitReachedException(this),
            >= 500 => new ServerFailedException(this),
            >= 400 => new RequestRefusedException(this),
            _ when !isEnvelope || Code == 0 => new UnexpectedAnswerException(this),
            _ => (this with { Status = StatusOf(Code) }).ToException(ask, isEnvelope),
        };
    }

    // A refusal that travels with 200, as some relays send it.
    private static int StatusOf(int code) => code switch
    {
        >= 100 and < 600 => code < 400 ? 400 : code,
        >= 1000 and < 1100 => 401,
        1103 => 403,
        (>= 1100 and < 1200) or (>= 1302 and <= 1304) => 429,
        1202 or 1203 => 404,
        5000 => 500,
        5001 => 503,
        5002 => 504,
        _ => 400,
    };
}
