using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding;

/// <summary>A folder for the films of a test, and a sandbox to look into them.</summary>
internal sealed class FilmRoom : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("films").FullName;

    public Sandbox Sandbox { get; } = new(new PatientTime(), 2);

    /// <summary>A path in the folder.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Makes a film with ffmpeg as these words say, and looks what it is.</summary>
    public async Task<(string Path, FilmFacts Facts)> FilmAsync(string words)
    {
        var path = File($"film-{Guid.NewGuid():n}.mp4");
        Ffmpeg.Make(words, path);
        return (path, await new FilmProbe(Sandbox).ReadAsync(path, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Sandbox.Dispose();
        Directory.Delete(Folder, true);
    }
}
