namespace OmniReel.Media.Audio.Signals;

/// <summary>Chance with a seed (SplitMix64): the same throws on every machine and version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Another source of chance, for one purpose: throws for one do not shift those for another.</summary>
    public static Dice For(ulong seed, int purpose) => new(Mix(seed + (ulong)(purpose + 1) * 0xD1B54A32D192ED03));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From -1 to below 1.</summary>
    public float Noise() => (int)(Next() >> 32) * (1f / 2147483648f);

    public double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>From 0 to <paramref name="count"/> less one.</summary>
    public int Below(int count) => (int)(Unit() * count);

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
