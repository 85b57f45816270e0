using System.Text.Json;
using System.Text.RegularExpressions;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Server.Lab.FakeUpstream.Faults;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Lab.FakeUpstreams;

/// <summary>Every fault as a client sees it that looks at the bytes, what was paid meanwhile, and that it is in the journal.</summary>
public sealed class FakeFaultTests
{
    private delegate Task Look(FakeRig rig);

    /// <summary>The order, and what is seen of it.</summary>
    private static readonly Dictionary<string, (string Order, Look Look)> s_looks = new()
    {
        ["refuse"] = ("refuse; ms=700", RefusedAsync),
        ["close-at-accept"] = ("close-at-accept; times=1", async rig =>
        {
            (await rig.RawCreateAsync()).ShouldSatisfyAllConditions(reply => reply.WasReset.ShouldBeTrue(), reply => reply.Bytes.ShouldBeEmpty());
            Paid(rig, 0, posts: 0);
        }),

        ["reset-before"] = ("reset-before; times=1", async rig => await ResetAsync(rig, paid: 0)),
        ["bad-gateway-before"] = ("bad-gateway-before; status=503; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            (reply.Status, reply.WasReset).ShouldBe((503, false));
            reply.Body.ShouldStartWith("<html>");
            Paid(rig, 0);
        }),
        ["hang-before"] = ("hang-before; seconds=0.3; times=1", async rig =>
        {
            var began = TimeProvider.System.GetTimestamp();
            (await rig.RawCreateAsync()).Bytes.ShouldBeEmpty();
            TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.29));
            Paid(rig, 0);
        }),
        ["error"] = ("error; code=1303; retry=7; message=\"no; not now\"; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.Status.ShouldBe(429);
            reply.Text.ShouldContain("Retry-After: 7");
            reply.Body.ShouldStartWith("{\"code\":1303,\"message\":\"no; not now\"");
            rig.Upstream.Journal().Single(entry => entry.Kind == "post").Code.ShouldBe(1303);
            Paid(rig, 0);
        }),
        ["redirect"] = ("redirect; status=308; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.Status.ShouldBe(308);
            reply.Text.ShouldContain($"Location: {FakeRig.Path}?redirected=1");
            Paid(rig, 0);
        }),

        ["reset-after"] = ("reset-after; times=1", async rig => await ResetAsync(rig, paid: 1)),
        ["half-headers"] = ("half-headers; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.WasReset.ShouldBeFalse();
            reply.Text.ShouldStartWith("HTTP/1.1 200 OK\r\nContent-Ty");
            reply.Text.ShouldNotContain("\r\n\r\n");
            Paid(rig, 1);
        }),
        ["half-body"] = ("half-body; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.WasReset.ShouldBeFalse();
            reply.Body.Length.ShouldBe(reply.Promised / 2);
            Paid(rig, 1);
        }),
        ["bad-gateway-after"] = ("bad-gateway-after; status=504; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.Status.ShouldBe(504);
            reply.Body.ShouldContain("<h1>504 Gateway Timeout</h1>");
            Paid(rig, 1);
        }),
        ["error-after"] = ("error-after; code=5001; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            reply.Status.ShouldBe(503);
            reply.Body.ShouldStartWith("{\"code\":5001,");
            Paid(rig, 1);
        }),
        ["garbage"] = ("garbage; how=cut; times=1", async rig =>
        {
            var reply = await rig.RawCreateAsync();
            (reply.Status, reply.Body.Length).ShouldBe((200, reply.Promised));
            Should.Throw<JsonException>(() => JsonDocument.Parse(reply.Body));
            Paid(rig, 1);
        }),
        ["hang-after"] = ("hang-after; seconds=0.3; times=1", async rig =>
        {
            var began = TimeProvider.System.GetTimestamp();
            (await rig.RawCreateAsync()).Body.ShouldContain("\"task_id\"");
            TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.29));
            Paid(rig, 1);
        }),
        ["slow-answer"] = ("slow-answer; ms=1; times=1", async rig =>
        {
            var began = TimeProvider.System.GetTimestamp();
            var reply = await rig.RawCreateAsync();
            using var read = JsonDocument.Parse(reply.Body);
            TimeProvider.System.GetElapsedTime(began).TotalMilliseconds.ShouldBeGreaterThanOrEqualTo(reply.Bytes.Length);
            Paid(rig, 1);
        }),

        ["absent"] = ("absent; times=1", async rig =>
        {
            var id = await rig.MadeAsync("r-1");
            (await rig.GetAsync($"{FakeRig.Path}/{id}")).Json.GetProperty("code").GetInt32().ShouldBe(1201);
            (await rig.TaskAsync(id)).GetProperty("task_status").GetString().ShouldBe("succeed");
        }),
        ["unknown-status"] = ("unknown-status; word=thinking; times=1", async rig =>
        {
            var id = await rig.MadeAsync("r-1");
            (await rig.TaskAsync(id)).GetProperty("task_status").GetString().ShouldBe("thinking");
        }),
        ["status-back"] = ("status-back; times=1", async rig =>
        {
            var id = await rig.MadeAsync("r-1");
            (await rig.TaskAsync(id)).GetProperty("task_status").GetString().ShouldBe("processing");
            (await rig.TaskAsync(id)).GetProperty("task_status").GetString().ShouldBe("succeed");
        }),
        ["no-url"] = ("no-url; times=1", async rig =>
        {
            var id = await rig.MadeAsync("r-1");
            var task = await rig.TaskAsync(id);
            (task.GetProperty("task_status").GetString(), task.GetProperty("task_result").GetRawText()).ShouldBe(("succeed", "{}"));
            await rig.FilmUrlAsync(id);
        }),
        ["fail"] = ("fail; message=\"of no use\"; times=1", async rig =>
        {
            var task = await rig.TaskAsync(await rig.MadeAsync("r-1"));
            (task.GetProperty("task_status").GetString(), task.GetProperty("task_status_msg").GetString()).ShouldBe(("failed", "of no use"));
            Paid(rig, 1);
        }),

        ["download-error"] = ("download-error; status=500; times=1", async rig => (await DownloadAsync(rig)).Status.ShouldBe(500)),
        ["url-expired"] = ("url-expired; times=1", async rig =>
        {
            var id = await rig.MadeAsync("r-1");
            var url = new Uri(await rig.FilmUrlAsync(id)).AbsolutePath;
            (await rig.RawAsync("GET", url)).Status.ShouldBe(403);
            (await rig.RawAsync("GET", url)).Status.ShouldBe(403);
            var next = new Uri(await rig.FilmUrlAsync(id)).AbsolutePath;
            next.ShouldNotBe(url);
            (await rig.RawAsync("GET", next)).Status.ShouldBe(200);
        }),
        ["download-cut"] = ("download-cut; bytes=100; times=1", async rig =>
        {
            var reply = await DownloadAsync(rig);
            (reply.Status, reply.Body.Length, reply.Promised > 1000).ShouldBe((200, 100, true));
        }),
        ["download-slow"] = ("download-slow; ms=100; bytes=4000; times=1", async rig =>
        {
            var began = TimeProvider.System.GetTimestamp();
            var reply = await DownloadAsync(rig);
            reply.Body.Length.ShouldBe(reply.Promised);
            TimeProvider.System.GetElapsedTime(began).TotalMilliseconds.ShouldBeGreaterThanOrEqualTo(reply.Bytes.Length / 4000 * 100);
        }),
        ["download-short"] = ("download-short; by=10; times=1", async rig =>
        {
            var reply = await DownloadAsync(rig);
            reply.Body.Length.ShouldBe(reply.Promised);
            (await DownloadAsync(rig)).Body.Length.ShouldBe(reply.Promised + 10);
        }),
        ["not-a-film"] = ("not-a-film; how=html; times=1", async rig =>
        {
            var reply = await DownloadAsync(rig);
            reply.Status.ShouldBe(200);
            reply.Text.ShouldContain("Content-Type: video/mp4");
            reply.Body.ShouldStartWith("<html>");
        }),

        ["callback-lost"] = ("callback-lost; times=1", async rig => (await CallbacksAsync(rig, count: 0)).ShouldBeEmpty()),
        ["callback-doubled"] = ("callback-doubled; copies=3; times=1", async rig => (await CallbacksAsync(rig, 3)).Distinct().ShouldHaveSingleItem().ShouldContain("\"task_status\":\"succeed\"")),
        ["callback-late"] = ("callback-late; ms=200; times=1", async rig =>
        {
            var began = TimeProvider.System.GetTimestamp();
            await CallbacksAsync(rig, 1);
            TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(190));
        }),
        ["callback-forged"] = ("callback-forged; how=failed; times=1", async rig =>
        {
            var came = await CallbacksAsync(rig, 2);
            (came[0].Contains("\"task_status\":\"failed\"", StringComparison.Ordinal), came[1].Contains("\"task_status\":\"succeed\"", StringComparison.Ordinal)).ShouldBe((true, true));
        }),
    };

    public static TheoryData<string> Faults => [.. FaultCatalogue.All.Select(one => one.Id)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_seen_and_written_down(string id)
    {
        var (order, look) = s_looks[id];
        // The port is shut at once, so that is ordered on the way.
        await using var rig = await FakeRig.WithAsync(id == "refuse" ? [] : [order]);
        await look(rig);
        rig.Firing(id).Note!.ShouldBe(order);
        if (id == "refuse") return;
        var stands = rig.Upstream.OrderedFaults().ShouldHaveSingleItem();
        (stands.Happened, stands.Left).ShouldBe((1, 0));
        rig.Upstream.Stats().Faults[id].ShouldBe(1);
    }

    [Theory]
    [InlineData("text", "upstream connect error")]
    [InlineData("empty", "")]
    [InlineData("array", "[{")]
    public async Task Garbage_comes_in_kinds(string how, string begins)
    {
        await using var rig = await FakeRig.WithAsync($"garbage; how={how}");
        (await rig.RawCreateAsync()).Body.ShouldStartWith(begins);
    }

    [Fact]
    public async Task Rules_meet_whom_they_name_so_often_and_those_calls()
    {
        await using var rig = await FakeRig.WithAsync("error; code=5000; reference=a-*; skip=1; times=2", "error; code=1302; on=find", "bad-gateway-before; on=list; times=1", "garbage; on=query; how=empty; times=1");
        int[] statuses = [(await rig.CreateAsync("a-1")).Status, (await rig.CreateAsync("b-1")).Status, (await rig.CreateAsync("a-2")).Status, (await rig.CreateAsync("a-3")).Status, (await rig.CreateAsync("a-4")).Status];
        statuses.ShouldBe([200, 200, 500, 500, 200]);
        (await rig.GetAsync($"{FakeRig.Path}/a-1")).Json.GetProperty("code").GetInt32().ShouldBe(1302);
        (await rig.RawAsync("GET", FakeRig.Path)).Status.ShouldBe(502);
        (await rig.RawAsync("GET", FakeRig.Path)).Status.ShouldBe(200);
        var id = rig.Upstream.Journal().First(entry => entry.Paid).TaskId;
        (await rig.RawAsync("GET", $"{FakeRig.Path}/{id}")).Body.ShouldBe("");
        (await rig.RawAsync("GET", $"{FakeRig.Path}/{id}")).Body.ShouldContain("succeed");
    }

    [Fact]
    public async Task Orders_come_and_go_at_run_time_and_a_wrong_one_says_what_would_be_right()
    {
        await using var rig = await FakeRig.StartAsync();
        (await OrderAsync("""{"faults":["error; code=1303; times=1"]}""")).ShouldBe((200, """{"faults":[{"rule":"error; code=1303; times=1","happened":0,"left":1}]}"""));
        (await rig.CreateAsync("r-1")).Json.GetProperty("code").GetInt32().ShouldBe(1303);
        (await OrderAsync("""{"faults":["eror"]}""")).Text.ShouldContain("there is no fault \\\"eror\\\"; there are refuse, close-at-accept");
        (await OrderAsync("""{"faults":["error; code=7"]}""")).Text.ShouldContain("code is one of 1000, 1001");
        (await OrderAsync("""{"faults":["error; kode=7"]}""")).Text.ShouldContain("it has code, retry, message, on, times, skip, chance, reference");
        (await OrderAsync("nothing")).Status.ShouldBe(400);
        using var cleared = await rig.Http.DeleteAsync("/fake/faults", Cancellation);
        (await cleared.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"faults":[]}""");

        async Task<(int Status, string Text)> OrderAsync(string body)
        {
            using var content = new StringContent(body);
            using var answer = await rig.Http.PostAsync("/fake/faults", content, Cancellation);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Among_all_faults_at_once_it_keeps_its_books()
    {
        var orders = Checkout.Count(200, 10_000);
        await using var receivers = await Receivers.StartAsync(Manners.Good);
        await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.FromMilliseconds(20), Tiny = true, FaultRate = 0.2, Seed = 5 });
        await Parallel.ForEachAsync(Enumerable.Range(0, orders), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (n, _) =>
        {
            await rig.RawAsync("POST", FakeRig.Path, FakeRig.Body($"r-{n}", $",\"callback_url\":\"{receivers.Url(0)}\""));
            for (var poll = 0; poll < 3; poll++)
            {
                var reply = await rig.RawAsync("GET", $"{FakeRig.Path}/r-{n}");
                var link = Regex.Match(reply.Body, "/files/[^\"]+").Value;
                if (link.Length > 0) await rig.RawAsync("GET", link);
            }
        });

        var posts = rig.Upstream.Journal().Where(entry => entry.Kind == "post").ToList();
        var paid = posts.Where(post => post.Paid).ToList();
        paid.Select(post => post.Reference).Distinct().Count().ShouldBe(paid.Count);
        rig.Upstream.Paid().References.Keys.ShouldBe(paid.Select(post => post.Reference!), ignoreOrder: true);
        var happened = rig.Upstream.Stats().Faults;
        Console.WriteLine($"fake upstream among faults: {orders} orders, {posts.Count} came, {paid.Count} paid, {happened.Values.Sum()} faults of {happened.Count} kinds");
        happened.Keys.ShouldBe(FaultCatalogue.All.Select(one => one.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_port_that_is_shut_at_the_start_opens_again()
    {
        await using var rig = await FakeRig.WithAsync("refuse; ms=50");
        var began = TimeProvider.System.GetTimestamp();
        while ((await rig.RawAsync("GET", FakeRig.Path)).WasReset) TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (await rig.RawAsync("GET", FakeRig.Path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_rate_is_met_and_the_same_seed_meets_the_same_in_another_order()
    {
        string[] mix = ["error", "bad-gateway-after", "fail"];
        var references = Enumerable.Range(0, 300).Select(n => $"r-{n}").ToList();
        var first = await RunAsync(7, references);
        var again = await RunAsync(7, [.. references.AsEnumerable().Reverse()]);
        again.ShouldBe(first);
        (await RunAsync(8, references)).ShouldNotBe(first);
        // Three steps of a create have a fault of the mix; of 900 a fifth, less those whose request was refused at its first.
        Console.WriteLine($"faults at a rate of 0.2: {first.Count} in {references.Count} creates");
        first.Count.ShouldBeInRange(110, 210);
        first.Select(one => one.Split(' ')[1].TrimEnd(';')).Distinct().ShouldBe(mix, ignoreOrder: true);

        async Task<List<string>> RunAsync(int seed, List<string> order)
        {
            await using var rig = await FakeRig.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, FaultRate = 0.2, Seed = seed, Mix = mix });
            foreach (var reference in order) await rig.RawCreateAsync(reference);
            return [.. rig.Upstream.Journal().Where(entry => entry.Kind == "fault").Select(entry => $"{entry.Reference} {entry.Note}").Order(StringComparer.Ordinal)];
        }
    }

    private static async Task RefusedAsync(FakeRig rig)
    {
        await rig.MadeAsync("r-1");
        rig.Upstream.Order("refuse; ms=700");
        RawReply reply;
        var began = TimeProvider.System.GetTimestamp();
        // The port shuts a moment after the order.
        while (!(reply = await rig.RawAsync("GET", FakeRig.Path)).WasReset) TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        reply.Bytes.ShouldBeEmpty();
        while ((await rig.RawAsync("GET", FakeRig.Path)).WasReset) TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (await rig.RawAsync("GET", $"{FakeRig.Path}/r-1")).Status.ShouldBe(200);
    }

    private static async Task ResetAsync(FakeRig rig, int paid)
    {
        (await rig.RawCreateAsync()).ShouldSatisfyAllConditions(reply => reply.WasReset.ShouldBeTrue(), reply => reply.Bytes.ShouldBeEmpty());
        Paid(rig, paid);
    }

    private static void Paid(FakeRig rig, int films, int posts = 1)
    {
        rig.Upstream.Paid("r-1").Films.ShouldBe(films);
        rig.Upstream.Stats().Posts.ShouldBe(posts);
    }

    private static async Task<RawReply> DownloadAsync(FakeRig rig) => await rig.RawAsync("GET", new Uri(await rig.FilmUrlAsync(await rig.MadeAsync())).AbsolutePath);

    /// <summary>The bodies of callbacks of a film that was just ordered, once so many have come, and of one that comes after all of them.</summary>
    private static async Task<IReadOnlyList<string>> CallbacksAsync(FakeRig rig, int count)
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good, Manners.Good);
        await rig.MadeAsync("r-1", $",\"callback_url\":\"{receivers.Url(0)}\"");
        while (receivers.Of(0).Count < count) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        await rig.MadeAsync("r-2", $",\"callback_url\":\"{receivers.Url(1)}\"");
        while (receivers.Of(1).Count < 1) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        return [.. receivers.Of(0).Select(one => System.Text.Encoding.UTF8.GetString(one.Body))];
    }
}
