namespace OmniReel.Media.Text;

/// <summary>Where a line may end: at spaces, and beside Chinese characters except where that would part a punctuation mark from its word.</summary>
internal static class LineBreaks
{
    private const string Closing = "，。、；：？！）》〉」』】〕’”…—·～％℃,.;:?!)]}%°";
    private const string Opening = "（《〈「『【〔‘“([{￥$";

    /// <summary>Whether a line may end between two letters that stand side by side.</summary>
    public static bool Between(Letter before, Letter after)
    {
        if (after.IsSpace)
            return false;
        if (before.IsSpace)
            return true;
        if (Is(Closing, after) || Is(Opening, before))
            return false;
        return IsWide(before) || IsWide(after) || before.Text == "-";
    }

    /// <summary>Chinese, Japanese and Korean characters, their punctuation, and emoji: each a word of its own.</summary>
    public static bool IsWide(Letter letter) => letter.First.Value is >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7AF
        or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFFEF or >= 0x1F000 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFF
        or >= 0x2600 and <= 0x27BF;

    /// <summary>A comma and the like, which no ellipsis follows.</summary>
    public static bool IsPause(Letter letter) => Is("，、；：,;:-…", letter);

    private static bool Is(string marks, Letter letter) => letter.Text.Length == 1 && marks.Contains(letter.Text[0], StringComparison.Ordinal);
}
