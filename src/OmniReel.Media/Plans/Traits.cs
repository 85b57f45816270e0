namespace OmniReel.Media.Plans;

/// <summary>What is to be seen of a place besides what such places have.</summary>
[Flags]
public enum Traits
{
    None = 0,

    /// <summary>Lit signs of glass tubes on a city's fronts.</summary>
    Neon = 1,

    /// <summary>A column of smoke that goes straight up from the horizon.</summary>
    Smoke = 2,

    /// <summary>A river that winds from the foreground to the horizon.</summary>
    River = 4,

    /// <summary>A sun or moon of twice its size, low and perfectly round.</summary>
    GreatSun = 8,

    /// <summary>The moon comes up over the shot.</summary>
    MoonRise = 16,

    /// <summary>Table mountains and cacti in a desert.</summary>
    Mesas = 32,
}
