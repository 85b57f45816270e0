using Microsoft.AspNetCore.Http;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Control;
using OmniReel.Server.Lab.FakeUpstream.Faults;
using OmniReel.Server.Lab.FakeUpstream.Wire;

namespace OmniReel.Server.Lab.FakeUpstream;

/// <summary>What all parts of a fake upstream share: its books, its faults, its clock.</summary>
internal sealed class FakeRoom : IDisposable
{
    /// <exception cref="FakeUpstreamException">The options cannot be used.</exception>
    public FakeRoom(FakeUpstreamOptions options)
    {
        Options = options;
        Faults = new FaultBook(options);
        Journal = new FakeJournal(options.DataFolder);
        Paid = new PaidBook(options, Journal);
        Elements = new ElementBook(options, Journal, Paid);
    }

    public FakeUpstreamOptions Options { get; }

    public FakeJournal Journal { get; }

    public PaidBook Paid { get; }

    public ElementBook Elements { get; }

    public FaultBook Faults { get; }

    public Tally Tally { get; } = new();

    /// <summary>Unix milliseconds.</summary>
    public long Now() => Options.Time.GetUtcNow().ToUnixTimeMilliseconds();

    public static long Connection(HttpContext context) => context.Features.Get<ConnectionNumber>()?.Value ?? 0;

    /// <summary>What happens here, written down; null for nothing.</summary>
    public Mishap? Meet(Occasion at, HttpContext? context, Func<FakeFault, bool>? can = null)
    {
        var mishap = Faults.Meet(at, can);
        if (mishap is not null) Happened(mishap, at, context is null ? 0 : Connection(context));
        return mishap;
    }

    public void Happened(Mishap mishap, Occasion at, long connection)
    {
        Tally.Faults.AddOrUpdate(mishap.Id, 1, static (_, times) => times + 1);
        Journal.Append(new JournalEntry
        {
            Kind = "fault", At = Now(), Connection = connection, Reference = at.Reference.Length > 0 ? at.Reference : null, TaskId = at.Step == FaultStep.Connection || at.TaskId.Length == 0 ? null : at.TaskId,
            Fault = mishap.Id, Note = mishap.ToString(),
        });
    }

    public void Dispose() => Journal.Dispose();
}
