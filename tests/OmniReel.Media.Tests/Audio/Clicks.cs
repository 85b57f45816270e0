namespace OmniReel.Media.Tests.Audio;

/// <summary>Finds what the ear hears as a click: a sample that its neighbours do not lead to.</summary>
internal static class Clicks
{
    /// <summary>The largest second difference, in full scales.</summary>
    public static double Worst(float[] channel)
    {
        var worst = 0d;
        for (var i = 1; i + 1 < channel.Length; i++)
            worst = Math.Max(worst, Math.Abs(channel[i + 1] - 2 * (double)channel[i] + channel[i - 1]));
        return worst;
    }

    /// <summary>The largest step from one sample to the next.</summary>
    public static double WorstStep(float[] channel)
    {
        var worst = 0d;
        for (var i = 1; i < channel.Length; i++)
            worst = Math.Max(worst, Math.Abs(channel[i] - (double)channel[i - 1]));
        return worst;
    }
}
