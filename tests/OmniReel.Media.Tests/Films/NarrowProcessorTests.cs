using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Pictures;

namespace OmniReel.Media.Tests.Films;

/// <summary>
/// What our own vector loops make must not hang on the processor: this test program runs itself once more with wide vectors
/// switched off in the runtime, and once with none at all.
/// </summary>
public sealed class NarrowProcessorTests
{
    private const string HashesFile = "OMNIREEL_TEST_HASHES";

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task A_processor_without_draws_the_same_frames(string feature)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
                start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".dll"));
            start.ArgumentList.Add("--filter-method");
            start.ArgumentList.Add($"{typeof(NarrowProcessorTests).FullName}.{nameof(This_processor_draws_a_frame_twice_alike)}");
            start.Environment[feature] = "0";
            start.Environment[HashesFile] = file;
            using var process = Process.Start(start)!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            process.ExitCode.ShouldBe(0, string.Concat(said));

            (await File.ReadAllTextAsync(file, Cancel)).ShouldBe(Hashes());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void This_processor_draws_a_frame_twice_alike()
    {
        var hashes = Hashes();
        hashes.ShouldBe(Hashes());
        hashes.Split(' ').Distinct().Count().ShouldBe(5);
        if (Environment.GetEnvironmentVariable(HashesFile) is { Length: > 0 } file)
            File.WriteAllText(file, hashes);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A width that no vector divides, so that loops have their tails as well.</summary>
    private static string Hashes()
    {
        StillPicture first = TestPictures.Photograph(250, 142), last = TestPictures.Photograph(250, 142, 2);
        var plan = new FilmPlan(250, 142,
        [
            RealShots.Of(Place.City), RealShots.Of(Place.Mountains),
            TestPictures.Shot(first, last, 24), TestPictures.Shot(last, null, 24, CameraMove.PanLeft, Stir.Water, Stir.Sky),
            RealShots.Of(Place.Sea) with { Drawing = Drawing.Ink },
        ]);
        var renderer = new FilmRenderer(new RenderOptions(2));
        return string.Join(' ', new[] { 40, 110, 156, 180, 203 }.Select(frame =>
        {
            using var picture = renderer.RenderFrame(plan, frame);
            return Convert.ToHexString(SHA256.HashData(picture.GetPixelSpan()));
        }));
    }
}
