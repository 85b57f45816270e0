namespace OmniReel.Console.Create.Shots;

/// <summary>Shares whole seconds out.</summary>
internal static class Shares
{
    /// <summary>
    /// Whole numbers, each at least 1, that add up to <paramref name="whole"/> in the proportions of the weights. Weights that add up
    /// to it already are given back as they are.
    /// </summary>
    /// <param name="weights">Each at least 1.</param>
    /// <param name="whole">At least the number of weights.</param>
    public static int[] Of(int[] weights, int whole)
    {
        // Everyone has a second before anything is shared; the rest goes by what each weight is above that.
        var rest = whole - weights.Length;
        var above = Array.ConvertAll(weights, static weight => weight - 1);
        if (above.Sum() == 0)
            above = Array.ConvertAll(above, static _ => 1);
        var sum = above.Sum();
        var shares = Array.ConvertAll(above, weight => 1 + rest * weight / sum);
        var left = whole - shares.Sum();
        // The seconds that rounding down left over go to those who lost most by it, the earlier ones first.
        foreach (var at in Enumerable.Range(0, weights.Length).OrderByDescending(at => rest * above[at] % sum).Take(left))
            shares[at]++;
        return shares;
    }
}
