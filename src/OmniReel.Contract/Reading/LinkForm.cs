using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OmniReel.Contract.Reading;

/// <summary>What a text that should point at media turned out to be.</summary>
internal enum LinkForm : byte
{
    /// <summary>Not a text at all, or none was sent.</summary>
    None,
    Url,
    InlineImage,
    NotALink,

    /// <summary>A URL of another scheme, without a host, with blanks or control characters in it, or too long.</summary>
    BadUrl,

    /// <summary>Base64 whose length or padding is wrong.</summary>
    BadPadding,

    /// <summary>Sound Base64 of something that is neither JPEG nor PNG.</summary>
    NotAPicture,
}

/// <summary>Tells links and inline pictures apart, by their first bytes and their alphabet, without decoding them.</summary>
internal static class LinkForms
{
    /// <summary>Longer texts cannot be URLs (the limit of <see cref="Uri"/>).</summary>
    private const int LongestUrl = 65_000;

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private static readonly SearchValues<char> NeverInUrls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(c => (char)c), '\x7f', '\\', '<', '>', '"', '`', '{', '}', '|', '^']);

    /// <summary>The form of a web address; of one too long to be kept, <see cref="LinkForm.BadUrl"/> if it begins as one.</summary>
    public static LinkForm OfUrl(in Value value)
    {
        if (!value.IsText)
            return LinkForm.None;
        var form = OfUrl(value.Text!);
        return form == LinkForm.Url && value.IsExcerpt ? LinkForm.BadUrl : form;
    }

    private static LinkForm OfUrl(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
            return LinkForm.NotALink;
        var isHttp = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isHttp && text.Length <= LongestUrl && !text.AsSpan().ContainsAny(NeverInUrls)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? LinkForm.Url
            : LinkForm.BadUrl;
    }

    /// <summary>The form of Base64 text, behind an optional data prefix.</summary>
    public static LinkForm OfInline(ReadOnlySpan<byte> text)
    {
        var start = 0;
        if (text.Length >= 5 && Ascii.EqualsIgnoreCase(text[..5], "data:"u8))
        {
            var comma = text[..Math.Min(text.Length, 128)].IndexOf((byte)',');
            if (comma < 0 || comma < 7 || !Ascii.EqualsIgnoreCase(text[(comma - 7)..comma], ";base64"u8))
                return LinkForm.NotALink;
            start = comma + 1;
        }

        var data = text[start..];
        var padding = data.EndsWith("=="u8) ? 2 : data.EndsWith("="u8) ? 1 : 0;
        if (data.Length == 0 || data[..^padding].ContainsAnyExcept(Alphabet))
            return LinkForm.NotALink;
        if (data.Length % 4 != 0)
            return LinkForm.BadPadding;
        return StartsAsPicture(data) ? LinkForm.InlineImage : LinkForm.NotAPicture;
    }

    private static bool StartsAsPicture(ReadOnlySpan<byte> data)
    {
        Span<byte> first = stackalloc byte[9];
        Base64.DecodeFromUtf8(data[..Math.Min(12, data.Length)], first, out _, out var length);
        first = first[..length];
        return first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || first.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
    }
}
