using System.Globalization;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Words;

/// <summary>Times, sizes and shares as people read them.</summary>
public static class Figures
{
    /// <summary>How long ago a moment (Unix milliseconds) was.</summary>
    public static string Ago(this Speech speech, long at, DateTimeOffset now)
    {
        var ago = now - DateTimeOffset.FromUnixTimeMilliseconds(at);
        return ago.TotalSeconds switch
        {
            < 10 => speech["just now", "刚刚"],
            < 60 => speech[$"{(int)ago.TotalSeconds} s ago", $"{(int)ago.TotalSeconds} 秒前"],
            < 3600 => speech[$"{(int)ago.TotalMinutes} min ago", $"{(int)ago.TotalMinutes} 分钟前"],
            < 86400 => speech[$"{(int)ago.TotalHours} h ago", $"{(int)ago.TotalHours} 小时前"],
            < 7 * 86400 => speech[$"{(int)ago.TotalDays} d ago", $"{(int)ago.TotalDays} 天前"],
            _ => Moment(at),
        };
    }

    /// <summary>A moment (Unix milliseconds) in the browser's own time: <c>2026-11-28 09:30:12</c>.</summary>
    public static string Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A stretch of time, to two parts: <c>1 min 20 s</c>.</summary>
    public static string Span(this Speech speech, TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => speech[$"{span.TotalMilliseconds:0} ms", $"{span.TotalMilliseconds:0} 毫秒"],
        < 60 => speech[$"{span.TotalSeconds:0.#} s", $"{span.TotalSeconds:0.#} 秒"],
        < 3600 => speech[$"{(int)span.TotalMinutes} min {span.Seconds} s", $"{(int)span.TotalMinutes} 分 {span.Seconds} 秒"],
        < 86400 => speech[$"{(int)span.TotalHours} h {span.Minutes} min", $"{(int)span.TotalHours} 小时 {span.Minutes} 分"],
        _ => speech[$"{(int)span.TotalDays} d {span.Hours} h", $"{(int)span.TotalDays} 天 {span.Hours} 小时"],
    };

    /// <summary>The clock's time of a moment (Unix milliseconds) in the browser's own time: <c>09:30:12</c>.</summary>
    public static string Clock(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What is left of a wait, in whole seconds and never none.</summary>
    public static string Left(this Speech speech, long milliseconds) => speech.Span(TimeSpan.FromSeconds(Math.Max(1, Math.Round(milliseconds / 1000.0))));

    /// <summary>A price: <c>$0.42</c>.</summary>
    public static string Money(this Speech speech, QuotePrice price) =>
        price.Currency == "USD" ? speech[$"${price.Amount}", $"{price.Amount} 美元"] : $"{price.Amount} {price.Currency}";

    /// <summary>Bytes: <c>1.4 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 100_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
