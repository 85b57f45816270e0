namespace OmniReel.Server.Inputs;

/// <summary>
/// An input cannot be used. The message is for the task's creator: the field, the rule, what was found and what would be right;
/// never an address that a name resolved to, the state of a port, or bytes of an answer.
/// </summary>
public sealed class InputException(string field, string rule, string english, string chinese, Exception? cause = null)
    : Exception(english, cause)
{
    /// <summary>As <c>image_list[0].image_url</c>.</summary>
    public string Field { get; } = field;

    /// <summary>The rule's stable id, as in <c>GET /v1/rules</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>The line for a creator who reads Chinese.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>The line in the language of a task (<c>en</c> or <c>zh</c>).</summary>
    public string In(string language) => language == "zh" ? Chinese : Message;
}
