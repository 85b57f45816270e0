using System.Text.RegularExpressions;

namespace OmniReel.Tests.EndToEnd.Durability.Traces;

/// <summary>The check of the order says which answer came too early, whatever is missing before it.</summary>
public sealed partial class DurabilityOrderTests
{
    private const string Log = "/tmp/p/omnireel.db-wal";

    // A frame is written in two calls: its head, which says how many pages the file has if it commits, and its page.
    private const string Head = """1 1.0 pwrite64(163</tmp/p/omnireel.db-wal>, "\0\0\0\2\0\0\0\0v\rr\34\255C\7\250\221q\251\320`\36\n\346", 24, 222512) = 24""";
    private const string Page = """1 1.1 pwrite64(163</tmp/p/omnireel.db-wal>, "\r\0\0\0\3 durable-00001 durable-00002", 33, 222536) = 33""";
    private const string LastHead = """1 1.2 pwrite64(163</tmp/p/omnireel.db-wal>, "\0\0\0\10\0\0\0\32v\rr\34\255C\7\250{j\270\234\324\206\271\247", 24, 226632) = 24""";
    private const string LastPage = """1 1.3 pwrite64(163</tmp/p/omnireel.db-wal>, "\r\0\0\0\3 other", 11, 226656) = 11""";
    private const string Sync = """1 1.4 fsync(163</tmp/p/omnireel.db-wal>) = 0""";
    private const string SyncBegins = """1 1.4 fsync(163</tmp/p/omnireel.db-wal> <unfinished ...>""";
    private const string SyncEnds = """1 1.6 <... fsync resumed>) = 0""";
    private const string First = """2 1.5 sendto(222<TCP:[127.0.0.1:1->127.0.0.1:2]>, "HTTP/1.1 200 OK\r\n\r\n{\"external_task_id\":\"durable-00001\"}", 57, MSG_NOSIGNAL, NULL, 0) = 57""";
    private const string Second = """3 1.5 sendto(223<TCP:[127.0.0.1:1->127.0.0.1:3]>, "HTTP/1.1 200 OK\r\n\r\n{\"external_task_id\":\"durable-00002\"}", 57, MSG_NOSIGNAL, NULL, 0) = 57""";
    private const string Error = """2 1.5 sendto(222<TCP:[127.0.0.1:1->127.0.0.1:2]>, "HTTP/1.1 503 Service Unavailable\r\n\r\ndurable-00001", 50, MSG_NOSIGNAL, NULL, 0) = 50""";

    [Fact]
    public void Two_tasks_of_one_commit_are_durable_after_its_sync()
    {
        var order = Check(Head, Page, LastHead, LastPage, Sync, First, Second);
        order.Violations.ShouldBeEmpty();
        (order.Answers, order.Frames, order.Syncs).ShouldBe((2, 2, 1));
    }

    /// <summary>What happens, and what is missing at the answer.</summary>
    public static TheoryData<string, string[]> Early => new()
    {
        { "rows are not in the log", [First, Head, Page, LastHead, LastPage, Sync] },
        { "rows are not in the log", [Sync, First] },
        { "frame that commits them is not", [Head, Page, Sync, First, LastHead, LastPage, Sync] },
        { "frame that commits them is not", [Head, Page, LastHead, Sync, First] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, LastPage, First, Sync] },
        { "no sync that began afterwards has ended", [Sync, Head, Page, LastHead, LastPage, First] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, LastPage, SyncBegins, First, SyncEnds] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, SyncBegins.Replace("1 ", "4 ", StringComparison.Ordinal), LastPage, SyncEnds.Replace("1 ", "4 ", StringComparison.Ordinal), First] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, LastPage, Sync + " (INJECTED)", First] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, LastPage, Sync.Replace("= 0", "= -1 EIO (Input/output error)", StringComparison.Ordinal), First] },
        { "no sync that began afterwards has ended", [Head, Page, LastHead, LastPage, Sync.Replace("-wal", "", StringComparison.Ordinal), First] },
    };

    [Theory]
    [MemberData(nameof(Early))]
    public void An_early_answer_is_seen(string missing, string[] lines)
    {
        var violation = Check(lines).Violations.ShouldHaveSingleItem();
        violation.ShouldStartWith("durable-00001: ");
        violation.ShouldContain(missing);
    }

    [Fact]
    public void An_error_promises_nothing() => Check(Error).Violations.ShouldBeEmpty();

    [Fact]
    public void A_write_of_which_a_part_is_not_known_proves_nothing() =>
        Should.Throw<FormatException>(() => Check(Head, Page.Replace("\", 33", "\"..., 33", StringComparison.Ordinal), LastHead, LastPage, Sync, First));

    private static DurabilityOrder Check(params string[] lines) => DurabilityOrder.Check(TraceReader.Read(lines), Log, Marks());

    [GeneratedRegex(@"durable-\d{5}")]
    private static partial Regex Marks();
}
