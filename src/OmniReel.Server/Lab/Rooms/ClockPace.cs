using System.Globalization;

namespace OmniReel.Server.Lab.Rooms;

/// <summary>
/// How a test's time passes: <c>real</c>; <c>xN</c>, N times as fast; <c>instant</c>, as real time, and whoever would wait finds the time
/// over already; <c>stopped</c>, only by <c>POST /lab/clock/advance</c>.
/// </summary>
/// <param name="Rate">Seconds of the test in a real second.</param>
/// <param name="IsInstant">Nobody waits.</param>
public readonly record struct ClockPace(double Rate, bool IsInstant)
{
    private const double Fastest = 1_000_000;

    /// <summary>As outside.</summary>
    public static ClockPace Real { get; } = new(1, false);

    /// <summary>The word for it.</summary>
    public override string ToString() => this switch
    {
        { IsInstant: true } => "instant",
        { Rate: 1 } => "real",
        { Rate: 0 } => "stopped",
        _ => string.Create(CultureInfo.InvariantCulture, $"x{Rate}"),
    };

    /// <summary>False for a word that names no pace.</summary>
    public static bool TryParse(string text, out ClockPace pace)
    {
        var word = text.Trim().ToLowerInvariant();
        pace = word switch { "instant" => new(1, true), "stopped" => new(0, false), _ => Real };
        if (word is "real" or "instant" or "stopped") return true;
        if (!word.StartsWith('x') || !double.TryParse(word.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)) return false;
        pace = new(rate, false);
        return rate is > 0 and <= Fastest;
    }
}
