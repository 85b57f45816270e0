using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Remaking;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Elements;

/// <summary>The maker of elements over a real store, in as many lives as a test needs, with a fetcher that does what the test says.</summary>
public sealed class ElementMakerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly ScriptedFetcher _fetcher = new();
    private readonly Sandbox _sandbox = new(new PatientTime(), 2);
    private long _quota = 1 << 30;
    private SqliteStorage _storage = null!;
    private SqliteElementStore _store = null!;
    private ElementLibrary _library = null!;
    private ElementMaker _maker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Live();
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Elements_in_trouble_keep_no_others_waiting_and_are_made_once_it_is_over()
    {
        var isMended = false;
        _fetcher.Before = (url, _) => url.Contains("/a.png", StringComparison.Ordinal) && !isMended ? throw new IOException("the disk stumbled") : Task.CompletedTask;
        await _maker.StartAsync(Stop);
        for (var n = 1; n <= 6; n++)
            await AcceptAsync(n);
        await AcceptAsync(7, "https://media.example.com/well.png");
        // No time passes: the hands are free at once.
        await Eventually.Async(async () => (await FindAsync(7)).IsTerminal);
        (await FindAsync(7)).Status.ShouldBe(ElementStatus.Succeeded);
        (await FindAsync(1)).IsTerminal.ShouldBeFalse();

        isMended = true;
        for (var n = 1; n <= 6; n++)
        {
            var made = await EndAsync(n);
            (made.Status, made.Attempts).ShouldBe((ElementStatus.Succeeded, 1), "trouble uses up no attempt");
        }
    }

    [Fact]
    public async Task Trouble_that_stays_ends_the_element_with_a_plain_message_and_a_full_disk_does_not()
    {
        _fetcher.Before = (url, _) => throw (url.EndsWith("/full", StringComparison.Ordinal) ? new IOException("No space left on device", 28) : new IOException("secret detail"));
        await _maker.StartAsync(Stop);
        await AcceptAsync(1);
        await AcceptAsync(2, "https://media.example.com/full");
        var failed = await EndAsync(1);
        (failed.Status, failed.StatusMessage).ShouldBe((ElementStatus.Failed, ElementMessages.TooMuchTrouble("en", ElementMaker.MostTroubles)));
        _fetcher.Asked.Count(one => one.What.EndsWith("/a.png", StringComparison.Ordinal)).ShouldBe(ElementMaker.MostTroubles);

        var before = _fetcher.Asked.Count;
        await PassAsync(() => Task.FromResult(_fetcher.Asked.Count > before + 2 * ElementMaker.MostTroubles));
        (await FindAsync(2)).IsTerminal.ShouldBeFalse();
        _fetcher.Before = static (_, _) => Task.CompletedTask;
        (await EndAsync(2)).Status.ShouldBe(ElementStatus.Succeeded);
    }

    [Fact]
    public async Task What_was_being_made_when_the_server_stopped_is_made_by_the_next_one()
    {
        var begun = new TaskCompletionSource();
        _fetcher.Before = (_, stop) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        };
        await _maker.StartAsync(Stop);
        await AcceptAsync(1);
        await begun.Task.WaitAsync(Stop);
        await DieAsync();
        _fetcher.Before = static (_, _) => Task.CompletedTask;
        Live();
        await _maker.StartAsync(Stop);
        var made = await EndAsync(1);
        (made.Status, made.Attempts, made.Media.Count).ShouldBe((ElementStatus.Succeeded, 1, 2));
        _library.Of("a").Find($"{made.Id}").ShouldBe(ElementKind.MultiImage);
    }

    [Fact]
    public async Task One_that_the_server_died_with_five_times_is_given_up()
    {
        await AcceptAsync(1);
        for (var death = 1; death <= ElementMaker.MostAttempts; death++)
        {
            // A process that is killed in the middle leaves just this behind.
            (await _store.BeginAsync(TaskId(1), Stop)).ShouldNotBeNull().Element.Attempts.ShouldBe(death);
            await DieAsync();
            Live();
        }

        await _maker.StartAsync(Stop);
        var ended = await EndAsync(1);
        (ended.Status, ended.StatusMessage).ShouldBe((ElementStatus.Failed, ElementMessages.GaveUp("en", ElementMaker.MostAttempts)));
        _fetcher.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Media_that_do_not_fit_into_the_quota_are_not_kept()
    {
        await DieAsync();
        _quota = Encoding.UTF8.GetByteCount(ElementServer.Body());
        Live();
        await _maker.StartAsync(Stop);
        await AcceptAsync(1);
        var over = await EndAsync(1);
        over.StatusMessage.ShouldStartWith("element_image_list.frontal_image: does not fit");
        (await _store.BytesAsync("a", 0, Stop)).ShouldBe(0);
        Directory.EnumerateFiles(_folder.File("artifacts"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private void Live()
    {
        _storage = SqliteStorage.Open(_folder.File("t.db"), new SqliteOptions(), _clock, new StoreHealth());
        _store = new SqliteElementStore(_storage);
        _library = new ElementLibrary(_store, new PresetElements(), new ElementSettings(_quota));
        var check = new MediaCheck(new FilmProbe(_sandbox), new PictureDecoder(_sandbox), NullLogger<MediaCheck>.Instance);
        var folders = new InputFolders(_folder.File("inputs"));
        var making = new ElementMaking(
            new TaskInputs(_fetcher, check, _sandbox, folders, new InputPolicy(SandboxRequired: false)), _fetcher, check,
            new MediaRemake(new MediaRemaker(_sandbox), check), folders,
            new DiskArtifactStore(_folder.File("artifacts"), _folder.File("drafts")));
        _maker = new ElementMaker(_library, _store, making, new BodyRoom(1), _clock, NullLogger<ElementMaker>.Instance);
    }

    private async Task DieAsync()
    {
        await _maker.StopAsync(CancellationToken.None);
        _maker.Dispose();
        await _storage.DisposeAsync();
    }

    private static long TaskId(int n) => Sample.Id(n);

    private async Task AcceptAsync(int n, string frontal = "https://media.example.com/a.png")
    {
        var facts = new ElementFacts { Form = ElementForm.Advanced, Kind = ElementKind.MultiImage, Name = "Mara", Description = "A potter.", Language = "en" };
        var body = Encoding.UTF8.GetBytes(ElementServer.Body(frontal));
        (await _library.AcceptAsync(new NewElement(TaskId(n), 1_000_000_000_000_000 + n, "a", null, facts, body, _clock.Milliseconds, null))).ShouldBeOfType<ElementOutcome.Accepted>();
    }

    private async Task<Element> FindAsync(int n) => (await _library.FindAsync("a", TaskId(n).ToString(CultureInfo.InvariantCulture), Stop)).ShouldNotBeNull();

    private async Task<Element> EndAsync(int n)
    {
        await PassAsync(async () => (await FindAsync(n)).IsTerminal);
        return await FindAsync(n);
    }

    /// <summary>Lets the clock go on until it holds.</summary>
    private Task PassAsync(Func<Task<bool>> holds) => Eventually.Async(() =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return holds();
    });
}
