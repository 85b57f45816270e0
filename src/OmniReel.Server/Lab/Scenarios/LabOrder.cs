using System.Globalization;

namespace OmniReel.Server.Lab.Scenarios;

/// <summary>A scenario that somebody asked for, with the values that they gave.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Values">As they were given, by the parameter's name.</param>
public sealed record LabOrder(LabScenario Scenario, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Its id.</summary>
    public string Id => Scenario.Id;

    /// <summary>Requests or tasks that it applies to; null for all.</summary>
    public int? Times => Given("times") ? (int)Number("times") : null;

    /// <summary>How many that fit are let pass first.</summary>
    public int Skip => (int)Number("skip");

    /// <summary>The parameter was given.</summary>
    public bool Given(string name) => Values.ContainsKey(name);

    /// <summary>A value, or the usual one.</summary>
    public string Word(string name) => Values.TryGetValue(name, out var value) ? value : Scenario.Parameter(name)!.Usual;

    /// <summary>A value as a number; the usual one where it was not given, and 0 where that is none.</summary>
    public double Number(string name) => TryNumber(Word(name), out var number) ? number : 0;

    /// <summary>A value as seconds.</summary>
    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(name));

    /// <summary>As it is written in the header.</summary>
    public override string ToString() => string.Concat([Id, .. Values.Select(one => $"; {one.Key}={Quoted(one.Value)}")]);

    // "NaN" and "Infinity" are read whatever the style, and no bound holds what is not a number.
    internal static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string Quoted(string value) => value.AsSpan().ContainsAny(",;\"\\ ") ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value;
}
