namespace OmniReel.Server.Engines.Routes;

/// <summary>Chance that is the same whenever the same is asked: of a text and a number.</summary>
internal static class Luck
{
    /// <summary>More than 0 and less than 1, evenly spread (FNV-1a of the text, SplitMix64 of that and the number).</summary>
    public static double Of(string text, long number)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        var mixed = Mixed(hash ^ Mixed((ulong)number));
        return ((mixed >> 11) + 0.5) / (1UL << 53);
    }

    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
