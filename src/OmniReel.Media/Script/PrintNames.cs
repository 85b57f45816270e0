using System.Text.RegularExpressions;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>The names of pictures in prompts: <c>&lt;&lt;&lt;image_1&gt;&gt;&gt;</c>, <c>&lt;&lt;&lt;element_2&gt;&gt;&gt;</c>.</summary>
internal static partial class PrintNames
{
    /// <summary>The name that begins at a place of a text, as a word; null where none does.</summary>
    public static (int Length, Form Form)? At(string text, int at)
    {
        var found = Name().Match(text, at);
        if (!found.Success || found.Index != at)
            return null;
        var value = PrintThings.ValueOf(found.Groups[1].Value == "element", int.Parse(found.Groups[2].ValueSpan));
        return (found.Length, new Form([new Meaning(Slot.Thing, value, false, false)], false));
    }

    /// <summary>The text in which only these names are names; of the same length.</summary>
    /// <param name="known">Without brackets.</param>
    public static string Only(string text, IReadOnlySet<string> known) => text.Contains("<<<", StringComparison.Ordinal)
        ? Any().Replace(text, name => known.Contains(name.Value[3..^3]) ? name.Value : "   " + name.Value[3..])
        : text;

    public static bool Is(Word word) => word.Form?.In(Slot.Thing) is { } thing && PrintThings.Named(thing.Value) is not null;

    [GeneratedRegex("<<<(?:image|element)_[0-9]+>>>")]
    private static partial Regex Any();

    [GeneratedRegex(@"\G<<<(image|element)_([1-9][0-9]{0,4})>>>")]
    private static partial Regex Name();
}
