namespace OmniReel.Server.Callbacks.Sending;

/// <summary>What one attempt came to.</summary>
internal enum SendVerdict
{
    /// <summary>2xx, and the answer came to its end.</summary>
    Delivered,

    /// <summary>410: nothing more of this is wanted.</summary>
    Gone,

    /// <summary>The receiver is at work, and did not take it: another answer of 3xx or 4xx.</summary>
    Refused,

    /// <summary>No answer in time, none at all, or one that says that the receiver is in trouble (5xx, 408, 429).</summary>
    Failed,
}

/// <summary>One attempt, ended.</summary>
/// <param name="Status">HTTP status; null without an answer.</param>
/// <param name="Reason">One coarse line for the task's creator: never an address that a name resolved to, nor the state of a port.</param>
/// <param name="Answer">How the answer began, masked; empty without one.</param>
/// <param name="RetryAfter">What the receiver asked for; null for nothing.</param>
internal sealed record SendResult(SendVerdict Verdict, int? Status, string Reason, string Answer = "", TimeSpan? RetryAfter = null);
