namespace OmniReel.Contract.Reading;

/// <summary>The body cannot be read at all. Never leaves <see cref="RequestReader"/>.</summary>
internal sealed class BodySyntaxException(string english, string chinese) : Exception(english)
{
    public string English { get; } = english;

    public string Chinese { get; } = chinese;
}
