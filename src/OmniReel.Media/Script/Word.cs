namespace OmniReel.Media.Script;

/// <summary>A piece of a prompt: a form of the vocabulary, a number, punctuation, or something that no form explains.</summary>
/// <param name="Start">Place in the prompt, in UTF-16 units.</param>
/// <param name="Form">Null where nothing explains it.</param>
/// <param name="Number">The value of a number; -1 for everything else.</param>
/// <param name="Prepositional">A form of several words that begins with a preposition: "at night", "in the rain".</param>
internal readonly record struct Word(int Start, int Length, Form? Form, int Number = -1, bool Prepositional = false)
{
    public int End => Start + Length;

    /// <summary>Neither explained nor a number.</summary>
    public bool Unknown => Form is null && Number < 0;

    public bool Is(Slot slot) => Form is not null && Form.Has(slot);

    /// <summary>Ends a sentence.</summary>
    public bool EndsSentence => Is(Slot.Period) || Is(Slot.Beat);

    /// <summary>Ends a clause or a sentence.</summary>
    public bool EndsClause => Is(Slot.Comma) || EndsSentence;
}
