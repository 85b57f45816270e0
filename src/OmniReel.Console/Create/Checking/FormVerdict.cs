using OmniReel.Console.Create.Bodies;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Checking;

/// <summary>What becomes of a form as it stands: its body, what the rules say of it, and what it would come to.</summary>
public sealed class FormVerdict
{
    private FormVerdict(byte[] body, ReadResult read, QuoteData quote, QuoteData outlook, IEnumerable<FieldNote> notes)
    {
        Body = body;
        Quote = quote;
        Outlook = outlook;
        Request = read.Request;
        Notes = [.. notes.OrderBy(static note => note.Field).ThenBy(static note => note.Item)];
    }

    /// <summary>The body as it would be sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The request as the server would understand it; null while a rule is broken.</summary>
    public VideoRequest? Request { get; }

    /// <summary>Kind, length, size, units and price.</summary>
    public QuoteData Quote { get; }

    /// <summary>The quote that it will have once what is only missing yet, the prompts, is written.</summary>
    public QuoteData Outlook { get; }

    /// <summary>Every broken rule, in the order of the page.</summary>
    public IReadOnlyList<FieldNote> Notes { get; }

    /// <summary>Whether no rule is broken.</summary>
    public bool IsGood => Notes.Count == 0;

    /// <summary>
    /// Reads the form's body with the reader and the rules that the server runs.
    /// </summary>
    /// <param name="form">As it stands; not changed.</param>
    /// <param name="elements">The elements that the caller may name.</param>
    /// <param name="language">The language of what the rules say.</param>
    /// <param name="prices">What a second costs.</param>
    public static FormVerdict Of(CreateForm form, IElementCatalog elements, Language language, PriceTable prices)
    {
        var body = FormBody.ToUtf8(form);
        // The stricter of the two readings: what it takes the other takes as well, and with the same meaning.
        var read = RequestReader.Read(body, ApiProfile.Relay, elements, language);
        var quote = Quotes.Of(read, prices);
        return new FormVerdict(
            body, read, quote, read.IsAccepted ? quote : OutlookOf(form, elements, language, prices), quote.Errors.Select(error => FieldNote.Of(error, form, language)));
    }

    /// <summary>What is said of one place, its items included.</summary>
    public IEnumerable<FieldNote> Of(FormField field) => Notes.Where(note => note.Field == field);

    /// <summary>What is said of one item of a place.</summary>
    public IEnumerable<FieldNote> Of(FormField field, int item) => Notes.Where(note => note.Field == field && note.Item == item);

    /// <summary>What is said of a place as a whole, without its items.</summary>
    public IEnumerable<FieldNote> OfWhole(FormField field) => Notes.Where(note => note.Field == field && note.Item is null);

    private static QuoteData OutlookOf(CreateForm form, IElementCatalog elements, Language language, PriceTable prices) =>
        Quotes.Of(RequestReader.Read(FormBody.ToUtf8(form, "…"), ApiProfile.Relay, elements, language), prices);
}
