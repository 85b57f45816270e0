using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Music;

/// <summary>A five-note mode on a tonic. In it no two notes clash, whatever is held below them.</summary>
internal sealed class Scale(MusicMode mode, int tonic)
{
    /// <summary>Steps of an octave.</summary>
    public const int Size = 5;

    private readonly int[] _steps = mode switch
    {
        MusicMode.Gong => [0, 2, 4, 7, 9],
        MusicMode.Zhi => [0, 2, 5, 7, 9],
        MusicMode.Shang => [0, 2, 5, 7, 10],
        _ => [0, 3, 5, 7, 10],
    };

    /// <summary>The step of the fifth, on which phrases rest half way.</summary>
    public const int Fifth = 3;

    /// <param name="degree">0 for the tonic; negative below it.</param>
    public double Hertz(int degree)
    {
        var octave = (int)Math.Floor(degree / (double)Size);
        return 440 * Math.Pow(2, (tonic + 12 * octave + _steps[degree - octave * Size] - 69) / 12.0);
    }
}
