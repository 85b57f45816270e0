using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OmniReel.Contract.Reading;

/// <summary>Judges Base64 text, behind an optional data prefix, piece by piece. The first piece holds the prefix whole.</summary>
internal struct InlineScan
{
    private const int LongestPrefix = 128;
    private const int FirstBytes = 9;

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private long _length;
    private int _padding;
    private bool _begun;
    private bool _isOther;
    private bool _isPicture;

    /// <summary>Looks at the next piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (!_begun)
            piece = Begin(piece);
        if (_isOther || piece.IsEmpty)
            return;

        _length += piece.Length;
        var end = piece.IndexOfAnyExcept(Alphabet);
        if (end < 0)
        {
            _isOther = _padding > 0;
            return;
        }

        _isOther = piece[end..].ContainsAnyExcept((byte)'=') || (_padding > 0 && end > 0);
        _padding += piece.Length - end;
        _isOther |= _padding > 2;
    }

    /// <summary>What it was.</summary>
    public readonly LinkForm Form() => _isOther || _length == _padding ? LinkForm.NotALink
        : _length % 4 != 0 ? LinkForm.BadPadding
        : _isPicture ? LinkForm.InlineImage
        : LinkForm.NotAPicture;

    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> piece)
    {
        _begun = true;
        if (piece.Length >= 5 && Ascii.EqualsIgnoreCase(piece[..5], "data:"u8))
        {
            var comma = piece[..Math.Min(piece.Length, LongestPrefix)].IndexOf((byte)',');
            _isOther = comma < 7 || !Ascii.EqualsIgnoreCase(piece[(comma - 7)..comma], ";base64"u8);
            if (_isOther)
                return default;
            piece = piece[(comma + 1)..];
        }

        Span<byte> first = stackalloc byte[FirstBytes];
        Base64.DecodeFromUtf8(piece[..Math.Min(FirstBytes / 3 * 4, piece.Length)], first, out _, out var length);
        first = first[..length];
        _isPicture = first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || first.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        return piece;
    }
}
