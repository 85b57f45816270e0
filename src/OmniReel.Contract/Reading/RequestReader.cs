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
    /// <param name="urls">Which URLs may be used at all; null where that is for another to say, as for a request that was accepted before.</param>
    public static ReadResult Read(ReadOnlySpan<byte> utf8, ApiProfile profile, IElementCatalog elements, Language language, IUrlPolicy? urls = null)
    {
        if (!BodySyntax.TryParse(utf8, Parse, language, out Draft? draft, out var complaint))
            return ReadResult.Unreadable(complaint);
        var facts = new Facts(draft, profile, elements, urls);
        var findings = RuleBook.Check(facts, language);
        return findings.Any ? ReadResult.Refuse(findings.InOrder()) : ReadResult.Accept(RequestBuilder.Build(facts));
    }

    private static Draft Parse(ReadOnlySpan<byte> utf8, int mark)
    {
        using var parser = new BodyParser(utf8, mark);
        return parser.Parse();
    }
}
