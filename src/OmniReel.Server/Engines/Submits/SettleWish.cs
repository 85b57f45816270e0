using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>What a person wants to be done about a submit whose outcome is unknown, or whose film nobody wants.</summary>
public abstract record SettleWish
{
    private SettleWish() { }

    /// <summary>A new task fetches the film that the upstream has.</summary>
    /// <param name="UpstreamId">The upstream's id; null for the submit's own.</param>
    public sealed record Adopt(string? UpstreamId) : SettleWish;

    /// <summary>A new task has the film made again; if the upstream took the first one, it is paid for twice.</summary>
    public sealed record Resubmit : SettleWish;

    /// <summary>Nothing more is done.</summary>
    public sealed record WriteOff : SettleWish;
}

/// <summary>What became of a <see cref="SettleWish"/>.</summary>
public abstract record SettleOutcome
{
    private SettleOutcome() { }

    /// <summary>It is done, now or before.</summary>
    /// <param name="Submit">As it stands now.</param>
    /// <param name="Task">The new task; null for one that was written off.</param>
    public sealed record Settled(Submit Submit, VideoTask? Task) : SettleOutcome;

    /// <summary>There is no such submit.</summary>
    public sealed record NotFound : SettleOutcome;

    /// <summary>There is nothing to decide about it, or it was decided otherwise; nothing was done.</summary>
    public sealed record NotOpen(Submit Submit) : SettleOutcome;

    /// <summary>It has no id at the upstream, and none was given to adopt.</summary>
    public sealed record NoUpstreamId : SettleOutcome;

    /// <summary>The film to adopt is another task's already.</summary>
    public sealed record FilmIsTaken(Submit By) : SettleOutcome;

    /// <summary>The server has no such connection now: a new task could not be worked on.</summary>
    public sealed record NoConnection(string Connection) : SettleOutcome;

    /// <summary>The task that it was sent for is not there any more, and with it what was asked for.</summary>
    public sealed record TaskIsGone : SettleOutcome;
}
