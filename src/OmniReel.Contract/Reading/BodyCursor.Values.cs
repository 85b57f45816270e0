using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <content>Single values.</content>
internal ref partial struct BodyCursor
{
    /// <summary>No text with an effect has more UTF-16 units than this; longer ones are measured and kept as an excerpt.</summary>
    private const int LongestKept = 65_536;

    /// <summary>UTF-16 units of what is kept of a longer text, enough to recognise it in a message.</summary>
    private const int LongestExcerpt = 256;

    /// <summary>The next value; a text that is one of these words costs no allocation.</summary>
    public Value Word(string[] words)
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

    public Value Any()
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
        Span<byte> buffer = stackalloc byte[JsonText.PieceSize];
        var (scalars, units, isBlank, hasNul) = (0, 0, true, false);
        var text = new JsonText(_json.ValueSpan);
        for (var length = text.Next(buffer); length > 0; length = text.Next(buffer))
        {
            var piece = buffer[..length];
            isBlank = isBlank && IsBlank(piece);
            hasNul |= piece.Contains((byte)0);
            foreach (var b in piece)
            {
                scalars += (b & 0xC0) == 0x80 ? 0 : 1;
                units += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
            }
        }

        return isBlank ? default : units <= LongestKept ? Value.OfText(_json.GetString()!) : Value.OfExcerpt(Beginning(), scalars, hasNul);
    }

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == OperationStatus.Done)
        {
            if (!Rune.IsWhiteSpace(rune))
                return false;
            utf8 = utf8[length..];
        }

        return true;
    }

    /// <summary>The name that the reader stands on, as sent but for its length.</summary>
    private readonly string ShownName() => _json.ValueSpan.Length <= LongestExcerpt ? _json.GetString()! : Beginning();

    /// <summary>The first characters of the text that the reader stands on.</summary>
    private readonly string Beginning()
    {
        Span<byte> buffer = stackalloc byte[JsonText.PieceSize];
        return Beginning(Encoding.UTF8.GetString(buffer[..new JsonText(_json.ValueSpan).Next(buffer)]));
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
    public (Value Text, LinkForm Form) Link()
    {
        var value = Any();
        return (value, LinkForms.OfUrl(value));
    }

    /// <summary>The next value as a web address or an inline picture, whose bytes are checked in place.</summary>
    public (Value Text, LinkForm Form, InlineImage Inline) Picture()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.String)
            return (Present(), LinkForm.None, default);
        CheckEscapes();
        var scan = default(InlineScan);
        if (!_json.ValueIsEscaped)
        {
            scan.Add(_json.ValueSpan);
        }
        else
        {
            Span<byte> buffer = stackalloc byte[JsonText.PieceSize];
            var text = new JsonText(_json.ValueSpan);
            for (var length = text.Next(buffer); length > 0; length = text.Next(buffer))
                scan.Add(buffer[..length]);
        }

        var form = scan.Form();
        if (form == LinkForm.InlineImage)
            return (Value.Of(Shape.Text), form, new((int)_json.TokenStartIndex + 1 + _bodyStart, _json.ValueSpan.Length));
        var value = Text();
        return (value, form == LinkForm.NotALink || !value.IsText ? LinkForms.OfUrl(value) : form, default);
    }
}
