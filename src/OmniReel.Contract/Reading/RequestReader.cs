using System.Text.Json;
using System.Text.Unicode;
using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>Bytes of a create body to a request or to everything that is wrong with them. Never throws for any bytes.</summary>
public static class RequestReader
{
    /// <summary>
    /// Reads a body of <c>POST …/omni-video</c> (or of its quote). All broken rules are reported at once.
    /// </summary>
    /// <param name="utf8">The body; a byte order mark and comments are tolerated.</param>
    /// <param name="profile">Which path it was sent to: decides what is required and what has a default.</param>
    /// <param name="elements">The elements the caller may name; asked once per element of the body.</param>
    /// <param name="language">The language of the messages.</param>
    public static ReadResult Read(ReadOnlySpan<byte> utf8, ApiProfile profile, IElementCatalog elements, Language language)
    {
        var mark = utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        Draft draft;
        try
        {
            draft = Parse(utf8[mark..], mark);
        }
        catch (BodySyntaxException refused)
        {
            return ReadResult.Unreadable(language == Language.Chinese ? refused.Chinese : refused.English);
        }
        catch (JsonException refused)
        {
            return ReadResult.Unreadable(Wording(refused, language));
        }

        var facts = new Facts(draft, profile, elements);
        var findings = RuleBook.Check(facts, language);
        return findings.Any ? ReadResult.Refuse(findings.InOrder()) : ReadResult.Accept(RequestBuilder.Build(facts));
    }

    private static Draft Parse(ReadOnlySpan<byte> utf8, int mark)
    {
        if (utf8.IsEmpty)
            throw new BodySyntaxException("The body is empty; send one JSON object.", "请求体为空；请发送一个 JSON 对象。");
        // Checked in one sweep, so that no text has to be decoded only to learn that it cannot be.
        if (!Utf8.IsValid(utf8))
            throw new BodySyntaxException("The body is not valid UTF-8.", "请求体不是有效的 UTF-8。");
        using var parser = new BodyParser(utf8, mark);
        return parser.Parse();
    }

    private static string Wording(JsonException refused, Language language)
    {
        var (line, position) = ((refused.LineNumber ?? 0) + 1, (refused.BytePositionInLine ?? 0) + 1);
        return language == Language.Chinese
            ? $"请求体不是有效的 JSON：第 {line} 行第 {position} 字节处有误。"
            : $"The body is not valid JSON: line {line}, byte {position} cannot be read.";
    }
}
