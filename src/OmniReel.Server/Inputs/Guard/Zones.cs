namespace OmniReel.Server.Inputs.Guard;

/// <summary>
/// Who answers for a name: its last two labels, or its last three where registries sell names below a second label, as below com.cn and
/// co.uk. A guess from the name alone; a wrong one only means that two owners share their places, or that one has more of them.
/// </summary>
internal static class Zones
{
    private static readonly HashSet<string> s_registries = new(StringComparer.OrdinalIgnoreCase)
    {
        "ac", "co", "com", "edu", "gen", "go", "gob", "gov", "gouv", "id", "idv", "ltd", "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch", "web",
    };

    /// <summary>The zone of a name.</summary>
    public static string Of(string name)
    {
        var last = name.LastIndexOf('.');
        if (last <= 0) return name;
        var second = name.LastIndexOf('.', last - 1);
        if (second <= 0) return name[(second + 1)..];
        return name.Length - last - 1 == 2 && s_registries.Contains(name[(second + 1)..last])
            ? name[(name.LastIndexOf('.', second - 1) + 1)..]
            : name[(second + 1)..];
    }
}
