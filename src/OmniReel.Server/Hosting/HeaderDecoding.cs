using System.Buffers;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace OmniReel.Server.Hosting;

/// <summary>
/// How header values are decoded, and where Kestrel's own check of a header is too kind: a name with a character that no name may
/// have is refused by refusing its value. Another parser could drop the character and see a header that we do not.
/// </summary>
internal sealed class HeaderDecoding
{
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly DigitsEncoding _digits = new();
    private readonly RefusingEncoding _refusal = new();

    /// <summary>The decoder of a header's value; null for the usual one.</summary>
    public Encoding? Of(string name) =>
        name == HeaderNames.ContentLength ? _digits : name.AsSpan().ContainsAnyExcept(s_token) ? _refusal : null;

    private sealed class RefusingEncoding : Encoding
    {
        public override int GetByteCount(char[] chars, int index, int count) => throw Refused();

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw Refused();

        public override int GetCharCount(byte[] bytes, int index, int count) => throw Refused();

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => throw Refused();

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => byteCount;

        private static DecoderFallbackException Refused() => new("A header's name has a character that no name may have.");
    }
}
