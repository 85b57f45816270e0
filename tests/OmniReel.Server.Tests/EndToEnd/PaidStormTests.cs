using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Hosting;
using OmniReel.Server.Lab.FakeUpstream;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.EndToEnd;

/// <summary>Thousands of paid films through one server, while a fifth of what is asked of the upstream goes wrong in every way there is.</summary>
public sealed class PaidStormTests : IDisposable
{
    private static readonly string[] s_faults =
    [
        "close-at-accept", "reset-before", "bad-gateway-before", "error", "redirect", "reset-after", "half-headers", "half-body", "bad-gateway-after", "error-after", "garbage",
        "slow-answer", "absent", "unknown-status", "status-back", "no-url", "fail",
    ];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_storm_of_faults_pays_no_film_twice_and_loses_none()
    {
        var films = Checkout.Count(40, 10_000);
        await using var upstream = await FakeUpstream.StartAsync(
            new FakeUpstreamOptions { FilmTime = TimeSpan.FromMilliseconds(200), FaultRate = 0.2, Mix = s_faults, Seed = 20_261_128, Tiny = true, Duplicates = DuplicatePolicy.Refuse }, Stop);
        var connection = new KlingConnection
        {
            Name = "kling",
            BaseUrl = new Uri(upstream.Url),
            PathPrefix = "/",
            Credentials = new KlingCredentials.Key(upstream.Options.ApiKey),
            Capabilities = new UpstreamCapabilities(true, true, true),
        };
        await using var server = OmniReelServer.Create(
            new ServerOptions { DataFolder = _folder.File("data"), Urls = ["http://127.0.0.1:0"], Key = "test-key-0123456789", HandleSignals = false, Console = false, StopGrace = TimeSpan.Zero, Connections = [connection] },
            services =>
            {
                // Films are only named: what is done with their bytes has its own tests, and a decoder for each would be what is measured.
                services.RemoveAll<KlingAccount>().AddSingleton(provider => Account(provider, connection));
                services.RemoveAll<SubmitSettings>().AddSingleton(new SubmitSettings { ReferencePrefix = "storm", Settle = TimeSpan.FromSeconds(2), AskAgain = TimeSpan.FromMilliseconds(300) });
            });
        await server.StartAsync(Stop);
        var (tasks, submits) = (server.Services.GetRequiredService<ITaskStore>(), server.Services.GetRequiredService<ISubmitStore>());

        var watch = Stopwatch.StartNew();
        var ids = Enumerable.Range(1, films).Select(Sample.Id).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Stop }, async (id, stop) => await tasks.AcceptAsync(New(id), stop));
        var signals = server.Services.GetRequiredService<TaskSignals>();
        foreach (var id in ids)
            await EndAsync(tasks, submits, signals, id);
        watch.Stop();

        await new OrphanSweep([Upstream(server)], submits, server.Services.GetRequiredService<SubmitSettings>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<OrphanSweep>.Instance)
            .SweepAsync(Upstream(server), Stop);
        var book = (await submits.ListAsync(Enum.GetValues<SubmitState>(), 0, int.MaxValue, Stop)).ToList();
        var paid = upstream.Paid();
        paid.MoreThanOnce.ShouldBeEmpty();

        // Every paid film is some submit's, of one task, and its only one that is not given up.
        var posts = upstream.Journal().Where(entry => entry.Kind == "post").ToList();
        foreach (var film in posts.Where(entry => entry.Paid))
        {
            var own = book.Where(one => one.UpstreamId == film.TaskId).ToList();
            own.ShouldNotBeEmpty($"{film.Reference} is paid for and in no book");
            own.ShouldAllBe(one => one.State == SubmitState.Delivered || one.State == SubmitState.FailedThere || one.State == SubmitState.Orphaned, film.Reference);
        }

        posts.Where(entry => entry.Paid).GroupBy(entry => book.First(one => one.UpstreamId == entry.TaskId).TaskId).ShouldAllBe(own => own.Count() == 1);
        foreach (var sent in posts.GroupBy(entry => entry.Reference))
            sent.Count().ShouldBeLessThanOrEqualTo(book.Count(one => one.Reference == sent.Key), sent.Key);
        book.ShouldNotContain(one => one.IsOpen);

        var ended = new List<VideoTask>();
        foreach (var id in ids)
            ended.Add((await tasks.FindAsync("a", id.ToString(CultureInfo.InvariantCulture), Stop))!);
        var delivered = ended.Count(task => task.Status == VideoTaskStatus.Succeeded);
        ended.Where(task => task.Status != VideoTaskStatus.Succeeded).ShouldAllBe(task => task.StatusMessage.Contains("Failure to pass the risk control system"));
        book.Count(one => one.State == SubmitState.Delivered).ShouldBe(delivered);
        delivered.ShouldBeGreaterThan(films * 6 / 10);
        Console.WriteLine(
            $"paid storm: {films} films at 20 % faults in {watch.Elapsed.TotalSeconds:0} s: {posts.Count} POSTs of {book.Count} intents, {paid.Films} paid, {delivered} delivered, {book.Count(one => one.State == SubmitState.FailedThere)} failed at the upstream, "
            + $"{book.Count(one => one.State == SubmitState.Orphaned)} orphans, {book.Count(one => one.State is SubmitState.ProvedAbsent or SubmitState.Superseded)} lost and sent again, {upstream.Stats().Polls} polls; 0 paid twice, 0 lost");
        await server.StopAsync(Stop);
    }

    private static IUpstream Upstream(OmniReelServer server) => server.Services.GetRequiredService<KlingAccount>().Upstream;

    private static KlingAccount Account(IServiceProvider provider, KlingConnection connection)
    {
        var upstream = new KlingUpstream(connection, provider.GetRequiredService<TimeProvider>());
        return new KlingAccount(connection, upstream, new NamedFilms(), upstream);
    }

    private static NewTask New(long id) =>
        Sample.New(id, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) with
        {
            Facts = Sample.Facts() with { Engine = "kling", IgnoredFields = [] },
            Body = Encoding.UTF8.GetBytes("""{"model_name":"kling-v3-omni","prompt":"A boat.","mode":"std","aspect_ratio":"16:9","duration":"5"}"""),
        };

    private static async Task EndAsync(ITaskStore tasks, ISubmitStore submits, TaskSignals signals, long id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            using var watch = signals.Begin(id);
            var task = (await tasks.FindAsync("a", id.ToString(CultureInfo.InvariantCulture), Stop))!;
            if (task.IsTerminal)
                return;
            await ((Task)watch.Changed.WaitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            patience.IsCancellationRequested.ShouldBeFalse(
                $"task {id} is {task.Status} for good, attempt {task.Attempts}; its submits: {string.Join("; ", (await submits.OfTaskAsync(id, Stop)).Select(one => $"{one.Reference} {one.State} {one.UpstreamId} {one.Note}"))}");
        }
    }

    /// <summary>Sends the request as it is, and takes the film's word for it.</summary>
    private sealed class NamedFilms : IPaidWork
    {
        public Task<IPaidOrder> PrepareAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
        {
            attempt.Body.Dispose();
            return Task.FromResult<IPaidOrder>(new Order());
        }

        public Task<TaskResult> KeepAsync(EngineAttempt attempt, UpstreamReport report, IProgress<int> percent, CancellationToken cancellation) =>
            Task.FromResult(Sample.Result with { VideoArtifact = report.FilmUrl!, Units = report.Units ?? attempt.Task.Facts.Units });

        public void Forget(VideoTask task)
        {
        }

        private sealed class Order : IPaidOrder
        {
            public ValueTask<PaidBody> WriteAsync(string reference, CancellationToken cancellation) => new(new PaidBody(
                Encoding.UTF8.GetBytes($$"""{"model_name":"kling-v3-omni","prompt":"A boat.","mode":"std","aspect_ratio":"16:9","duration":"5","external_task_id":"{{reference}}"}"""), ""));

            public void Dispose()
            {
            }
        }
    }
}
