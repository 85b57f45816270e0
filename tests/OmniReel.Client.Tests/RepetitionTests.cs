namespace OmniReel.Client.Tests;

/// <summary>What is sent how often, counted by a real server at the other end of real connections.</summary>
public sealed class RepetitionTests
{
    private static readonly NewVideo s_video = new() { Prompt = "a boat" };

    public static TheoryData<string> All => [.. Faults.All.Keys];

    public static TheoryData<string> Passing => [.. Faults.All.Keys.Except(["a redirect"])];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_create_without_a_key_is_sent_once_whatever_becomes_of_it(string fault)
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = Client(server, fault);
        // Over a connection that was used before, which a handler may be tempted to make anew.
        await client.GetAsync("1", Cancellation);
        server.Then(Faults.All[fault]);
        var lost = await Should.ThrowAsync<OmniReelException>(client.CreateAsync(s_video, cancellation: Cancellation));
        server.Posts.ShouldBe(1);
        (lost is OutcomeUnknownException).ShouldBe(lost.Status == 0, lost.ToString());
        (lost as OutcomeUnknownException)?.IdempotencyKey.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_create_with_a_key_is_sent_again_under_the_same_key(string fault)
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = Client(server, fault);
        await client.GetAsync("1", Cancellation);
        server.Then(Faults.All[fault]).Then(Faults.All[fault]);
        (await client.CreateAsync(s_video, "wish-1", Cancellation)).TaskId.ShouldBe("123456789012345678");
        server.Requests.Where(request => request.Method == "POST").Select(request => request.Key).ShouldBe(["wish-1", "wish-1", "wish-1"]);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_reads_is_sent_again(string fault)
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = Client(server, fault);
        server.Then(Faults.All[fault]).Then(Faults.All[fault]).Then(Faults.All[fault]);
        (await client.GetAsync("1", Cancellation)).TaskStatus.ShouldBe("processing");
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Keys_are_made_where_they_are_asked_for_a_new_one_for_each_wish()
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = server.Url, AutomaticIdempotencyKeys = true, Time = new HastyTime() });
        server.Then(Faults.All["cut after the body was read"]);
        await client.CreateAsync(s_video, cancellation: Cancellation);
        await client.CreateAsync(s_video, cancellation: Cancellation);
        var keys = server.Requests.Select(request => request.Key).ToList();
        keys.Count.ShouldBe(3);
        keys[1].ShouldBe(keys[0]);
        keys[2].ShouldNotBe(keys[0]);
        keys.ShouldAllBe(key => key.Length == 32);
    }

    [Fact]
    public async Task A_keyed_create_that_stays_unknown_says_its_key()
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = Client(server, "");
        for (var i = 0; i < 4; i++)
            server.Then(Faults.All["cut after the body was read"]);
        var unknown = await Should.ThrowAsync<OutcomeUnknownException>(client.CreateAsync(s_video, "wish-1", Cancellation));
        (unknown.IdempotencyKey, server.Posts).ShouldBe(("wish-1", 4));
    }

    [Fact]
    public async Task A_create_that_was_lost_stays_unknown_though_the_server_has_gone_since()
    {
        using var server = new ScriptedServer();
        server.ThenBreaks();
        for (var i = 0; i < 3; i++)
            server.Then(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = new HastyTime() }, server);
        (await Should.ThrowAsync<OutcomeUnknownException>(client.CreateAsync(s_video, "wish-1", Cancellation))).IdempotencyKey.ShouldBe("wish-1");
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_server_that_is_not_there_was_sent_nothing_and_is_told_apart()
    {
        var server = await FaultyServer.StartAsync();
        var url = server.Url;
        await server.DisposeAsync();
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = url, Time = new HastyTime() });
        await Should.ThrowAsync<HttpRequestException>(client.CreateAsync(s_video, cancellation: Cancellation));
    }

    [Fact]
    public async Task What_changes_something_else_is_sent_once_too()
    {
        await using var server = await FaultyServer.StartAsync();
        using var client = Client(server, "");
        foreach (var once in (Func<Task>[])
                 [
                     () => client.Elements.CreateAsync(NewCustomElement.FromImages("a", "b", "https://a.test/1.png", "https://a.test/2.png"), cancellation: Cancellation),
                     () => client.Elements.CreateSimpleAsync(new NewSimpleElement(), cancellation: Cancellation),
                     () => client.Elements.DeleteAsync(7, Cancellation),
                     () => client.Callbacks.RotateSecretAsync(Cancellation),
                     () => client.Callbacks.TestAsync("https://a.test/hook", Cancellation),
                     () => client.UploadAsync(new MemoryStream([1, 2, 3]), null, Cancellation),
                 ])
        {
            var before = server.Posts;
            server.Then(Faults.All["503"]);
            await Should.ThrowAsync<ServerFailedException>(once());
            server.Posts.ShouldBe(before + 1);
        }
    }

    private static OmniReelClient Client(FaultyServer server, string fault) => new(new OmniReelClientOptions
    {
        BaseUrl = server.Url, Time = new HastyTime(), Timeout = fault == "silence" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(2),
    });
}
