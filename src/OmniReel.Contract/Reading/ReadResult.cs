using System.Diagnostics.CodeAnalysis;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <summary>What became of the body of a film's request.</summary>
public sealed class ReadResult : ReadOutcome
{
    private ReadResult()
    {
    }

    /// <summary>Whether the body is a request that breaks no rule.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    public bool IsAccepted => Request is not null;

    /// <summary>The request; null unless accepted.</summary>
    public VideoRequest? Request { get; private init; }

    internal static ReadResult Accept(VideoRequest request) => new() { Request = request };

    internal static ReadResult Refuse(IReadOnlyList<RuleViolation> violations) => new() { Violations = violations };

    internal static ReadResult Unreadable(string message) => new() { SyntaxError = message };
}
