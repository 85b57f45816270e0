using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of a quote. Everything but the verdict and the errors is null for a refused body.</summary>
public sealed record QuoteData
{
    /// <summary>The verdict on a good body.</summary>
    public const string Accepted = "accepted";

    /// <summary>The verdict on a body that breaks rules, or that no engine can do.</summary>
    public const string Refused = "refused";

    /// <summary><c>accepted</c> or <c>refused</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Every broken rule; empty when accepted.</summary>
    public IReadOnlyList<RuleViolation> Errors { get; init; } = [];

    /// <summary>What is made from what: <c>text-to-video</c>, <c>reference</c>, <c>first-frame</c>, <c>first-and-end-frame</c>, <c>video-feature</c>, <c>video-edit</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>How it is divided: <c>single-shot</c>, <c>multi-shot customize</c>, <c>multi-shot intelligence</c>.</summary>
    public string? Shots { get; init; }

    /// <summary>Whole seconds; null for an edit.</summary>
    public int? Seconds { get; init; }

    /// <summary>Pixels; null where the input's shape is followed.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null where the input's shape is followed.</summary>
    public int? Height { get; init; }

    /// <summary>Frames at 24 per second; null for an edit.</summary>
    public int? Frames { get; init; }

    /// <summary>Units that are held, a decimal without trailing zeros; an edit is settled later by its input's real length.</summary>
    public string? Units { get; init; }

    /// <summary>What the units cost.</summary>
    public QuotePrice? Price { get; init; }
}

/// <summary>An amount of money.</summary>
public sealed record QuotePrice
{
    /// <summary>A decimal without trailing zeros.</summary>
    public required string Amount { get; init; }

    /// <summary>Such as <c>USD</c>.</summary>
    public required string Currency { get; init; }
}
