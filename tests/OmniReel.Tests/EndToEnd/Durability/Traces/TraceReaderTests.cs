namespace OmniReel.Tests.EndToEnd.Durability.Traces;

/// <summary>Lines as <c>strace</c> 6.1 wrote them, some shortened.</summary>
public sealed class TraceReaderTests
{
    [Fact]
    public void A_call_on_one_line_has_its_file_its_bytes_its_offset_and_its_answer()
    {
        var call = Read("""13595 1795878736.543776 pwrite64(163</tmp/p/omnireel.db-wal>, "\0\0\0\2\0\0\0\0v\rr\34\255C\7\250\221q\251\320`\36\n\346", 24, 222512) = 24""").ShouldHaveSingleItem();
        (call.Thread, call.Name, call.Path, call.Last, call.Result).ShouldBe((13595, "pwrite64", "/tmp/p/omnireel.db-wal", 222512, 24));
        call.Bytes.ShouldBe("\0\0\0\u0002\0\0\0\0v\rr\u001c\u00adC\u0007\u00a8\u0091q\u00a9\u00d0`\u001e\n\u00e6");
        (call.Begin, call.End, call.IsCut, call.IsInjected).ShouldBe((0, 1, false, false));
    }

    [Fact]
    public void Calls_of_several_threads_begin_and_end_in_the_order_that_was_seen()
    {
        var calls = Read(
            """13595 1795878736.547689 fsync(163</tmp/p/omnireel.db-wal>) = 0""",
            """13595 1795878736.552037 pwrite64(163</tmp/p/omnireel.db-wal>, "\0\0\0\2", 4, 247232 <unfinished ...>""",
            """13545 1795878736.552152 sendto(222<TCP:[127.0.0.1:18099->127.0.0.1:41208]>, "HTTP/1.1 200 OK\r\n", 17, MSG_NOSIGNAL, NULL, 0 <unfinished ...>""",
            """13595 1795878736.557837 <... pwrite64 resumed>) = 4""",
            """13545 1795878736.557866 <... sendto resumed>) = 17""");
        calls.Select(call => (call.Name, call.Begin, call.End)).ShouldBe([("fsync", 0, 1), ("pwrite64", 2, 4), ("sendto", 3, 5)]);
        calls[1].Last.ShouldBe(247232);
        (calls[2].Path, calls[2].Bytes).ShouldBe(("TCP:[127.0.0.1:18099->127.0.0.1:41208]", "HTTP/1.1 200 OK\r\n"));
    }

    [Fact]
    public void Brackets_and_quotes_in_strings_end_nothing()
    {
        var call = Read("""33 1795878736.5 pwrite64(7</tmp/p/t.db-wal>, "ab(\") = 3\\\0000", 11, 0) = 11""").ShouldHaveSingleItem();
        (call.Bytes, call.Result).ShouldBe(("ab(\") = 3\\\u00000", 11L));
    }

    [Fact]
    public void The_pieces_of_a_message_are_put_together()
    {
        var call = Read("""33 1795878736.5 sendmsg(7<TCP:[127.0.0.1:1->127.0.0.1:2]>, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="HTTP/1.1 200 OK\r\n\r\n", iov_len=19}, {iov_base="\x7b\"durable-00001\"} \346\210\220", iov_len=21}], msg_iovlen=2, msg_controllen=0, msg_flags=0}, 0) = 40""").ShouldHaveSingleItem();
        call.Bytes.ShouldBe("HTTP/1.1 200 OK\r\n\r\n{\"durable-00001\"} \u00e6\u0088\u0090");
    }

    [Fact]
    public void What_the_tracer_did_itself_failures_and_what_was_not_recorded_are_told_apart()
    {
        var calls = Read(
            """1 1795878736.5 fsync(163</tmp/p/omnireel.db-wal>) = 0 (INJECTED)""",
            """1 1795878736.6 fsync(163</tmp/p/omnireel.db-wal>) = -1 EIO (Input/output error) (INJECTED)""",
            """1 1795878736.7 fsync(163</tmp/p/omnireel.db-wal>) = -1 EIO (Input/output error)""",
            """1 1795878736.8 pwrite64(163</tmp/p/omnireel.db-wal>, "\r\0\0"..., 4096, 32) = 4096""",
            """2 1795878736.9 fsync(163</tmp/p/omnireel.db-wal> <unfinished ...>""",
            """3 1795878737.0 fsync(163</tmp/p/omnireel.db-wal>) = ?""");
        calls.Select(call => (call.Result, call.IsInjected)).ShouldBe([(0, true), (-1, true), (-1, false), (4096, false), (null, false), (null, false)]);
        calls.Select(call => call.IsCut).ShouldBe([false, false, false, true, false, false]);
        calls[4].End.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void Signals_and_ends_of_threads_are_no_calls() => Read(
        "26014 1795878736.5 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=26020, si_uid=0, si_status=0, si_utime=0, si_stime=0} ---",
        "26014 1795878736.6 +++ exited with 0 +++").ShouldBeEmpty();

    [Theory]
    [InlineData("strace: Process 17 attached")]
    [InlineData("1 1795878736.5 fsync(163</tmp/p/omnireel.db-wal>)")]
    [InlineData("""1 1795878736.5 pwrite64(163</tmp/p/omnireel.db-wal>, "\q", 1, 0) = 1""")]
    [InlineData("1 1795878736.5 <... fsync resumed>) = 0")]
    public void A_line_that_cannot_be_read_is_not_passed_over(string line) => Should.Throw<FormatException>(() => Read(line));

    private static IReadOnlyList<SystemCall> Read(params string[] lines) => TraceReader.Read(lines);
}
