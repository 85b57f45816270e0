using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Music;

/// <summary>One note of a score.</summary>
/// <param name="Second">When it is struck.</param>
/// <param name="Length">Seconds until the next one, or its breath, ends it; what was struck rings on.</param>
/// <param name="Hertz">Its pitch.</param>
/// <param name="Loud">From 0 to 1.</param>
internal readonly record struct Note(double Second, double Length, double Hertz, float Loud)
{
    public int At => SoundFormat.Samples(Second);
}

/// <summary>Something that plays notes: adds one to the music, at a place between the ears.</summary>
internal delegate void Player(Stereo music, Note note, Pan pan, Dice dice);
