using System.Globalization;
using System.Text;

namespace OmniReel.Contract.Reading;

/// <summary>
/// The characters of a JSON string, its escapes undone, in pieces: texts of many megabytes are looked at without a copy of them.
/// The reader has already checked the grammar, the UTF-8 and the halves of surrogate pairs.
/// </summary>
internal ref struct JsonText(ReadOnlySpan<byte> raw)
{
    /// <summary>A piece is at most this long; a buffer of this size takes it.</summary>
    public const int PieceSize = 4096;

    private const int LongestCharacter = 4;

    private ReadOnlySpan<byte> _rest = raw;

    /// <summary>Puts the next piece into the buffer, as UTF-8 and whole characters only; its length, 0 at the end.</summary>
    public int Next(scoped Span<byte> buffer)
    {
        var length = 0;
        while (_rest.Length > 0 && buffer.Length - length >= LongestCharacter)
            length += _rest[0] == '\\' ? Escape(buffer[length..]) : Run(buffer[length..]);
        return length;
    }

    private int Run(scoped Span<byte> into)
    {
        var run = _rest.IndexOf((byte)'\\');
        if (run < 0)
            run = _rest.Length;
        if (run > into.Length)
        {
            run = into.Length;
            while ((_rest[run] & 0xC0) == 0x80)
                run--;
        }

        _rest[..run].CopyTo(into);
        _rest = _rest[run..];
        return run;
    }

    private int Escape(scoped Span<byte> into)
    {
        var kind = _rest[1];
        if (kind == 'u')
            return Unicode(into);
        into[0] = kind switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            _ => kind,
        };
        _rest = _rest[2..];
        return 1;
    }

    private int Unicode(scoped Span<byte> into)
    {
        var unit = Unit(2);
        var rune = char.IsHighSurrogate(unit) ? new Rune(unit, Unit(8)) : new Rune(unit);
        _rest = _rest[(rune.Utf16SequenceLength * 6)..];
        return rune.EncodeToUtf8(into);
    }

    private readonly char Unit(int at) => (char)int.Parse(_rest.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
