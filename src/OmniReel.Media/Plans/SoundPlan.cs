namespace OmniReel.Media.Plans;

/// <summary>Everything that decides what is heard, but for the sound of voices. A film without one has no audio stream.</summary>
public sealed record SoundPlan
{
    /// <summary>What place, weather and action sound like, in order of their beginning; sounds may lie over one another.</summary>
    public IReadOnlyList<BedSound> Bed { get; init; } = [];

    /// <summary>Null where the prompt wants none.</summary>
    public MusicPlan? Music { get; init; }

    /// <summary>What is spoken, in order.</summary>
    public IReadOnlyList<SpokenLine> Lines { get; init; } = [];

    /// <summary>The machine has no voice to speak the lines with.</summary>
    public bool LacksVoice { get; init; }

    /// <summary>Decides every free choice, as the seeds of shots do.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>One sound over a stretch of the film.</summary>
/// <param name="Start">First frame.</param>
/// <param name="Frames">Length in frames.</param>
/// <param name="Named">The prompt speaks of it, so it stands before the others.</param>
public sealed record BedSound(Heard Sound, int Start, int Frames, bool Named = false);

/// <summary>What the bed is made of.</summary>
public enum Heard
{
    Waves, Stream, Rain, Wind, Leaves, SnowHush, Thunder,
    Birds, Insects, Crickets, Owl,
    Traffic, Crowd, Applause, RoomTone, Clock, Fire, Bell,
    Footsteps, Cloth,
}

/// <summary>A piece of music as long as the film, composed from the sound's seed.</summary>
/// <param name="Tempo">Beats a minute, about: whole beats fill the film.</param>
public sealed record MusicPlan(MusicMode Mode, int Tempo, Instrument Lead)
{
    /// <summary>Held chords below the melody.</summary>
    public bool HasPad { get; init; } = true;

    /// <summary>A hand drum that keeps time.</summary>
    public bool HasDrum { get; init; }

    /// <summary>The prompt speaks of it, so it stands before the bed.</summary>
    public bool Named { get; init; }
}

/// <summary>Five-note modes: bright 宫, open 徵, wistful 商, dark 羽.</summary>
public enum MusicMode { Gong, Zhi, Shang, Yu }

public enum Instrument { Zither, Guitar, Piano, Flute, Strings, Bells, Drum }

/// <summary>Words that a voice speaks.</summary>
/// <param name="Text">As quoted in the prompt.</param>
/// <param name="Language">zh or en, by the words themselves.</param>
/// <param name="Start">First frame of its voice; of its room until the voice is made.</param>
/// <param name="Frames">Length likewise.</param>
public sealed record SpokenLine(string Text, Speaker Speaker, string Language, int Start, int Frames)
{
    /// <summary>What became of it.</summary>
    public Delivery Delivery { get; init; }
}

public enum Speaker { Narrator, Woman, Man, Child }

/// <summary>Whole at an easy pace; faster to fit its room; cut at a word, which is where its room ends; or not at all, for want of a voice or of room.</summary>
public enum Delivery { Whole, Hurried, Cut, Unspoken }
