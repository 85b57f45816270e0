using OmniReel.Contract.Answers;
using OmniReel.Server.Lab.FakeUpstream.Films;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>What a film was ordered as; written with the POST that paid for it.</summary>
public sealed record FakeOrder
{
    /// <summary>The model, as on the wire.</summary>
    public required string Model { get; init; }

    /// <summary>Size, length and sound.</summary>
    public required FilmKind Film { get; init; }

    /// <summary>Whether a marked twin was asked for.</summary>
    public bool Watermark { get; init; }

    /// <summary>Where callbacks go; null for none.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Why it will fail; null where it will not.</summary>
    public string? Failure { get; init; }
}

/// <summary>A film that was paid for. Its status is a matter of the time alone.</summary>
internal sealed class FakeTask(string id, string reference, decimal units, long createdAt, long begins, long ends, FakeOrder order)
{
    private int _link = 1;

    public string Id => id;

    /// <summary>The caller's; empty for none.</summary>
    public string Reference => reference;

    public decimal Units => units;

    /// <summary>Unix milliseconds, as all times here.</summary>
    public long CreatedAt => createdAt;

    public long BeginsAt => begins;

    public long EndsAt => ends;

    public FakeOrder Order => order;

    /// <summary>The number of the link that is good; older ones are dead.</summary>
    public int Link => Volatile.Read(ref _link);

    /// <summary>The answer that was written last, and for what; to be written once and sent many times.</summary>
    public Written? Last { get; set; }

    /// <summary>SHA-256 of its film; null until it was served.</summary>
    public string? FilmSum { get; set; }

    public string StatusAt(long now) => now < begins ? TaskStatusWords.Submitted
        : now < ends ? TaskStatusWords.Processing
        : order.Failure is null ? TaskStatusWords.Succeed : TaskStatusWords.Failed;

    public long UpdatedAt(string status) => status switch
    {
        TaskStatusWords.Submitted => createdAt,
        TaskStatusWords.Processing => begins,
        _ => ends,
    };

    /// <summary>0 to 100.</summary>
    public int PercentAt(long now) => now >= ends ? 100 : ends <= begins ? 0 : (int)Math.Clamp((now - begins) * 100 / (ends - begins), 0, 99);

    public void KillLink() => Interlocked.Increment(ref _link);

    /// <summary>A task object as it was written for a status, a link and a host.</summary>
    public sealed record Written(string Status, int Link, string Host, byte[] Json);
}
