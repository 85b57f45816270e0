using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Media.Stills;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The sound of a film whose request wants one.</summary>
internal static class FilmSound
{
    /// <summary>The film's sound with its lines spoken; null for a film without sound.</summary>
    /// <param name="plan">The shots as they will be drawn.</param>
    public static async Task<SoundTrack?> RehearseAsync(
        SoundStudio studio, VideoRequest request, FilmPlan plan, ScriptReading reading, CancellationToken cancellation) => request.Sound
        ? await studio.RehearseAsync(plan with { Sound = SoundPlanner.Of(plan, reading) }, cancellation)
        : null;

    /// <summary>Something is spoken in it.</summary>
    public static bool HasLines(VideoRequest request, FilmPlan plan, ScriptReading reading) => request.Sound && SoundPlanner.Of(plan, reading).Lines.Count > 0;

    /// <summary>Writes the sound beside the film's draft; its path, or null for a film without sound.</summary>
    public static async Task<string?> WriteAsync(SoundTrack? sound, FilmFiles files, CancellationToken cancellation)
    {
        if (sound is null)
            return null;
        var path = Path.ChangeExtension(files.Film, ".pcm");
        await SoundStudio.WriteAsync(sound, path, cancellation);
        return path;
    }

    /// <summary>What is still not understood where there is sound: words of sounds that are heard are understood, lines that are not heard are named.</summary>
    public static IEnumerable<string> Lost(IEnumerable<string> words, ScriptReading reading, SoundTrack? sound)
    {
        if (sound is null)
            return words;
        var heard = reading.Sound.Words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Where(word => !heard.Contains(word)).Concat(sound.Lost);
    }
}
