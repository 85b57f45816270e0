using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>Bytes of a body about an element to what it asks for, or to everything that is wrong with them. Never throws for any bytes.</summary>
public static class ElementReader
{
    /// <summary>Reads a body that makes an element. All broken rules are reported at once.</summary>
    /// <param name="utf8">The body; a byte order mark and comments are tolerated.</param>
    /// <param name="form">Which of the two ways to speak of elements its path belongs to.</param>
    /// <param name="language">The language of the messages.</param>
    /// <param name="urls">Which URLs may be used at all; null where that is for another to say, as for a request that was accepted before.</param>
    public static ElementReadResult<ElementRequest> Read(ReadOnlySpan<byte> utf8, ElementForm form, Language language, IUrlPolicy? urls = null)
    {
        BodySyntax.Parsing<ElementBody> parse = form == ElementForm.Simple ? ParseSimple : ParseAdvanced;
        if (!BodySyntax.TryParse(utf8, parse, language, out ElementBody? body, out var complaint))
            return ElementReadResult<ElementRequest>.Unreadable(complaint);
        var facts = new ElementFacts(body, form, urls);
        var findings = ElementRuleBook.Check(facts, language);
        return findings.Any
            ? ElementReadResult<ElementRequest>.Refuse(findings.InOrder())
            : ElementReadResult<ElementRequest>.Accept(ElementBuilder.Build(facts));
    }

    /// <summary>Reads a body that deletes an element: the exact decimal digits of its id.</summary>
    public static ElementReadResult<string> ReadDeletion(ReadOnlySpan<byte> utf8, Language language)
    {
        if (!BodySyntax.TryParse(utf8, ParseDeletion, language, out DeletionBody? body, out var complaint))
            return ElementReadResult<string>.Unreadable(complaint);
        var findings = new Findings(language);
        ElementRuleBook.CheckDeletion(body.ElementId, findings);
        return findings.Any ? ElementReadResult<string>.Refuse(findings.InOrder()) : ElementReadResult<string>.Accept(body.ElementId.Text!);
    }

    private static ElementBody ParseAdvanced(ReadOnlySpan<byte> utf8, int mark)
    {
        using var parser = new ElementParser(utf8, mark);
        return parser.Parse(ElementForm.Advanced);
    }

    private static ElementBody ParseSimple(ReadOnlySpan<byte> utf8, int mark)
    {
        using var parser = new ElementParser(utf8, mark);
        return parser.Parse(ElementForm.Simple);
    }

    private static DeletionBody ParseDeletion(ReadOnlySpan<byte> utf8, int mark)
    {
        using var parser = new ElementParser(utf8, mark);
        return parser.ParseDeletion();
    }
}
