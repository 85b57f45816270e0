using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Shares a film's frames among its shots: cuts at whole seconds, at least a second each, what is left over at the end.</summary>
internal static class Timing
{
    private const int MostBeats = 6;

    /// <summary>As many shots as a film of so many frames is divided into at most.</summary>
    public static int MostShots(int frames) => Math.Clamp(frames / FilmPlan.FrameRate, 1, MostBeats);

    /// <param name="shots">At most <see cref="MostShots"/>.</param>
    public static int[] Share(int frames, int shots)
    {
        var seconds = frames / FilmPlan.FrameRate;
        var shares = new int[shots];
        for (var i = 0; i < shots; i++)
            shares[i] = (seconds / shots + (i < seconds % shots ? 1 : 0)) * FilmPlan.FrameRate;
        shares[^1] += frames - shares.Sum();
        return shares;
    }
}
