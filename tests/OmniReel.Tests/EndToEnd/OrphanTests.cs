using System.Diagnostics;
using System.Globalization;
using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd;

/// <summary>Nothing that the server starts outlives it, however it dies.</summary>
public sealed class OrphanTests : IDisposable
{
    private const int Kill = 9, Halt = 19;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60), s_grace = TimeSpan.FromSeconds(2);

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Kill_9_during_a_decode_leaves_no_decoder(bool bubblewrap)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are read from /proc");
        using var server = await ServeProcess.StartAsync(_folder["data"], bubblewrap ? new Dictionary<string, string?>() : BarePath.WithoutBubblewrap(_folder));

        // As large as a picture may be: a second or two of work, and then it is halted, so that it never ends by itself.
        var picture = PngFile.Of(8000, 8000, 8, PngFile.Colour, y => [.. Enumerable.Repeat((byte)y, 24_000)]);
        var decoder = await HaltedAsync(server, picture);
        decoder.ShouldNotBeNull("a decoder was halted at its work: " + server.Program.Error);
        var family = Descendants(server.Program.Id).ToList();
        family.ShouldContain(process => process.Id == decoder.Id && process.State == 'T', "it stands still, and lives");
        server.Program.Signal(Kill);
        await server.Program.EndAsync();

        (await UntilAsync(s_patience, () => family.Any(IsAlive) ? null : "gone")).ShouldBe("gone", string.Join('\n', family.Where(IsAlive)));
        Console.WriteLine($"orphans: {family.Count} processes below a server with {(bubblewrap ? "bubblewrap" : "limits only")}, killed with a halted decoder; 0 left");
    }

    /// <summary>A decoder that stands still; null when none was caught. One that ended first is followed by that of another task.</summary>
    private static async Task<Found?> HaltedAsync(ServeProcess server, byte[] picture)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await server.Client.CreateAsync(
                new NewVideo { ModelName = "kling-v3-omni", Prompt = "It moves.", Mode = "std", Duration = "3", ImageList = [new NewImage(Convert.ToBase64String(picture), "first_frame")] },
                null, Cancellation);
            if (await UntilAsync(s_patience, () => Descendants(server.Program.Id).FirstOrDefault(IsDecoder)) is not { } decoder)
                return null;
            RunningProgram.Signal(decoder.Id, Halt);
            if (await UntilAsync(s_grace, () => Read(decoder.Id) is { State: 'T' } halted && halted.Started == decoder.Started ? halted : null) is { } stands)
                return stands;
        }

        return null;
    }

    private static async Task<T?> UntilAsync<T>(TimeSpan patience, Func<T?> look)
        where T : class
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < patience; await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation))
        {
            if (look() is { } found)
                return found;
        }

        return look();
    }

    private static IEnumerable<Found> Descendants(int ancestor)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => Read(int.Parse(name!, CultureInfo.InvariantCulture))).OfType<Found>().ToList();
        var parents = new HashSet<int> { ancestor };
        for (var before = 0; before != parents.Count;)
        {
            before = parents.Count;
            parents.UnionWith(all.Where(p => parents.Contains(p.Parent)).Select(p => p.Id));
        }

        return all.Where(p => p.Id != ancestor && parents.Contains(p.Id));
    }

    // bubblewrap's own processes have the same command behind theirs.
    private static bool IsDecoder(Found process) => process.Command.Contains("png_pipe", StringComparison.Ordinal) && process.Name is "program" or "ffmpeg";

    private static bool IsAlive(Found process) => Read(process.Id) is { State: not 'Z' } now && now.Started == process.Started;

    private static Found? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0], fields[19], File.ReadAllText($"/proc/{id}/comm").Trim(), File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' '));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Found(int Id, int Parent, char State, string Started, string Name, string Command);
}
