using System.Buffers;

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

/// <summary>Tells links from other texts.</summary>
internal static class LinkForms
{
    /// <summary>Longer texts cannot be URLs (the limit of <see cref="Uri"/>).</summary>
    private const int LongestUrl = 65_000;

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
}
