namespace OmniReel.Server.Lab.Scenarios;

/// <summary>What a scenario is about.</summary>
public enum LabPlace
{
    /// <summary>The answer to one request.</summary>
    Answer,

    /// <summary>The life of a task; it is given with the POST that creates it.</summary>
    Task,

    /// <summary>The callbacks of a task; given as above.</summary>
    Callback,

    /// <summary>The links to a task's files; given as above.</summary>
    Link,
}

/// <summary>What one parameter may be.</summary>
public enum LabValue
{
    /// <summary>A number within bounds.</summary>
    Number,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Any text, in double quotes where it holds a comma or a semicolon.</summary>
    Text,
}

/// <summary>A parameter of a scenario.</summary>
/// <param name="Name">As in <c>name=value</c>.</param>
/// <param name="Value">What it may be.</param>
/// <param name="Usual">What holds where it is not given; empty where that depends.</param>
/// <param name="En">What it is, in one line.</param>
/// <param name="Zh">The same in Chinese.</param>
public sealed record LabParameter(string Name, LabValue Value, string Usual, string En, string Zh)
{
    /// <summary>The least number.</summary>
    public double Least { get; init; }

    /// <summary>The largest number.</summary>
    public double Most { get; init; } = 1_000_000;

    /// <summary>The words, where it is one of some.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What is wrong with a value, as "what would be right"; null for nothing.</summary>
    public (string En, string Zh)? Complaint(string value) => Value switch
    {
        LabValue.Number when !LabOrder.TryNumber(value, out var number) || number < Least || number > Most =>
            ($"{Name} is a number from {Least} to {Most}", $"{Name} 是 {Least} 到 {Most} 之间的数"),
        LabValue.Word when !Words.Contains(value, StringComparer.OrdinalIgnoreCase) =>
            ($"{Name} is one of {string.Join(", ", Words)}", $"{Name} 是 {string.Join("、", Words)} 之一"),
        _ => null,
    };
}

/// <summary>A fault that can be had on demand.</summary>
/// <param name="Id">As in the header: <c>id; parameter=value</c>.</param>
/// <param name="Place">What it is about.</param>
/// <param name="En">What it does, in one line.</param>
/// <param name="Zh">The same in Chinese.</param>
/// <param name="Parameters">Its own; those that every scenario has are <see cref="LabCatalogue.Common"/>.</param>
public sealed record LabScenario(string Id, LabPlace Place, string En, string Zh, params IReadOnlyList<LabParameter> Parameters)
{
    /// <summary>A parameter by its name; null where the scenario has none such.</summary>
    public LabParameter? Parameter(string name) =>
        Parameters.Concat(LabCatalogue.Common).FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
