using OmniReel.Media.Audio;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Whether this machine has a voice for what people say in films with sound.</summary>
public static class Voices
{
    /// <summary>Has it say a word, as for a film.</summary>
    public static async Task<bool> SpeakHereAsync(TimeProvider time, CancellationToken cancellation)
    {
        using var sandbox = new Sandbox(time, 1);
        return await new SoundStudio(sandbox).CanSpeakAsync(cancellation);
    }
}
