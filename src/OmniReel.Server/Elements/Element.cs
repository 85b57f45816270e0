using OmniReel.Contract.Requests;

namespace OmniReel.Server.Elements;

/// <summary>How far an element is; Http/ turns it into the wire's four words.</summary>
public enum ElementStatus
{
    /// <summary>It waits to be made.</summary>
    Queued,

    /// <summary>Its media are being fetched and checked.</summary>
    Running,

    /// <summary>Its media are stored, and films may name it.</summary>
    Succeeded,

    /// <summary>It will never be; <see cref="Element.StatusMessage"/> says why.</summary>
    Failed,
}

/// <summary>An element and the task that makes it: one immutable snapshot. It is in no engine's terms.</summary>
public sealed record Element
{
    /// <summary>18 decimal digits, the first never 0.</summary>
    public required long TaskId { get; init; }

    /// <summary>What films name it by, minted at accept and below 2^53; shown once it succeeded.</summary>
    public required long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>The creator's own name for the task, unique among the tenant's elements; null when none was given.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>As of the last durable write.</summary>
    public required ElementStatus Status { get; init; }

    /// <summary>Why it failed, in the creator's language; empty otherwise.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>What was decided at accept.</summary>
    public required ElementFacts Facts { get; init; }

    /// <summary>Artifact ids of its media: the frontal image and then the others, or the video. Empty until it succeeded.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>Deleted by its owner: no new film may name it.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Times that its making began.</summary>
    public int Attempts { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Unix milliseconds; never before <see cref="CreatedAt"/>.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>It is made, or never will be.</summary>
    public bool IsTerminal => Status is ElementStatus.Succeeded or ElementStatus.Failed;
}

/// <summary>What was decided at accept and never changes; stored as one JSON column.</summary>
public sealed record ElementFacts
{
    /// <summary>The API it was made with; the older one does not show the elements of the newer, nor the other way round.</summary>
    public required ElementForm Form { get; init; }

    /// <summary>From what it is made.</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>At most 20 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At most 100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Ids such as <c>o_102</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A voice made elsewhere; null for none.</summary>
    public string? VoiceId { get; init; }

    /// <summary>Where changes are to be posted; null for nowhere.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>What the links of a callback begin with when the configuration does not say: as the create's own answer had them; null without a callback.</summary>
    public string? LinksBegin { get; init; }

    /// <summary>"en" or "zh": the language of messages to its creator.</summary>
    public required string Language { get; init; }

    /// <summary>Fields of the body that are not in the contract.</summary>
    public IReadOnlyList<string> IgnoredFields { get; init; } = [];
}
