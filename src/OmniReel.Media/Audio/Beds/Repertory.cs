using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Beds;

/// <summary>How each sound of the bed is made, and how loud it stands in the mix.</summary>
internal static class Repertory
{
    /// <summary>Decibels by which a sound that the prompt names comes forward.</summary>
    private const double Forward = 5;

    public static Stereo Play(Heard sound, BedSpan span, Dice dice) => sound switch
    {
        Heard.Waves => WaterSounds.Waves(span, dice),
        Heard.Stream => WaterSounds.Stream(span, dice),
        Heard.Rain => RainSounds.Rain(span, dice),
        Heard.Wind => AirSounds.Wind(span, dice),
        Heard.Leaves => AirSounds.Leaves(span, dice),
        Heard.SnowHush => AirSounds.SnowHush(span, dice),
        Heard.Thunder => AirSounds.Thunder(span, dice),
        Heard.Birds => AnimalSounds.Birds(span, dice),
        Heard.Insects => AnimalSounds.Insects(span, dice),
        Heard.Crickets => AnimalSounds.Crickets(span, dice),
        Heard.Owl => AnimalSounds.Owl(span, dice),
        Heard.Traffic => PeopleSounds.Traffic(span, dice),
        Heard.Crowd => PeopleSounds.Crowd(span, dice),
        Heard.Applause => PeopleSounds.Applause(span, dice),
        Heard.RoomTone => PeopleSounds.RoomTone(span, dice),
        Heard.Clock => PeopleSounds.Clock(span, dice),
        Heard.Fire => PeopleSounds.Fire(span, dice),
        Heard.Bell => PeopleSounds.Bell(span, dice),
        Heard.Footsteps => MovementSounds.Footsteps(span, dice),
        Heard.Cloth => MovementSounds.Cloth(span, dice),
        _ => throw new ArgumentOutOfRangeException(nameof(sound), sound, "Nothing makes this sound."),
    };

    /// <summary>Loudness while it sounds (see <see cref="Loudness.LoudnessMeter.Momentary"/>), in LUFS; the mix is brought to its own loudness later, so only differences count.</summary>
    public static double Level(BedSound sound) => (sound.Named ? Forward : 0) + sound.Sound switch
    {
        Heard.Waves or Heard.Thunder or Heard.Applause => -22,
        Heard.Rain or Heard.Stream or Heard.Crowd => -24,
        Heard.Wind or Heard.Traffic or Heard.Fire or Heard.Bell => -26,
        Heard.Leaves or Heard.Birds or Heard.SnowHush or Heard.Footsteps => -28,
        Heard.Owl or Heard.Clock or Heard.Cloth => -31,
        Heard.Crickets => -32,
        Heard.Insects => -34,
        _ => -38,
    };
}
