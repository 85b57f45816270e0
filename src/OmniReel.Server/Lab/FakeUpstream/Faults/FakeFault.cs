using System.Globalization;

namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>Where on its way a request or a film meets a fault.</summary>
public enum FaultStep
{
    /// <summary>A connection, before anything is read.</summary>
    Connection,

    /// <summary>The request is read; nothing is done, nothing is paid.</summary>
    Before,

    /// <summary>Everything is done and paid; the answer is on its way.</summary>
    After,

    /// <summary>What an answer about one task says.</summary>
    View,

    /// <summary>How a task ends; decided when it is paid.</summary>
    End,

    /// <summary>The download of a film.</summary>
    Download,

    /// <summary>A callback.</summary>
    Callback,
}

/// <summary>What is asked, for faults that meet some requests and not others.</summary>
public enum FakeCall
{
    /// <summary>A POST that makes a film.</summary>
    Create,

    /// <summary>A question about a film by the upstream's id.</summary>
    Query,

    /// <summary>A question about a film by the caller's reference.</summary>
    Find,

    /// <summary>A page of the list.</summary>
    List,

    /// <summary>Anything about elements.</summary>
    Element,
}

/// <summary>What a parameter may be.</summary>
public enum FaultValue
{
    /// <summary>A number within bounds.</summary>
    Number,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Any text.</summary>
    Text,
}

/// <summary>A parameter of a fault.</summary>
/// <param name="Name">As in <c>name=value</c>.</param>
/// <param name="Value">What it may be.</param>
/// <param name="Usual">What holds where it is not given.</param>
/// <param name="En">What it is, in one line.</param>
/// <param name="Zh">The same in Chinese.</param>
public sealed record FaultParameter(string Name, FaultValue Value, string Usual, string En, string Zh)
{
    /// <summary>The least number.</summary>
    public double Least { get; init; }

    /// <summary>The largest number.</summary>
    public double Most { get; init; } = 1_000_000_000;

    /// <summary>The words, where it is one of some.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The values that a rate draws from; empty: the words, or what is usual.</summary>
    public IReadOnlyList<string> InMix { get; init; } = [];

    /// <summary>What would be right in place of a value; null where the value can be used.</summary>
    public string? Complaint(string value) => Value switch
    {
        FaultValue.Number when !TryNumber(value, out var number) || number < Least || number > Most => $"{Name} is a number from {Least} to {Most}",
        FaultValue.Word when !Words.Contains(value, StringComparer.OrdinalIgnoreCase) => $"{Name} is one of {string.Join(", ", Words)}",
        _ => null,
    };

    internal static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}

/// <summary>A fault that can be had on demand.</summary>
/// <param name="Id">As in <c>id; parameter=value</c>.</param>
/// <param name="Step">Where it happens.</param>
/// <param name="En">What it does, in one line.</param>
/// <param name="Zh">The same in Chinese.</param>
/// <param name="Parameters">Its own; those of every fault are <see cref="FaultCatalogue.Common"/>.</param>
public sealed record FakeFault(string Id, FaultStep Step, string En, string Zh, params IReadOnlyList<FaultParameter> Parameters)
{
    /// <summary>A parameter by its name; null where the fault has none such.</summary>
    public FaultParameter? Parameter(string name) =>
        Parameters.Concat(FaultCatalogue.Common).FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it chooses among calls (<c>on=</c>).</summary>
    public bool Chooses => Parameter("on") is not null;
}
