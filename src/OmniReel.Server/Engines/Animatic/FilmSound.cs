using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The sound of a film whose request wants one.</summary>
internal static class FilmSound
{
    /// <summary>Writes the film's sound to a file; null, and no file, for a film without sound.</summary>
    /// <param name="plan">The shots as they will be drawn.</param>
    public static async Task<SoundTrack?> RecordAsync(
        SoundStudio studio, VideoRequest request, FilmPlan plan, ScriptReading reading, string path, CancellationToken cancellation) => request.Sound
        ? await studio.RecordAsync(plan with { Sound = SoundPlanner.Of(plan, reading) }, path, cancellation)
        : null;

    /// <summary>What is still not understood where there is sound: words of sounds that are heard are understood, lines that are not heard are named.</summary>
    public static IEnumerable<string> Lost(IEnumerable<string> words, ScriptReading reading, SoundTrack? sound)
    {
        if (sound is null)
            return words;
        var heard = reading.Sound.Words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Where(word => !heard.Contains(word)).Concat(sound.Lost);
    }
}
