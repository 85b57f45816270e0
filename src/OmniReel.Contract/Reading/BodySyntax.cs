using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <summary>Bytes to a draft, or to the reason why they are not one JSON object.</summary>
internal static class BodySyntax
{
    /// <summary>Parses a body without its byte order mark, which was this many bytes long.</summary>
    public delegate T Parsing<out T>(ReadOnlySpan<byte> utf8, int mark);

    /// <summary>False, with the reason in the caller's language, for bytes that are not one JSON object.</summary>
    public static bool TryParse<T>(
        ReadOnlySpan<byte> utf8, Parsing<T> parse, Language language, [NotNullWhen(true)] out T? draft, [NotNullWhen(false)] out string? complaint)
        where T : class
    {
        var mark = utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        (draft, complaint) = (null, null);
        try
        {
            draft = Parse(utf8[mark..], mark, parse);
            return true;
        }
        catch (BodySyntaxException refused)
        {
            complaint = language == Language.Chinese ? refused.Chinese : refused.English;
        }
        catch (JsonException refused)
        {
            complaint = Wording(refused, language);
        }

        return false;
    }

    private static T Parse<T>(ReadOnlySpan<byte> utf8, int mark, Parsing<T> parse)
    {
        if (utf8.IsEmpty)
            throw new BodySyntaxException("The body is empty; send one JSON object.", "请求体为空；请发送一个 JSON 对象。");
        // Checked in one sweep, so that no text has to be decoded only to learn that it cannot be.
        if (!Utf8.IsValid(utf8))
            throw new BodySyntaxException("The body is not valid UTF-8.", "请求体不是有效的 UTF-8。");
        return parse(utf8, mark);
    }

    private static string Wording(JsonException refused, Language language)
    {
        var (line, position) = ((refused.LineNumber ?? 0) + 1, (refused.BytePositionInLine ?? 0) + 1);
        return language == Language.Chinese
            ? $"请求体不是有效的 JSON：第 {line} 行第 {position} 字节处有误。"
            : $"The body is not valid JSON: line {line}, byte {position} cannot be read.";
    }
}
