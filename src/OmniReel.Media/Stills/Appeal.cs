namespace OmniReel.Media.Stills;

/// <summary>How much there is to see in a picture, as a number to compare: contrast and edges count, near black and near white do not.</summary>
internal static class Appeal
{
    private const double Dark = 40, Bright = 220;

    /// <param name="luma">Of a small picture, row by row, 16 to 235.</param>
    public static double Of(ReadOnlySpan<byte> luma, int width)
    {
        long sum = 0, squares = 0, edges = 0;
        for (var i = 0; i < luma.Length; i++)
        {
            sum += luma[i];
            squares += luma[i] * luma[i];
            if (i % width > 0)
                edges += Math.Abs(luma[i] - luma[i - 1]);
            if (i >= width)
                edges += Math.Abs(luma[i] - luma[i - width]);
        }

        var mean = (double)sum / luma.Length;
        var contrast = Math.Sqrt(Math.Max(0, (double)squares / luma.Length - mean * mean));
        var light = Math.Clamp((mean - 16) / (Dark - 16), 0, 1) * Math.Clamp((235 - mean) / (235 - Bright), 0, 1);
        return (contrast + 2.0 * edges / luma.Length) * light;
    }
}
