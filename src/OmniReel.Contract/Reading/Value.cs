namespace OmniReel.Contract.Reading;

internal enum Shape : byte
{
    /// <summary>Not sent, or sent as null, blank text or an empty list: the contract makes no difference.</summary>
    Absent,
    Text,
    Number,
    True,
    False,
    Object,
    Array,
}

/// <summary>
/// A field as sent. Which fields have an effect is known only after the last byte, so nothing is judged while reading:
/// a wrong shape is kept here until a rule asks for it.
/// </summary>
internal readonly struct Value
{
    private Value(Shape shape, string? text, int? scalars, bool hasNul)
    {
        Shape = shape;
        Text = text;
        _scalars = scalars;
        HasNul = hasNul;
    }

    private readonly int? _scalars;

    public Shape Shape { get; }

    /// <summary>The text, or the digits of a number as written; of a text too long to be of use only its beginning.</summary>
    public string? Text { get; }

    public bool HasNul { get; }

    /// <summary>Whether <see cref="Text"/> is only the beginning of what was sent: good to be shown, not to be used.</summary>
    public bool IsExcerpt => _scalars is not null;

    public bool IsAbsent => Shape == Shape.Absent;

    public bool IsText => Shape == Shape.Text;

    public static Value Of(Shape shape) => new(shape, null, null, false);

    public static Value OfText(string text) => new(Shape.Text, text, null, text.Contains('\0'));

    public static Value OfExcerpt(string beginning, int scalars, bool hasNul) => new(Shape.Text, beginning, scalars, hasNul);

    public static Value OfNumber(string digits) => new(Shape.Number, digits, null, false);

    /// <summary>Whether the text has more Unicode scalar values than this; counting is skipped where the length alone decides.</summary>
    public bool IsLongerThan(int limit) => _scalars is { } known ? known > limit : Text is { } text && text.Length > limit && Scalars > limit;

    public int Scalars => _scalars ?? Count(Text);

    private static int Count(string? text)
    {
        var count = 0;
        foreach (var c in text.AsSpan())
            count += char.IsLowSurrogate(c) ? 0 : 1;
        return count;
    }

    /// <summary>One or two ASCII digits, as text or as a JSON integer.</summary>
    public bool TryGetSeconds(out int seconds)
    {
        seconds = 0;
        if (Shape is not (Shape.Text or Shape.Number) || Text is not { Length: 1 or 2 } digits)
            return false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            seconds = seconds * 10 + (c - '0');
        }

        return true;
    }
}
