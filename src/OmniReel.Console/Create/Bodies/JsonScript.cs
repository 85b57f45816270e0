using System.Globalization;
using System.Text;

namespace OmniReel.Console.Create.Bodies;

/// <summary>The words of JSON that other languages spell differently.</summary>
public readonly record struct JsonWords(string True, string False)
{
    /// <summary>As in JSON, and so in JavaScript.</summary>
    public static JsonWords Json { get; } = new("true", "false");

    /// <summary>As in Python.</summary>
    public static JsonWords Python { get; } = new("True", "False");
}

/// <summary>
/// Writes JSON for people to read and to copy: a line for each value, two blanks a level. Only what must be escaped is, in a way that
/// JSON, JavaScript and Python read alike, so that Chinese and emoji stay as they were typed.
/// </summary>
internal sealed class JsonScript(JsonWords words)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public JsonScript Begin(char bracket)
    {
        Item();
        return Open(bracket);
    }

    public JsonScript Begin(string name, char bracket)
    {
        Name(name);
        return Open(bracket);
    }

    public JsonScript End(char bracket)
    {
        _depth--;
        if (!_isFirst)
            Line();
        _text.Append(bracket);
        _isFirst = false;
        return this;
    }

    public JsonScript Write(string name, string value)
    {
        Name(name);
        Quote(_text, value);
        return this;
    }

    public JsonScript Write(string name, bool value)
    {
        Name(name);
        _text.Append(value ? words.True : words.False);
        return this;
    }

    public JsonScript Write(string name, int value)
    {
        Name(name);
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A text in double quotes, as JSON, JavaScript, Python and C# all read it. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder();
        Quote(text, value);
        return text.ToString();
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                // Control characters, and what ends a line in some of the languages.
                case < 0x20 or >= 0x7f and < 0xa0 or 0x2028 or 0x2029 or 0xfeff:
                    text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                    break;
                default:
                    text.Append(rune);
                    break;
            }
        }

        text.Append('"');
    }

    private JsonScript Open(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
        return this;
    }

    private void Name(string name)
    {
        Item();
        Quote(_text, name);
        _text.Append(": ");
    }

    private void Item()
    {
        if (!_isFirst)
            _text.Append(',');
        if (_depth > 0)
            Line();
        _isFirst = false;
    }

    private void Line() => _text.Append('\n').Append(' ', 2 * _depth);
}
