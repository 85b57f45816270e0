using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.References;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>
/// The corpus of hostile media. Every file goes the way of a task's input, and then past the sniffing straight to the decoder that
/// would look at it: what one wall would stop must not get over the next.
/// </summary>
public sealed class HostileMediaTests : IDisposable
{
    /// <summary>Of processor time, for one decoder; what others do to the clock is no cost of a file.</summary>
    private const double Longest = 10;

    /// <summary>The same, for one that codes a whole film anew: as long as a good one may take. Such a film would have been refused before.</summary>
    private const double LongestCoding = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly Trap _trap = new();
    private readonly Sandbox _sandbox = new(TimeProvider.System, 2);
    private readonly HeardLog<MediaCheck> _log = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private readonly TaskInputs _inputs;
    private readonly HostileMedia _media;
    private readonly Lock _gate = new();
    private readonly List<string> _said = [];
    private readonly EveryDecoder _decoders;
    private int _seen, _broken, _refused, _handled, _past, _starved;
    private (TimeSpan Time, string Name) _slowest;

    public HostileMediaTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the sandbox is Linux's");
        _media = new HostileMedia(_trap, _folder);
        _decoders = new EveryDecoder(_sandbox, _folder);
        _inputs = new TaskInputs(
            new PlantedFetcher(url => _files[url], _trap), new MediaCheck(new FilmProbe(_sandbox), new PictureDecoder(_sandbox), _log), _sandbox,
            new InputFolders(_folder.File("task-inputs")), new InputPolicy(false));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sandbox.Dispose();
        _trap.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_file_of_the_corpus_gets_anything_out_or_costs_more_than_it_may()
    {
        var report = await _sandbox.ReportAsync();
        var cases = _media.All.ToList();
        cases.Select(c => c.Number).Distinct().ShouldBe(Enumerable.Range(1, HostileMedia.Count));
        await using var costs = new ChildCosts(_folder.Path);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Stop }, async (one, _) => await TryAsync(one));

        _trap.WasConnectedTo.ShouldBeFalse();
        string.Join('\n', _said.Concat(_log.Lines)).ShouldNotContain(_trap.Token);
        string.Join('\n', _said).ShouldNotContain(c => char.IsControl(c) && c != '\n');
        Directory.EnumerateFileSystemEntries(_folder.File("task-inputs")).ShouldBeEmpty();
        costs.LongestCoding.ShouldBeLessThanOrEqualTo(LongestCoding);
        costs.Longest.ShouldBeLessThanOrEqualTo(Longest, $"the slowest by the clock was {_slowest.Name}; the dearest decoder {costs.LongestCommand}");
        costs.Peak.ShouldBeLessThanOrEqualTo(512);
        if (report.Level == SandboxLevel.Full) costs.Sightings.ShouldBeGreaterThan(0);
        _starved.ShouldBeLessThan(_seen / 4, "kept waiting by others is the exception");

        // A server that has seen all this still takes a good picture.
        _files["good"] = _media.Photo;
        using (var good = await PrepareAsync("good", true))
            good.Pictures.ShouldHaveSingleItem().Facts.Width.ShouldBe(640);
        Console.WriteLine(
            $"hostile media ({report.Level}): 52 generators, {_seen} files ({_broken} of them broken at random): {_refused} refused, {_handled} handled; {_past} more runs past the sniffing ({string.Join(", ", _decoders.Seen.Select(seen => $"{seen.Value} {seen.Key}"))}); "
            + $"0 canaries, 0 connections; most processor time of a decoder {costs.Longest:0.0} s, of one that codes anew {costs.LongestCoding:0.0} s, largest {costs.Peak} MB, in {costs.Sightings} sightings; "
            + $"slowest by the clock {_slowest.Time.TotalSeconds:0.0} s ({_slowest.Name}), {_starved} runs again because others had the machine");
    }

    [Fact]
    public async Task A_film_that_shows_its_start_again_and_again_has_a_last_picture_soon()
    {
        var path = _folder.File("rounds");
        await File.WriteAllBytesAsync(path, _media.All.Single(one => one.Number == 38).Files().Last(), Stop);
        await using var costs = new ChildCosts(_folder.Path);
        var picture = await new ReferenceReader(_sandbox).PictureAsync(path, new FilmFacts(false, "h264", 1280, 720, 24, 3, 72, true), isLast: true, 320, 180, Stop);
        picture.Pixels.Length.ShouldBe(320 * 180 * 4);
        costs.Longest.ShouldBeLessThan(Longest);
    }

    private async Task TryAsync(HostileCase one)
    {
        var number = 0;
        foreach (var bytes in one.Files())
        {
            // Its name on the web is never a name on the disk.
            var url = $"http://media.example/{one.Number}-{number++}/%03d -i \n:{one.Name}";
            _files[url] = bytes;
            Interlocked.Increment(ref _seen);
            if (one.Number == 51) Interlocked.Increment(ref _broken);
            await TimedAsync($"{one.Number} {one.Name}", () => ThroughAsync(url, one.IsPicture));
            await TimedAsync($"{one.Number} {one.Name}, past the sniffing", () => PastAsync(bytes, one.IsPicture));
            _files.TryRemove(url, out _);
        }
    }

    private async Task ThroughAsync(string url, bool isPicture)
    {
        try
        {
            using var prepared = await PrepareAsync(url, isPicture);
            foreach (var picture in prepared.Pictures)
                Check(await prepared.DecodeAsync(picture, 320, 240, Stop));
            Interlocked.Increment(ref _handled);
        }
        catch (InputsRefusedException refused)
        {
            refused.Broken.ShouldAllBe(b => b.Field.Contains("_list[0]", StringComparison.Ordinal));
            Say(refused.In("en"));
            Say(refused.In("zh"));
            Interlocked.Increment(ref _refused);
        }
    }

    private async Task PastAsync(byte[] bytes, bool isPicture)
    {
        var path = _folder.File(Guid.NewGuid().ToString("n"));
        await File.WriteAllBytesAsync(path, bytes, Stop);
        Interlocked.Increment(ref _past);
        try
        {
            // In short runs each file meets one decoder beside the first, and each decoder one file in so many.
            await foreach (var said in _decoders.RunAsync(path, isPicture, Checkout.LongCounts ? null : _past, Check, Stop))
                Say(said);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task TimedAsync(string name, Func<Task> run)
    {
        for (var tries = 1; ; tries++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await run();
            }
            catch (SandboxException starved) when (tries < 3 && starved.Message == SandboxException.Starved().Message)
            {
                // Others had the machine: the file was not judged.
                Interlocked.Increment(ref _starved);
                continue;
            }

            var took = Stopwatch.GetElapsedTime(start);
            lock (_gate)
                _slowest = took > _slowest.Time ? (took, name) : _slowest;
            return;
        }
    }

    private Task<PreparedInputs> PrepareAsync(string url, bool isPicture) => _inputs.PrepareAsync(
        "tenant", 0, isPicture ? Checking.InputRoom.Request((url, ImageRole.FirstFrame)) : Checking.InputRoom.Film(url), new HeldBody(default), null, Stop);

    private void Check(byte[] pixels) => pixels.AsSpan().IndexOf(Encoding.ASCII.GetBytes(_trap.Token)).ShouldBe(-1);

    private void Say(string message)
    {
        lock (_gate)
            _said.Add(message);
    }

    /// <summary>Brings the file, and puts what it might reach for beside it.</summary>
    private sealed class PlantedFetcher(Func<string, byte[]> files, Trap trap) : IInputFetcher
    {
        public async Task<InputFile> FetchAsync(FetchShare share, long acceptedAt, string url, InputMedia media, string field, string folder, CancellationToken cancellation)
        {
            foreach (var name in new[] { "seg.ts", "good.mp4", "input" })
                await File.WriteAllTextAsync(Path.Combine(folder, name), trap.Token, cancellation);
            await using var draft = InputDraft.In(folder, media, field);
            foreach (var piece in files(url).Chunk(64 << 10))
                await draft.AddAsync(piece, cancellation);
            return await draft.FinishAsync();
        }

        public Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation) => throw new InvalidOperationException();
    }
}
