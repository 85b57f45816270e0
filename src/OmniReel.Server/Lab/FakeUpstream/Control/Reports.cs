using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Server.Lab.FakeUpstream.Control;

/// <summary>A piece of the journal.</summary>
/// <param name="Count">Entries of it.</param>
/// <param name="Entries">The first first.</param>
public sealed record JournalPage(int Count, IReadOnlyList<JournalEntry> Entries);

/// <summary>What was paid.</summary>
public sealed record PaidReport
{
    /// <summary>Films that were paid for.</summary>
    public required int Films { get; init; }

    /// <summary>What they cost, a decimal.</summary>
    public required decimal Units { get; init; }

    /// <summary>Films by reference; those without one are under the empty text.</summary>
    public required IReadOnlyDictionary<string, int> References { get; init; }

    /// <summary>References that were paid for more than once: there should be none.</summary>
    public required IReadOnlyList<string> MoreThanOnce { get; init; }
}

/// <summary>How much was asked of a fake upstream since it started or was reset. What is no POST is not remembered over a restart.</summary>
public sealed record FakeStats
{
    /// <summary>Connections that were accepted.</summary>
    public required long Connections { get; init; }

    /// <summary>POSTs that would make a film.</summary>
    public required long Posts { get; init; }

    /// <summary>Those that were paid for.</summary>
    public required long Paid { get; init; }

    /// <summary>Questions about a task by its id.</summary>
    public required long Polls { get; init; }

    /// <summary>Questions by reference.</summary>
    public required long ReferenceQueries { get; init; }

    /// <summary>Pages of the list.</summary>
    public required long Lists { get; init; }

    /// <summary>Downloads of films, whole or broken.</summary>
    public required long Downloads { get; init; }

    /// <summary>Bytes of films that were served.</summary>
    public required long DownloadedBytes { get; init; }

    /// <summary>Callbacks that were sent.</summary>
    public required long Callbacks { get; init; }

    /// <summary>Films that go on now.</summary>
    public required int Going { get; init; }

    /// <summary>Most films that went on at once.</summary>
    public required int MostAtOnce { get; init; }

    /// <summary>How often each fault has happened.</summary>
    public required IReadOnlyDictionary<string, long> Faults { get; init; }
}

/// <summary>The orders of faults as they stand.</summary>
public sealed record FaultReport(IReadOnlyList<OrderedFault> Faults);

/// <summary>Orders of faults: the body of <c>POST /fake/faults</c>.</summary>
public sealed record FaultWish
{
    /// <summary>Each <c>ID; parameter=value; …</c>.</summary>
    public IReadOnlyList<string>? Faults { get; init; }
}
