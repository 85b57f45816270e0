using System.Globalization;
using System.Text;

namespace OmniReel.Media.Text;

/// <summary>What a reader sees as one letter: a character with its accents, an emoji with its modifiers.</summary>
/// <param name="Text">Without characters that are not seen.</param>
/// <param name="First">Its first character.</param>
internal readonly record struct Letter(string Text, Rune First)
{
    /// <summary>Characters from and to, of scripts whose letters join, stack or run leftward: one by one they would read as nonsense.</summary>
    private static readonly (int From, int To)[] s_joining =
    [
        (0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0F00, 0x109F), (0x1780, 0x17FF), (0x1800, 0x18AF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE), (0x10800, 0x10FFF), (0x11000, 0x11FFF),
    ];

    public bool IsSpace => Rune.IsWhiteSpace(First);

    /// <summary>It can only be shown as a box.</summary>
    public bool Joins
    {
        get
        {
            var value = First.Value;
            return Array.Exists(s_joining, range => value >= range.From && value <= range.To);
        }
    }

    /// <summary>The letters of a text in order; tabs and other blanks become spaces, broken surrogates a replacement character.</summary>
    public static IEnumerable<Letter> Of(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var seen = new StringBuilder();
            foreach (var rune in elements.GetTextElement().EnumerateRunes())
            {
                if (!IsUnseen(rune))
                    seen.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
            }

            if (seen.Length > 0)
                yield return new Letter(seen.ToString(), Rune.GetRuneAt(seen.ToString(), 0));
        }
    }

    // Joiners, directions, variants and controls; blanks that are controls (a tab) are seen.
    private static bool IsUnseen(Rune rune) => !Rune.IsWhiteSpace(rune) && (rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse);
}
