using System.Collections.Concurrent;
using System.Globalization;
using OmniReel.Client;
using OmniReel.Contract.Answers;
using OmniReel.Tests.EndToEnd.Durability;

namespace OmniReel.Tests.EndToEnd;

/// <summary>
/// The promise that stands above all others: what was accepted is neither lost nor done twice, whenever the process dies. The
/// server is killed as by a power cut of the process (<c>kill -9</c>) under load, again and again, on one data folder with many tasks in it.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Kill = 9;
    private const int Writers = 8;

    /// <summary>Of the long form, as <c>docs/reference/reliability.md</c> has them.</summary>
    internal const int LongKills = 200, LongTasks = 50_000, LongFilled = 100_000;

    // The stills point at a port of this machine where nobody listens, so that they end at once.
    private static readonly string[] Loopback = ["--allow-network", "127.0.0.1/32"];

    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _accepted = new();
    private readonly ConcurrentQueue<string> _unanswered = new();
    private readonly Random _random = new(20261122);
    private readonly List<string> _published = [];
    private readonly List<TimeSpan> _starts = [];
    private int _next;
    private int _asked;
    private int _films;
    private int _inFilm;
    private int _late;
    private int _atFile;
    private int _publishedOnly;
    private TimeSpan _moments;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_9_under_load_loses_nothing_and_doubles_nothing()
    {
        // A film is begun in a cycle and may end with it: otherwise none ever would. What lies between are kills in a film. Each of these
        // costs what was drawn so far: the first cycles have them, and the last whole one its end.
        var (loads, cycle, filmed) = (Checkout.Count(50, LongKills), Checkout.Count(9, 6), Checkout.Count(9, 48));
        var starts = 0;
        var filled = Checkout.Count(1_000, LongFilled);
        await DatabaseFile.FillAsync(_folder["data"], filled, canceled: true);
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < loads; i++)
        {
            var place = i % cycle;
            var inFilms = i < filmed;
            var beginFilm = inFilms ? place == 0 : place == cycle - 3 && i / cycle == loads / cycle - 1;
            await LoadAndKillAsync(beginFilm, place == cycle - 1 ? EndFilmsAsync : inFilms ? MomentOf(place) : null);
            // Beside those, at any moment of a start, with what the others left to take up.
            if (i % 3 == 2)
            {
                await StartAndKillAsync();
                starts++;
            }
        }

        var loaded = TimeProvider.System.GetElapsedTime(began);
        using var last = await StartAsync();
        var unanswered = _unanswered.Count;
        while (_unanswered.TryDequeue(out var name))
            await CreateAsync(last.Client, name);

        // What was in the file before is the caller's too, and as it was.
        var listed = await EndAllAsync(last.Client);
        var ended = listed.Where(t => !t.TaskInfo.ExternalTaskId!.StartsWith(DatabaseFile.Filled, StringComparison.Ordinal)).ToList();
        (listed.Count - ended.Count).ShouldBe(filled);
        // By hash: so many are not compared each with each.
        listed.Select(t => t.TaskId).ToHashSet().Count.ShouldBe(listed.Count);
        var found = ended.ToDictionary(t => t.TaskInfo.ExternalTaskId!, t => t.TaskId);
        _accepted.Where(told => found.GetValueOrDefault(told.Key) != told.Value).ShouldBeEmpty("acknowledged, and lost");
        found.Keys.Where(name => !_accepted.ContainsKey(name)).ShouldBeEmpty("there, and never acknowledged");
        foreach (var task in ended.Where(t => !IsFilm(t.TaskInfo.ExternalTaskId!)))
            (task.TaskStatus, task.OmniReel?.Status).ShouldBe((TaskStatusWords.Failed, "failed"));

        var films = ended.Where(t => IsFilm(t.TaskInfo.ExternalTaskId!)).ToList();
        films.Count.ShouldBe(_films);
        foreach (var film in films)
        {
            film.TaskStatus.ShouldBe(TaskStatusWords.Succeed, film.TaskStatusMsg);
            await last.Client.DownloadAsync(film.TaskResult.Videos.ShouldNotBeNull().ShouldHaveSingleItem().Url, _folder["film.mp4"], null, Cancellation);
            (await Probe.ReadAsync(_folder["film.mp4"])).Frames.ShouldBe(73);
        }

        Directory.GetFiles(_folder["data"], "*.mp4", SearchOption.AllDirectories).Length.ShouldBe(films.Count);
        _starts.Sort();
        Console.WriteLine($"crash test: {loads} kills under load ({_inFilm} while a film was drawn, {_late} late in one, {_atFile} as its file got its name, "
            + $"{_publishedOnly} of these with the film published and not committed) and {starts} kills of starts, {_asked} creates sent, {_accepted.Count} tasks accepted, {unanswered} of them first answered after the last kill, "
            + $"{films.Count} films in {films.Sum(f => f.OmniReel?.Attempts)} attempts; 0 lost, 0 doubled; "
            + $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s, {loaded.TotalSeconds:0} of them with kills: {_starts.Sum(t => t.TotalSeconds):0} in starts, {_moments.TotalSeconds:0} in waits for a film");
        Console.WriteLine($"restart to ready, {_starts.Count} times with {filled} to {listed.Count} tasks in the file: median {_starts[_starts.Count / 2].TotalMilliseconds:0} ms, slowest {_starts[^1].TotalMilliseconds:0} ms");
        _accepted.Count.ShouldBeGreaterThanOrEqualTo(Checkout.Count(loads, LongTasks));
    }

    private async Task StartAndKillAsync()
    {
        using var server = ServeProcess.Launch(_folder["data"], null, Loopback);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 400)), TimeProvider.System, Cancellation);
        server.Signal(Kill);
        await server.EndAsync();
    }

    /// <param name="moment">Waited for before the kill, or the kill itself.</param>
    private async Task LoadAndKillAsync(bool beginFilm, Func<ServeProcess, Task>? moment)
    {
        using var server = await StartAsync();
        if (beginFilm)
            await BeginFilmAsync(server.Client);
        var untilKill = _random.Next(Checkout.Count(1, 50), Checkout.Count(30, 550));
        var later = TimeSpan.FromMilliseconds(_random.Next(0, 60));
        var answered = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Enumerable.Range(0, Writers).Select(async _ =>
        {
            while (!server.Program.HasEnded)
            {
                var name = _unanswered.TryDequeue(out var again) ? again : Name("still");
                if (!await CreateAsync(server.Client, name))
                    return;
                if (Interlocked.Increment(ref answered) == untilKill)
                    enough.SetResult();
                else if (answered > 1000)
                    return;
            }
        }).ToArray();

        await Task.WhenAny(enough.Task, Task.WhenAll(writers));
        var waiting = TimeProvider.System.GetTimestamp();
        if (moment is not null)
        {
            await moment(server);
            _moments += TimeProvider.System.GetElapsedTime(waiting);
        }
        else
        {
            // Not at an answer but some time after one, in the middle of whatever is going on then.
            await Task.Delay(later, TimeProvider.System, Cancellation);
        }

        server.Program.Signal(Kill);
        await server.Program.EndAsync();
        await Task.WhenAll(writers);
        enough.Task.IsCompleted.ShouldBeTrue("the server ended before it was killed: " + server.Program.Error);
    }

    /// <summary>Starts a server, and looks what has become of films that were published when the one before it was killed.</summary>
    private async Task<ServeProcess> StartAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        var server = await ServeProcess.StartAsync(_folder["data"], null, Loopback);
        (await server.Client.IsReadyAsync(Cancellation)).ShouldBeTrue();
        _starts.Add(TimeProvider.System.GetElapsedTime(began));
        foreach (var id in _published)
            _publishedOnly += TaskStatusWords.IsTerminal((await server.Client.GetAsync(id, Cancellation)).TaskStatus) ? 0 : 1;
        _published.Clear();
        return server;
    }

    private async Task EndFilmsAsync(ServeProcess server)
    {
        foreach (var (_, id) in _accepted.Where(a => IsFilm(a.Key)))
            await server.Client.WaitAsync(id, null, Cancellation);
    }

    private Func<ServeProcess, Task>? MomentOf(int place) => place switch
    {
        2 => InFilmAsync,
        3 => LateInFilmAsync,
        4 => AtFileAsync,
        _ => null,
    };

    private Task InFilmAsync(ServeProcess server)
    {
        _inFilm++;
        return UntilPercentAsync(server, _random.Next(1, 80));
    }

    private Task LateInFilmAsync(ServeProcess server)
    {
        _late++;
        return UntilPercentAsync(server, _random.Next(85, 99));
    }

    private async Task UntilPercentAsync(ServeProcess server, int percent) =>
        await FilmMoments.UntilPercentAsync(server.Client, await FilmInWorkAsync(server.Client), percent, Cancellation);

    /// <summary>Kills as the draft gets its name, every fourth time, or the film: then it is published, and its task may not be written yet.</summary>
    private async Task AtFileAsync(ServeProcess server)
    {
        // The watch on a folder that is made only now would come too late.
        foreach (var name in Enumerable.Range(0, 256))
            Directory.CreateDirectory(_folder["data", "artifacts", name.ToString("x2", CultureInfo.InvariantCulture)]);
        var id = await FilmInWorkAsync(server.Client);
        await FilmMoments.AtFileAsync(server.Client, id, _folder["data", _atFile++ % 4 == 3 ? "drafts" : "artifacts"], () => server.Program.Signal(Kill), Cancellation);
        if (Directory.EnumerateFiles(_folder["data", "artifacts"], $"{id}-*.mp4", SearchOption.AllDirectories).Any())
            _published.Add(id);
    }

    /// <summary>The film that was begun first and has not ended; a new one when all have.</summary>
    private async Task<string> FilmInWorkAsync(OmniReelClient client)
    {
        foreach (var (_, id) in _accepted.Where(a => IsFilm(a.Key)).OrderBy(a => Number(a.Key)))
        {
            if (!TaskStatusWords.IsTerminal((await client.GetAsync(id, Cancellation)).TaskStatus))
                return id;
        }

        return _accepted[await BeginFilmAsync(client)];
    }

    private async Task<string> BeginFilmAsync(OmniReelClient client)
    {
        var name = Name("film");
        _films++;
        (await CreateAsync(client, name)).ShouldBeTrue("nobody has killed this server yet");
        return name;
    }

    /// <summary>Creates under a key of its own; false when no answer came. The same name gets the same task, however often it is sent.</summary>
    private async Task<bool> CreateAsync(OmniReelClient client, string name)
    {
        var video = IsFilm(name)
            ? new NewVideo { ModelName = "kling-v3-omni", Prompt = "海边有一个人跳舞", Mode = "std", AspectRatio = "16:9", Duration = "3", ExternalTaskId = name }
            : new NewVideo { ModelName = "kling-v3-omni", Prompt = "<<<image_1>>> sails", Mode = "std", AspectRatio = "16:9", Duration = "3", ExternalTaskId = name, ImageList = [new NewImage("http://127.0.0.1:1/boat.png")] };
        try
        {
            Interlocked.Increment(ref _asked);
            var created = await client.CreateAsync(video, "key-" + name, Cancellation);
            _accepted.GetOrAdd(name, created.TaskId).ShouldBe(created.TaskId, "one key, one task");
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OutcomeUnknownException)
        {
            _unanswered.Enqueue(name);
            return false;
        }
    }

    /// <summary>Waits for each task's end; then everything the server has.</summary>
    private async Task<List<TaskData>> EndAllAsync(OmniReelClient client)
    {
        // The newest is worked on last; the films may take longer.
        var late = _accepted.Where(a => IsFilm(a.Key)).Append(_accepted.MaxBy(a => Number(a.Key)));
        foreach (var (_, id) in late)
            await client.WaitAsync(id, null, Cancellation);

        var all = new List<TaskData>();
        for (var page = 1; ; page++)
        {
            var tasks = await client.ListAsync(page, 500, Cancellation);
            all.AddRange(tasks);
            if (tasks.Count < 500)
                break;
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (!TaskStatusWords.IsTerminal(all[i].TaskStatus))
                all[i] = await client.WaitAsync(all[i].TaskId, null, Cancellation);
        }

        return all;
    }

    private static bool IsFilm(string name) => name.StartsWith("film", StringComparison.Ordinal);

    private static long Number(string name) => long.Parse(name.AsSpan(name.IndexOf('-', StringComparison.Ordinal) + 1), provider: CultureInfo.InvariantCulture);

    private string Name(string kind) => $"{kind}-{Interlocked.Increment(ref _next)}";
}
