using System.Buffers.Binary;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Audio.Voices;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio;

/// <summary>The sound of a film as it will be: its lines have been spoken, and nothing is mixed yet.</summary>
public sealed class SoundTrack
{
    internal SoundTrack(FilmPlan film, SoundPlan plan, Recitation recitation) => (Film, Plan, Recitation) = (film, plan, recitation);

    /// <summary>The plan's sound with the lines where they are heard.</summary>
    public SoundPlan Plan { get; }

    /// <summary>Words of lines that are not heard, for want of room or of a voice.</summary>
    public IReadOnlyList<string> Lost => Recitation.Lost;

    internal FilmPlan Film { get; }

    internal Recitation Recitation { get; }
}

/// <summary>Makes the sound of films. Keeps no state: one studio may make several at once.</summary>
/// <param name="voices">The program that speaks, by name or path; where it is missing films are made without voices.</param>
public sealed class SoundStudio(Sandbox sandbox, string voices = "espeak-ng")
{
    private readonly EspeakVoice _voice = new(sandbox, voices);

    /// <summary>Whether there is a voice here that speaks.</summary>
    public async Task<bool> CanSpeakAsync(CancellationToken cancellation = default) =>
        await _voice.SpeakAsync("one", Speaker.Narrator, "en", 1, cancellation) is not null;

    /// <summary>Has the lines of a plan spoken that has a sound. Without lines this takes no time.</summary>
    /// <exception cref="SandboxException">A voice could not be started for reasons of ours.</exception>
    public async Task<SoundTrack> RehearseAsync(FilmPlan plan, CancellationToken cancellation = default)
    {
        var sound = plan.Sound ?? throw new ArgumentException("The plan has no sound.", nameof(plan));
        var recitation = await new Recital(_voice).SpeakAsync(sound.Lines, cancellation);
        var lacksVoice = recitation.Lines.Count > 0 && recitation.Takes.Count == 0 && !await CanSpeakAsync(cancellation);
        return new SoundTrack(plan, sound with { Lines = recitation.Lines, LacksVoice = lacksVoice }, recitation);
    }

    /// <summary>
    /// Mixes a sound and writes it as raw samples: two channels of 16 bits, little end first, at <see cref="SoundFormat.Rate"/>, exactly as
    /// long as the plan's frames.
    /// </summary>
    /// <param name="path">The file; whoever asked for it deletes it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(SoundTrack track, string path, CancellationToken cancellation = default)
    {
        var mix = await Task.Run(() => SoundMix.Of(track.Film, track.Recitation.Takes), cancellation);
        await File.WriteAllBytesAsync(path, Bytes(mix), cancellation);
    }

    private static byte[] Bytes(Stereo mix)
    {
        var bytes = new byte[4 * mix.Length];
        for (var i = 0; i < mix.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(4 * i), Whole(mix.Left[i]));
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(4 * i + 2), Whole(mix.Right[i]));
        }

        return bytes;

        static short Whole(float x) => (short)Math.Clamp(MathF.Round(x * 32767), -32768, 32767);
    }
}
