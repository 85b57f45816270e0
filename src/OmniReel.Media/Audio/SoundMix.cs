using OmniReel.Media.Audio.Beds;
using OmniReel.Media.Audio.Loudness;
using OmniReel.Media.Audio.Music;
using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Audio.Voices;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio;

/// <summary>All sound of a film: bed, music and voices laid over one another. A pure function of plan and voices: the same bytes on any number of threads.</summary>
internal static class SoundMix
{
    private const double MusicLevel = -20.5, NamedMusicLevel = -18, VoiceLevel = -16;

    /// <summary>How far bed and music step back while somebody speaks.</summary>
    private const double DuckedTo = 0.26;

    private const int MusicPurpose = 1000;

    /// <summary>What is below is felt as pressure and hides the rest; only thunder goes deeper.</summary>
    private const double Lowest = 95, LowestThunder = 45;

    /// <summary>Seconds that a sound of the bed reaches over a cut, where it and what follows fade into each other.</summary>
    private const double Overlap = 0.06;

    /// <param name="plan">It has a sound.</param>
    /// <param name="takes">The voices of its lines.</param>
    /// <returns>Exactly as long as the film.</returns>
    public static Stereo Of(FilmPlan plan, IReadOnlyList<VoiceTake> takes)
    {
        var sound = plan.Sound ?? throw new ArgumentException("The plan has no sound.", nameof(plan));
        var mix = new Stereo(plan.Frames * SoundFormat.PerFrame);
        for (var i = 0; i < sound.Bed.Count; i++)
            Lay(mix, sound.Bed[i], i, plan, sound.Seed);
        if (sound.Music is { } music)
            AddAt(mix, Orchestra.Play(music, Dice.For(sound.Seed, MusicPurpose).Next(), mix.Length), 0, music.Named ? NamedMusicLevel : MusicLevel);
        if (takes.Count > 0)
        {
            Duck(mix, takes);
            foreach (var take in takes)
                AddAt(mix, take.Voice, take.At, VoiceLevel);
        }

        Master.Run(mix, Math.Min(0.9, 0.2 * mix.Length / SoundFormat.Rate));
        return mix;
    }

    private static void Lay(Stereo mix, BedSound bed, int index, FilmPlan plan, ulong seed)
    {
        var (at, length) = (bed.Start * SoundFormat.PerFrame, bed.Frames * SoundFormat.PerFrame);
        var reach = SoundFormat.Samples(Overlap);
        int before = bed.Start > 0 ? reach : 0, after = at + length < mix.Length ? reach : 0;
        var shot = ShotAt(plan, bed.Start);
        // Steps and cloth belong to their shot's moments, so they begin with it.
        var isPlaced = bed.Sound is Heard.Footsteps or Heard.Cloth;
        if (isPlaced)
            before = 0;
        var span = new BedSpan(length + before + after, shot, new Stage(plan.Width, plan.Height));
        var sound = Repertory.Play(bed.Sound, span, Dice.For(seed, (int)bed.Sound * 64 + index));
        foreach (var channel in (float[][])[sound.Left, sound.Right])
            Biquad.HighPass(bed.Sound == Heard.Thunder ? LowestThunder : Lowest).Run(channel);
        sound.Fade(isPlaced || before == 0 ? SoundFormat.Samples(0.005) : 2 * reach, after == 0 ? 1 : 2 * reach);
        AddAt(mix, sound, at - before, Repertory.Level(bed));
    }

    private static ShotPlan ShotAt(FilmPlan plan, int frame)
    {
        foreach (var shot in plan.Shots)
        {
            if (frame < shot.Frames)
                return shot;
            frame -= shot.Frames;
        }

        return plan.Shots[^1];
    }

    /// <summary>Adds a sound at a loudness of its own, whatever it was made with.</summary>
    private static void AddAt(Stereo mix, Stereo sound, int at, double level)
    {
        var loudness = LoudnessMeter.Momentary(sound);
        if (double.IsFinite(loudness))
            mix.Add(sound, (float)Math.Pow(10, (level - loudness) / 20), at);
    }

    /// <summary>Turns what is there down under the voices: before a word begins, back after the last.</summary>
    private static void Duck(Stereo mix, IReadOnlyList<VoiceTake> takes)
    {
        double attack = 0.18 * SoundFormat.Rate, release = 0.5 * SoundFormat.Rate;
        for (var i = 0; i < mix.Length; i++)
        {
            var spoken = 0d;
            foreach (var take in takes)
            {
                var before = take.At - i;
                var after = i - (take.At + take.Voice.Length);
                spoken = Math.Max(spoken, Math.Min(before > 0 ? 1 - before / attack : 1, after > 0 ? 1 - after / release : 1));
            }

            if (spoken <= 0)
                continue;
            var gain = (float)Math.Pow(DuckedTo, spoken * spoken * (3 - 2 * spoken));
            mix.Left[i] *= gain;
            mix.Right[i] *= gain;
        }
    }
}
