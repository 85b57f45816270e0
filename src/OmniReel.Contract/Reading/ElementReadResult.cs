using System.Diagnostics.CodeAnalysis;

namespace OmniReel.Contract.Reading;

/// <summary>What became of a body about an element.</summary>
/// <typeparam name="T">What an accepted body says.</typeparam>
public sealed class ElementReadResult<T> : ReadOutcome
    where T : class
{
    private ElementReadResult()
    {
    }

    /// <summary>Whether the body breaks no rule.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    public bool IsAccepted => Request is not null;

    /// <summary>What the body says; null unless accepted.</summary>
    public T? Request { get; private init; }

    internal static ElementReadResult<T> Accept(T request) => new() { Request = request };

    internal static ElementReadResult<T> Refuse(IReadOnlyList<RuleViolation> violations) => new() { Violations = violations };

    internal static ElementReadResult<T> Unreadable(string message) => new() { SyntaxError = message };
}
