using System.Globalization;
using System.Text.Json;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>
/// A task out of an answer, in whatever wrapping: the vendor's <c>data</c>, a relay's <c>data.data</c> or <c>data.data.data</c> around the
/// untouched reply, everything flat at the top, or the video object of OpenAI's API. The levels are read together: the outermost knows
/// the id that the relay goes by, the innermost knows the film.
/// </summary>
internal readonly struct TaskReading
{
    private const int MostLevels = 5;
    private const int LongestId = 200;

    // Seconds since 1970 stay below this for three thousand years, milliseconds have been above it since 1973.
    private const decimal FirstMilliseconds = 100_000_000_000;

    private readonly IReadOnlyList<JsonElement> _levels;

    private TaskReading(IReadOnlyList<JsonElement> levels) => _levels = levels;

    /// <summary>The report of a task object and what is wrapped in it; null where no id and no status are in it.</summary>
    public static UpstreamReport? Report(JsonElement task) => new TaskReading(Levels(task)).Report();

    /// <summary>The id that a create answered with; null for none that can be used.</summary>
    public static string? Id(JsonElement answer)
    {
        var levels = Levels(answer);
        var id = levels.Select(level => level.Words("task_id")).FirstOrDefault(found => found is not null) ?? levels.Where(IsTask).Select(level => level.Words("id")).FirstOrDefault(found => found is not null);
        return id is { Length: <= LongestId } && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? id : null;
    }

    private static List<JsonElement> Levels(JsonElement outermost)
    {
        var levels = new List<JsonElement>(2) { outermost };
        while (levels.Count < MostLevels && levels[^1].Object("data") is { } inner)
            levels.Add(inner);
        return levels;
    }

    private static bool IsTask(JsonElement level) => level.Words("object") == "video" || StatusOf(level) is not null;

    private static UpstreamStatus? StatusOf(JsonElement level) => StatusWords.Of(level.Words("task_status") ?? level.Words("status") ?? level.Words("state"));

    private UpstreamReport? Report()
    {
        var id = Id(_levels[0]);
        var statuses = _levels.Select(StatusOf).OfType<UpstreamStatus>().ToList();
        if (id is null && statuses.Count == 0)
            return null;

        var film = Film();
        var report = new UpstreamReport(UpstreamStatus.Unclear)
        {
            UpstreamId = id ?? "",
            Reference = Innermost(level => level.Object("task_info")?.Words("external_task_id") ?? level.Words("external_task_id") ?? level.Words("external_id")),
            CreatedAt = Milliseconds(Innermost(level => level.Words("created_at") ?? level.Words("create_time") ?? level.Words("submit_time"))),
            Units = InnermostNumber(level => level.Number("final_unit_deduction")),
            Percent = InnermostNumber(level => level.Number("progress")) is { } told ? (int)Math.Clamp(told, 0, 100) : null,
        };
        // A relay that has given up may still wrap a reply with a film in it: the film counts.
        if (statuses.Contains(UpstreamStatus.Succeeded))
        {
            return film.Url is null
                ? report with { Message = "it has succeeded, and the answer names no film" }
                : report with { Status = UpstreamStatus.Succeeded, FilmUrl = film.Url, WatermarkedUrl = film.Watermarked, Seconds = film.Seconds };
        }

        if (statuses.Contains(UpstreamStatus.Failed))
            return report with { Status = UpstreamStatus.Failed, Message = Why() };
        return statuses.Count > 0
            ? report with { Status = UpstreamStatus.Going }
            : report with { Message = Innermost(level => level.Words("task_status") ?? level.Words("status")) is { } word ? $"its status \"{word}\" is unknown here" : "the answer has no status" };
    }

    private (string? Url, string? Watermarked, decimal? Seconds) Film()
    {
        for (var at = _levels.Count - 1; at >= 0; at--)
        {
            var level = _levels[at];
            if (level.Object("task_result")?.FirstOf("videos") is { } video && video.Link("url") is { } url)
                return (url, video.Link("watermark_url"), video.Number("duration"));
            if (level.FirstOf("outputs") is { } output && output.Link("url") is { } made)
                return (made, output.Link("watermark_url"), output.Number("duration"));
            if ((level.Link("video_url") ?? level.Link("result_url") ?? level.Object("metadata")?.Link("url") ?? level.Link("url")) is { } flat)
                return (flat, level.Link("watermark_url"), level.Number("duration") ?? level.Number("seconds"));
        }

        // Some relays put the film where a failure would have its reason.
        return (Innermost(level => level.Link("fail_reason")), null, null);
    }

    private string Why() =>
        Innermost(level => level.Words("task_status_msg") ?? level.Words("fail_reason") ?? level.Object("error")?.Words("message") ?? level.Words("error")) ?? "";

    private string? Innermost(Func<JsonElement, string?> ask) => _levels.Reverse().Select(ask).FirstOrDefault(found => found is not null);

    private decimal? InnermostNumber(Func<JsonElement, decimal?> ask) => _levels.Reverse().Select(ask).FirstOrDefault(found => found is not null);

    private static long Milliseconds(string? text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var time) || time > long.MaxValue / 1000)
            return 0;
        return (long)(time < FirstMilliseconds ? time * 1000 : time);
    }
}
