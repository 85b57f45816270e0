using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Server.Lab.FakeUpstream;

/// <summary>What a second submit under a reference that is taken comes to.</summary>
public enum DuplicatePolicy
{
    /// <summary>400, code 1201, and nothing is paid: what was seen of the vendor.</summary>
    Refuse,

    /// <summary>The first task's answer once more, and nothing is paid.</summary>
    Same,

    /// <summary>A second film, paid for.</summary>
    Allow,
}

/// <summary>Under which paths a fake upstream can be asked.</summary>
public enum FakeDialects
{
    /// <summary>Both of the others.</summary>
    Both,

    /// <summary><c>/v1/…</c> alone: a signed token or the API key.</summary>
    Vendor,

    /// <summary><c>/kling/v1/…</c> alone: the API key.</summary>
    Relay,
}

/// <summary>How a fake upstream behaves. As they stand: a well-behaved vendor and relay on a free port of loopback.</summary>
public sealed record FakeUpstreamOptions
{
    /// <summary>Where to listen: <c>http://ADDRESS:PORT</c>; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Whether it may listen on addresses that others can reach, and send callbacks to them.</summary>
    public bool Anywhere { get; init; }

    /// <summary>The key that both dialects take as <c>Authorization: Bearer</c>.</summary>
    public string ApiKey { get; init; } = "sk-fake-upstream-0123456789abcdef";

    /// <summary>The <c>iss</c> of tokens.</summary>
    public string AccessKey { get; init; } = "fake-access-key";

    /// <summary>What tokens are signed with, as UTF-8.</summary>
    public string SecretKey { get; init; } = "fake-secret-key-0123456789abcdef";

    /// <summary>Which paths there are; the others answer 404, code 1203.</summary>
    public FakeDialects Dialects { get; init; }

    /// <summary>The form of a relay's answers about films. The vendor has but one.</summary>
    public AnswerForm Answers { get; init; }

    /// <summary>What becomes of a reference that is sent again.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>Whether a task can be asked for by its reference.</summary>
    public bool ReferenceQuery { get; init; } = true;

    /// <summary>Whether tasks can be listed; if not: 404, code 1202.</summary>
    public bool List { get; init; } = true;

    /// <summary>For so long after it was paid a task is found by its id alone: not by reference, and in no list.</summary>
    public TimeSpan VisibleAfter { get; init; }

    /// <summary>Tasks that may go on at once; one more gets 429, code 1303. 0: as many as come.</summary>
    public int Parallel { get; init; }

    /// <summary>How long a film takes, from paid to made: a quarter of it submitted, the rest processing.</summary>
    public TimeSpan FilmTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rules of faults, each <c>ID; parameter=value; …</c> of <see cref="Faults.FaultCatalogue"/>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How likely it is, at every step, that a fault of <see cref="Mix"/> happens there; 0 to 1.</summary>
    public double FaultRate { get; init; }

    /// <summary>Faults that the rate draws from, by id; empty for all.</summary>
    public IReadOnlyList<string> Mix { get; init; } = [];

    /// <summary>The same seed and the same requests meet the same faults, in whatever order they come.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the journal is kept, so that a start with the same folder knows what was paid; null for memory alone.</summary>
    public string? DataFolder { get; init; }

    /// <summary>A file that is served as every film; null to make films.</summary>
    public string? Film { get; init; }

    /// <summary>Films of the right length and a small size, for tests of speed.</summary>
    public bool Tiny { get; init; }

    /// <summary>What its films, its hangs and its slow bytes are timed by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>A fake upstream that cannot be as it was asked for; the message says what was wrong and what would be right.</summary>
public sealed class FakeUpstreamException(string message, Exception? inner = null) : Exception(message, inner);
