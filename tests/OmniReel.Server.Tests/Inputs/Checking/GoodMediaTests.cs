using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Inputs.Checking;

/// <summary>Files as cameras, phones, editors and browsers make them: every one is taken, and what is said of it is true.</summary>
public sealed class GoodMediaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InputRoom _room = new();

    public void Dispose()
    {
        _room.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Pictures_of_every_usual_kind_are_taken_and_decoded()
    {
        var good = GoodMedia.Pictures(_folder);
        foreach (var (name, bytes, width, height) in good)
        {
            using var prepared = await _room.PrepareAsync(InputRoom.Request((_room.Give(name, bytes), ImageRole.FirstFrame)));
            var picture = prepared.FirstFrame.ShouldNotBeNull(name);
            (picture.Facts.Width, picture.Facts.Height).ShouldBe((width, height), name);
            var pixels = await prepared.DecodeAsync(picture, 160, 120, TestContext.Current.CancellationToken);
            pixels.Distinct().Count().ShouldBeGreaterThan(20, name);
        }

        Console.WriteLine($"good pictures: {good.Count} of {good.Count} taken and decoded");
        good.Count.ShouldBeGreaterThanOrEqualTo(18);
    }

    [Fact]
    public async Task Films_of_every_usual_kind_are_taken()
    {
        var good = GoodMedia.Films(_folder);
        foreach (var (name, make, width, height, sound) in good)
        {
            using var prepared = await _room.PrepareAsync(InputRoom.Film(_room.Give(name, make())));
            var film = prepared.Film.ShouldNotBeNull(name).Facts;
            (film.Width, film.Height, film.HasAudio, film.IsQuickTime).ShouldBe((width, height, sound, name == "MOV"), name);
            film.Seconds.ShouldBeInRange(2.9, 3.2, name);
        }

        Console.WriteLine($"good films: {good.Count} of {good.Count} taken");
        good.Count.ShouldBeGreaterThanOrEqualTo(12);
    }
}
