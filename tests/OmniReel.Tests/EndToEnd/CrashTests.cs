using System.Collections.Concurrent;
using OmniReel.Client;
using OmniReel.Contract.Answers;

namespace OmniReel.Tests.EndToEnd;

/// <summary>
/// The promise that stands above all others: what was accepted is neither lost nor done twice, whenever the process dies. The
/// server is killed as by a power cut of the process (<c>kill -9</c>) under load, again and again, on one data folder.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Kill = 9;
    private const int Writers = 8;

    // The stills point at a port of this machine where nobody listens, so that they end at once.
    private static readonly string[] Loopback = ["--allow-network", "127.0.0.1/32"];

    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _accepted = new();
    private readonly ConcurrentQueue<string> _unanswered = new();
    private readonly Random _random = new(20261122);
    private int _next;
    private int _asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_9_under_load_loses_nothing_and_doubles_nothing()
    {
        const int kills = 50, filmEvery = 8;
        for (var i = 0; i < kills; i++)
        {
            // Every fourth dies at any moment of its start, with what the others left to take up.
            if (i % 4 == 3)
                await StartAndKillAsync();
            else
                await LoadAndKillAsync(beginFilm: i % filmEvery == 0, endFilms: i % 8 == 6 && i < kills - 1);
        }

        using var last = await ServeProcess.StartAsync(_folder["data"], null, Loopback);
        var unanswered = _unanswered.Count;
        while (_unanswered.TryDequeue(out var name))
            await CreateAsync(last.Client, name);

        var ended = await EndAllAsync(last.Client);
        ended.Select(t => t.TaskId).ShouldBeUnique();
        ended.ToDictionary(t => t.TaskInfo.ExternalTaskId!, t => t.TaskId).ShouldBe(_accepted.ToDictionary(), ignoreOrder: true);
        foreach (var task in ended.Where(t => !IsFilm(t.TaskInfo.ExternalTaskId!)))
            (task.TaskStatus, task.OmniReel?.Status).ShouldBe((TaskStatusWords.Failed, "failed"));

        var films = ended.Where(t => IsFilm(t.TaskInfo.ExternalTaskId!)).ToList();
        films.Count.ShouldBe((kills + filmEvery - 1) / filmEvery);
        foreach (var film in films)
        {
            film.TaskStatus.ShouldBe(TaskStatusWords.Succeed, film.TaskStatusMsg);
            await last.Client.DownloadAsync(film.TaskResult.Videos.ShouldNotBeNull().ShouldHaveSingleItem().Url, _folder["film.mp4"], null, Cancellation);
            (await Probe.ReadAsync(_folder["film.mp4"])).Frames.ShouldBe(73);
        }

        Directory.GetFiles(_folder["data"], "*.mp4", SearchOption.AllDirectories).Length.ShouldBe(films.Count);
        Console.WriteLine($"crash test: {kills} kills, {_asked} creates sent, {_accepted.Count} tasks accepted, {unanswered} of them first answered after the last kill, "
            + $"{films.Count} films in {films.Sum(f => f.OmniReel?.Attempts)} attempts; 0 lost, 0 doubled");
    }

    private async Task StartAndKillAsync()
    {
        using var server = ServeProcess.Launch(_folder["data"], null, Loopback);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 400)), TimeProvider.System, Cancellation);
        server.Signal(Kill);
        await server.EndAsync();
    }

    /// <param name="endFilms">The films begun so far may end before the kill: otherwise none ever would.</param>
    private async Task LoadAndKillAsync(bool beginFilm, bool endFilms)
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], null, Loopback);
        if (beginFilm)
            await CreateAsync(server.Client, Name("film"));
        var untilKill = _random.Next(1, Checkout.LongCounts ? 250 : 60);
        var moment = TimeSpan.FromMilliseconds(_random.Next(0, 60));
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
        foreach (var (_, id) in _accepted.Where(a => endFilms && IsFilm(a.Key)))
            await server.Client.WaitAsync(id, null, Cancellation);
        // Not at an answer but some time after one, in the middle of whatever is going on then.
        await Task.Delay(moment, TimeProvider.System, Cancellation);
        server.Program.Signal(Kill);
        await server.Program.EndAsync();
        await Task.WhenAll(writers);
        enough.Task.IsCompleted.ShouldBeTrue("the server ended before it was killed: " + server.Program.Error);
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
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            _unanswered.Enqueue(name);
            return false;
        }
    }

    /// <summary>Waits for each task's end; then everything the server has.</summary>
    private async Task<List<TaskData>> EndAllAsync(OmniReelClient client)
    {
        // The newest is worked on last; the films may take longer.
        var late = _accepted.Where(a => IsFilm(a.Key)).Append(_accepted.MaxBy(a => long.Parse(a.Key[(a.Key.IndexOf('-', StringComparison.Ordinal) + 1)..])));
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

    private string Name(string kind) => $"{kind}-{Interlocked.Increment(ref _next)}";
}
