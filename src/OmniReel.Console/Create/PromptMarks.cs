using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OmniReel.Console.Create;

/// <summary>The marks by which a prompt speaks of what is attached: <c>&lt;&lt;&lt;image_1&gt;&gt;&gt;</c>, <c>&lt;&lt;&lt;element_1&gt;&gt;&gt;</c>, <c>&lt;&lt;&lt;video_1&gt;&gt;&gt;</c>.</summary>
public static partial class PromptMarks
{
    /// <summary>The only film.</summary>
    public const string Video = "<<<video_1>>>";

    /// <summary>The picture of this number, from 1.</summary>
    public static string Image(int number) => string.Create(CultureInfo.InvariantCulture, $"<<<image_{number}>>>");

    /// <summary>The element of this number, from 1.</summary>
    public static string Element(int number) => string.Create(CultureInfo.InvariantCulture, $"<<<element_{number}>>>");

    /// <summary>The text after a picture was taken out: marks of later ones count one less, marks of that one are gone.</summary>
    public static string WithoutImage(string text, int number) => Without(text, "image", number);

    /// <summary>The same for an element.</summary>
    public static string WithoutElement(string text, int number) => Without(text, "element", number);

    /// <summary>
    /// A text with a mark put in, and where the caret stands afterwards. A blank parts it from a Latin word on either side; Chinese has none.
    /// </summary>
    /// <param name="text">What is there.</param>
    /// <param name="at">Where, in UTF-16 units; held within the text and off the middle of a character.</param>
    /// <param name="mark">What is put in.</param>
    public static (string Text, int Caret) Insert(string text, int at, string mark)
    {
        ArgumentNullException.ThrowIfNull(text);
        at = Math.Clamp(at, 0, text.Length);
        if (at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
            at++;
        var before = at > 0 && (IsLatin(text[at - 1]) || text[at - 1] is ',' or '.' or ';' or ':' or '>') ? " " : "";
        var after = at < text.Length && IsLatin(text[at]) ? " " : "";
        var put = new StringBuilder(before).Append(mark).Append(after).ToString();
        return (text.Insert(at, put), at + put.Length);
    }

    private static string Without(string text, string kind, int number) => Any().Replace(text, mark =>
    {
        if (mark.Groups[1].Value != kind || !int.TryParse(mark.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var found) || found < number)
            return mark.Value;
        return found == number ? "" : string.Create(CultureInfo.InvariantCulture, $"<<<{kind}_{found - 1}>>>");
    });

    private static bool IsLatin(char at) => char.IsAsciiLetterOrDigit(at) || at is >= '\u00c0' and <= '\u024f';

    [GeneratedRegex("<<<(image|element)_([0-9]{1,4})>>>")]
    private static partial Regex Any();
}
