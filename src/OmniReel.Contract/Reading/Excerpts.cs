namespace OmniReel.Contract.Reading;

/// <summary>Shows what was found, on one line and short enough for a message.</summary>
internal static class Excerpts
{
    private const int Longest = 40;

    public static string Quote(string text) => $"\"{Cut(text)}\"";

    public static string Cut(string text)
    {
        var shown = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        return shown.AsSpan().ContainsAnyInRange('\0', '\x1f') ? string.Create(shown.Length, shown, Clean) : shown;
    }

    private static void Clean(Span<char> target, string source)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = char.IsControl(source[i]) ? ' ' : source[i];
    }
}
