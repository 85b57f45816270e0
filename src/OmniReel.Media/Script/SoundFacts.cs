using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What one prompt says of what is heard.</summary>
internal sealed class SoundFacts
{
    public List<Heard> Said { get; } = [];

    public HashSet<Heard> Denied { get; } = [];

    /// <summary>Instruments that are asked for; <see cref="MusicWord.Any"/> for plain music.</summary>
    public List<MusicWord> Music { get; } = [];

    public HashSet<MusicWord> DeniedMusic { get; } = [];

    public List<MoodWord> Moods { get; } = [];

    /// <summary>Nothing at all is to be heard but speech.</summary>
    public bool Hush { get; set; }

    /// <summary>The words that ask for what can be heard, as written: those that no picture shows are understood all the same.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Places in the list of quotes, in order.</summary>
    public List<int> Quotes { get; } = [];

    /// <summary>Denies whatever <paramref name="other"/> denies.</summary>
    public void DenyAll(SoundFacts other)
    {
        Denied.UnionWith(other.Denied);
        DeniedMusic.UnionWith(other.DeniedMusic);
        Said.RemoveAll(other.Denied.Contains);
        Music.RemoveAll(music => other.DeniedMusic.Contains(music));
        Hush |= other.Hush;
    }
}
