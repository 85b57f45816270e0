using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <content>Single values.</content>
internal ref partial struct BodyParser
{
    /// <summary>No text with an effect has more UTF-16 units than this; longer ones are measured and kept as an excerpt.</summary>
    private const int LongestKept = 65_536;

    /// <summary>UTF-16 units of what is kept of a longer text, enough to recognise it in a message.</summary>
    private const int LongestExcerpt = 256;

    /// <summary>The next value; a text that is one of these words costs no allocation.</summary>
    private Value Word(string[] words)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            CheckEscapes();
            foreach (var word in words)
            {
                if (_json.ValueTextEquals(word))
                    return Value.OfText(word);
            }
        }

        return Present();
    }

    private Value Any()
    {
        _json.Read();
        return Present();
    }

    private Value Present()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return Text();
            case JsonTokenType.Number:
                return Value.OfNumber(Digits());
            case JsonTokenType.True:
                return Value.Of(Shape.True);
            case JsonTokenType.False:
                return Value.Of(Shape.False);
            case JsonTokenType.StartObject:
                SkipPresent();
                return Value.Of(Shape.Object);
            case JsonTokenType.StartArray:
                return Value.Of(SkipArray() ? Shape.Array : Shape.Absent);
            default:
                return default;
        }
    }

    private readonly Value Text()
    {
        CheckEscapes();
        if (_json.ValueSpan.Length == 0)
            return default;
        if (_json.ValueSpan.Length > LongestKept)
            return LongText();
        var text = _json.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? default : Value.OfText(text);
    }

    /// <summary>A text that may be too long for any limit: then measured, so that a message can say how long, but not kept.</summary>
    private readonly Value LongText()
    {
        var buffer = ArrayPool<char>.Shared.Rent(_json.ValueSpan.Length);
        try
        {
            ReadOnlySpan<char> text = buffer.AsSpan(0, _json.CopyString(buffer));
            if (text.IsWhiteSpace())
                return default;
            if (text.Length <= LongestKept)
                return Value.OfText(text.ToString());
            var low = 0;
            foreach (var c in text)
                low += char.IsLowSurrogate(c) ? 1 : 0;
            return Value.OfExcerpt(Beginning(text), text.Length - low, text.Contains('\0'));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The name that the reader stands on, as sent but for its length.</summary>
    private readonly string ShownName()
    {
        if (_json.ValueSpan.Length <= LongestExcerpt)
            return _json.GetString()!;
        var buffer = ArrayPool<char>.Shared.Rent(_json.ValueSpan.Length);
        try
        {
            return Beginning(buffer.AsSpan(0, _json.CopyString(buffer)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static string Beginning(ReadOnlySpan<char> text)
    {
        var cut = Math.Min(text.Length, LongestExcerpt);
        cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        return text[..cut].ToString();
    }

    /// <summary>A number as written; numbers are never computed with, so none is too large.</summary>
    private readonly string Digits()
    {
        var raw = _json.ValueSpan;
        return raw.Length == 1 && raw[0] is >= (byte)'0' and <= (byte)'9'
            ? SingleDigits[raw[0] - '0']
            : Encoding.ASCII.GetString(raw.Length <= 64 ? raw : raw[..64]);
    }

    private static readonly string[] SingleDigits = [.. Enumerable.Range(0, 10).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Passes over an array; true when it has items.</summary>
    private bool SkipArray()
    {
        CheckDepth();
        var level = _json.CurrentDepth;
        var any = false;
        while (_json.Read() && !(_json.TokenType == JsonTokenType.EndArray && _json.CurrentDepth == level))
        {
            any = true;
            SkipPresent();
        }

        return any;
    }

    /// <summary>The next value as a web address.</summary>
    private (Value Text, LinkForm Form) Link()
    {
        var value = Any();
        return (value, LinkForms.OfUrl(value));
    }

    /// <summary>The next value as a web address or an inline picture, whose bytes are checked in place.</summary>
    private (Value Text, LinkForm Form, InlineImage Inline) Picture()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.String)
            return (Present(), LinkForm.None, default);
        CheckEscapes();
        if (!_json.ValueIsEscaped)
            return Picture(_json.ValueSpan);
        var buffer = ArrayPool<byte>.Shared.Rent(_json.ValueSpan.Length);
        try
        {
            return Picture(buffer.AsSpan(0, _json.CopyString(buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private readonly (Value Text, LinkForm Form, InlineImage Inline) Picture(ReadOnlySpan<byte> text)
    {
        var form = LinkForms.OfInline(text);
        if (form == LinkForm.InlineImage)
            return (Value.Of(Shape.Text), form, new((int)_json.TokenStartIndex + 1 + _bodyStart, _json.ValueSpan.Length));
        var value = Text();
        return (value, form == LinkForm.NotALink || !value.IsText ? LinkForms.OfUrl(value) : form, default);
    }
}
