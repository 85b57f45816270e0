using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>How the vendor, its newer standard and relays write the status of a task.</summary>
internal static class StatusWords
{
    private static readonly Dictionary<string, UpstreamStatus> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["submitted"] = UpstreamStatus.Going,
        ["processing"] = UpstreamStatus.Going,
        ["queued"] = UpstreamStatus.Going,
        ["queueing"] = UpstreamStatus.Going,
        ["pending"] = UpstreamStatus.Going,
        ["running"] = UpstreamStatus.Going,
        ["in_progress"] = UpstreamStatus.Going,
        ["in-progress"] = UpstreamStatus.Going,
        ["not_start"] = UpstreamStatus.Going,
        ["succeed"] = UpstreamStatus.Succeeded,
        ["succeeded"] = UpstreamStatus.Succeeded,
        ["success"] = UpstreamStatus.Succeeded,
        ["completed"] = UpstreamStatus.Succeeded,
        ["failed"] = UpstreamStatus.Failed,
        ["failure"] = UpstreamStatus.Failed,
        ["fail"] = UpstreamStatus.Failed,
    };

    /// <summary>What a word means; null for none that is known.</summary>
    public static UpstreamStatus? Of(string? word) => word is not null && s_words.TryGetValue(word.Trim(), out var status) ? status : null;
}
