using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.Answers;

/// <summary>A refusal: the status of HTTP, the code of the envelope, and one line for the caller in both languages.</summary>
internal sealed record ApiError(int Status, int Code, string English, string Chinese)
{
    /// <summary>Seconds after which trying again may help; null when waiting does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The line in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
