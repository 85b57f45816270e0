namespace OmniReel.Server.Inputs.Checking;

/// <summary>Some inputs of a task cannot be used: every rule that they break, in the order of the request.</summary>
public sealed class InputsRefusedException(IReadOnlyList<InputException> broken) : Exception(broken[0].Message, broken[0])
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<InputException> Broken { get; } = broken;

    /// <summary>One line for each, in the language of a task (<c>en</c> or <c>zh</c>).</summary>
    public string In(string language) => string.Join('\n', Broken.Select(one => one.In(language)));
}
