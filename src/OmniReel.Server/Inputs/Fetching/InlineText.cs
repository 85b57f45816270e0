using System.Globalization;
using System.Text;

namespace OmniReel.Server.Inputs.Fetching;

/// <summary>The text between the quotes of a JSON body, piece by piece: escapes are undone, a data prefix is left out.</summary>
internal sealed class InlineText(ReadOnlyMemory<byte> sent)
{
    private const int LongestPrefix = 128;

    private int _position;
    private bool _isPrefixSeen;

    /// <summary>The next bytes of the text; fewer than there is room for only at its end. Minus one for what no Base64 has.</summary>
    public int Read(Span<byte> into)
    {
        if (!_isPrefixSeen) SkipPrefix();
        var rest = sent.Span[_position..];
        var plain = rest[..Math.Min(rest.Length, into.Length)];
        var escape = plain.IndexOf((byte)'\\');
        if (escape < 0)
        {
            plain.CopyTo(into);
            _position += plain.Length;
            return plain.Length;
        }

        var count = 0;
        while (count < into.Length && _position < sent.Length)
        {
            if (Next() is not { } one) return -1;
            into[count++] = one;
        }

        return count;
    }

    private void SkipPrefix()
    {
        _isPrefixSeen = true;
        Span<byte> prefix = stackalloc byte[LongestPrefix];
        var length = 0;
        while (length < prefix.Length && _position < sent.Length && Next() is { } one)
        {
            prefix[length++] = one;
            if (one != ',') continue;
            if (Ascii.EqualsIgnoreCase(prefix[..Math.Min(5, length)], "data:"u8)) return;
            break;
        }

        _position = 0;
    }

    // Base64 is ASCII, and of the escapes only these can stand for what it or its prefix has.
    private byte? Next()
    {
        var text = sent.Span;
        var one = text[_position++];
        if (one != '\\') return one;
        if (_position >= text.Length) return null;
        var kind = text[_position++];
        if (kind is (byte)'/' or (byte)'"') return kind;
        if (kind != 'u' || _position + 4 > text.Length) return null;
        var digits = text.Slice(_position, 4);
        _position += 4;
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scalar) && scalar < 128 ? (byte)scalar : null;
    }
}
