namespace OmniReel.Server.Lab.Faults;

/// <summary>What a task says that was ordered to fail without words.</summary>
internal static class LabMessages
{
    /// <summary>Of a stage, in the creator's language ("zh", else English).</summary>
    public static string Failed(string stage, string language) => (stage, language) switch
    {
        ("queued", "zh") => "任务在排队时被拒绝（故障实验）。",
        ("queued", _) => "The task was turned away while it waited (fault lab).",
        ("fetching", "zh") => "素材无法获取：服务器返回 404（故障实验）。",
        ("fetching", _) => "An input could not be fetched: its server answered 404 (fault lab).",
        ("storing", "zh") => "影片已生成，但无法存储（故障实验）。",
        ("storing", _) => "The film was made and could not be stored (fault lab).",
        (_, "zh") => "生成过程中出错（故障实验）。",
        _ => "The film broke while it was made (fault lab).",
    };
}
