using OmniReel.Contract.Requests;

namespace OmniReel.Server.Tasks;

/// <summary>The status of a task inside the server; Http/ turns it into the wire's four words.</summary>
public enum VideoTaskStatus
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>A worker holds its lease.</summary>
    Running,

    /// <summary>Its film is stored.</summary>
    Succeeded,

    /// <summary>It has no film; <see cref="VideoTask.StatusMessage"/> says why.</summary>
    Failed,

    /// <summary>Its creator ended it.</summary>
    Canceled,
}

/// <summary>A task as its creator sees it: one immutable snapshot. What only the engine needs (the body) is read apart.</summary>
public sealed record VideoTask
{
    /// <summary>18 decimal digits, the first never 0.</summary>
    public required long Id { get; init; }

    /// <summary>Whose task it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>The creator's own name for it, unique within the tenant; null when none was given.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>As of the last durable write.</summary>
    public required VideoTaskStatus Status { get; init; }

    /// <summary>Why it failed, in the creator's language; empty otherwise.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>What was decided at accept.</summary>
    public required TaskFacts Facts { get; init; }

    /// <summary>The engine that it is with now; at first the one that was routed first.</summary>
    public string Engine { get => field ?? Facts.Engine; init; }

    /// <summary>The engines that could not take it, each once, the first first.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Wall-clock time of the accept, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Wall-clock time of the last change of status, Unix milliseconds; never before <see cref="CreatedAt"/>.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>0 to 100; 100 only once it succeeded. Held in memory while running: progress is not durable.</summary>
    public int Progress { get; init; }

    /// <summary>Engine attempts begun so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Order of the accept: the queue's order, and kept when a task goes back to the queue.</summary>
    public long QueuePlace { get; init; }

    /// <summary>What came out; null until it succeeded.</summary>
    public TaskResult? Result { get; init; }

    /// <summary>
    /// Grows with every visible change (status or progress), so that a watcher can wait for the next one. A durable write moves it
    /// by <see cref="VersionsPerWrite"/>; progress, which only memory knows, moves it by less within.
    /// </summary>
    public long Version { get; init; }

    /// <summary>More than the steps of progress that one attempt can show.</summary>
    public const long VersionsPerWrite = 1024;

    /// <summary>It has ended, and nothing can happen to it any more.</summary>
    public bool IsTerminal => Status is VideoTaskStatus.Succeeded or VideoTaskStatus.Failed or VideoTaskStatus.Canceled;
}

/// <summary>What was decided at accept and never changes; stored as one JSON column.</summary>
public sealed record TaskFacts
{
    /// <summary>The profile whose path it was sent to; the stored body is read by its rules.</summary>
    public required ApiProfile Profile { get; init; }

    /// <summary>The model asked for.</summary>
    public required VideoModel Model { get; init; }

    /// <summary>The mode, which decides the size.</summary>
    public required VideoMode Mode { get; init; }

    /// <summary>What the film is made from, and how its shots are given.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary>Units held at accept (decimal, price table frozen at accept).</summary>
    public required decimal Units { get; init; }

    /// <summary>Whole seconds asked for; null for an edit.</summary>
    public int? Seconds { get; init; }

    /// <summary>"en" or "zh": the language of messages to this task's creator.</summary>
    public required string Language { get; init; }

    /// <summary>A copy with a watermark was asked for.</summary>
    public bool Watermark { get; init; }

    /// <summary>The film is to be made anew, whatever was made before (<c>Cache-Control: no-store</c>).</summary>
    public bool Fresh { get; init; }

    /// <summary>Shot, time and a code are to be burnt into every frame (<c>X-OmniReel-Lab: slate</c>).</summary>
    public bool Slate { get; init; }

    /// <summary>The faults that were ordered for this task where there is a fault lab, as its header has them; null for none.</summary>
    public string? Lab { get; init; }

    /// <summary>The upstream's id of a film that was paid for and that a person gave to this task; nothing is submitted. Null for every other task.</summary>
    public string? Adopts { get; init; }

    /// <summary>Where changes are to be posted, an absolute http(s) URL; null for nowhere.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>What links began with where the task was asked for (scheme and host): its callbacks have no request of their own. Null for a task of an earlier version.</summary>
    public string? LinksBegin { get; init; }

    /// <summary>Top-level fields of the body that are not in the contract.</summary>
    public IReadOnlyList<string> IgnoredFields { get; init; } = [];

    /// <summary>Name of the engine that was routed first.</summary>
    public required string Engine { get; init; }

    /// <summary>In place of facts that the store cannot read any more. No engine has this name, so the task fails when it is worked on.</summary>
    public static TaskFacts Unreadable { get; } = new()
    {
        Profile = ApiProfile.Vendor,
        Model = VideoModel.VideoO1,
        Mode = VideoMode.Std,
        Kind = default,
        Units = 0,
        Language = "en",
        Engine = "(unreadable)",
    };
}

/// <summary>What a succeeded task shows.</summary>
public sealed record TaskResult
{
    /// <summary>Artifact id of the film.</summary>
    public required string VideoArtifact { get; init; }

    /// <summary>Artifact id of the copy with a watermark; null when there is none.</summary>
    public string? WatermarkedArtifact { get; init; }

    /// <summary>Artifact id of a good frame of the film; null when there is none.</summary>
    public string? PosterArtifact { get; init; }

    /// <summary>Artifact id of ten frames side by side; null when there is none.</summary>
    public string? StripArtifact { get; init; }

    /// <summary>Artifact id of the storyboard sheet; null when there is none.</summary>
    public string? StoryboardArtifact { get; init; }

    /// <summary>Artifact id of the sheet's pictures without its words, which is not shown; null when there is none.</summary>
    public string? PanelsArtifact { get; init; }

    /// <summary>Frames of the film, at 24 per second.</summary>
    public required int Frames { get; init; }

    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the film in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Units to be billed.</summary>
    public required decimal Units { get; init; }

    /// <summary>The engine's own account of what it made (JSON object), shown as <c>data.omnireel.plan</c>; null when it has none.</summary>
    public string? PlanJson { get; init; }

    /// <summary>Words and fields that the engine did not understand or honour.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>The paid submit of this task that the film came of; null where nothing was paid.</summary>
    public long? Submit { get; init; }

    /// <summary>A digest of all that the film was made from, for <see cref="IFilmIndex"/>; null when no other task may show it.</summary>
    public string? FilmKey { get; init; }

    /// <summary>A digest of the storyboard's words.</summary>
    public string? WordsKey { get; init; }

    /// <summary>SHA-256 of the artifacts in hexadecimal digits, by artifact id; null when they are not known.</summary>
    public IReadOnlyDictionary<string, string>? Sums { get; init; }

    /// <summary>The film of an earlier task of the same tenant, not drawn again.</summary>
    public bool IsCached { get; init; }
}
