using System.IO.Enumeration;

namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>A fault that happens, with its values.</summary>
/// <param name="Fault">Which.</param>
/// <param name="Values">As given or drawn, by the parameter's name.</param>
public sealed record Mishap(FakeFault Fault, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The fault's id.</summary>
    public string Id => Fault.Id;

    /// <summary>A value was given.</summary>
    public bool Given(string name) => Values.ContainsKey(name);

    /// <summary>A value, or the usual one.</summary>
    public string Word(string name) => Values.TryGetValue(name, out var value) ? value : Fault.Parameter(name)!.Usual;

    /// <summary>A value as a number; 0 where it is none.</summary>
    public double Number(string name) => FaultParameter.TryNumber(Word(name), out var number) ? number : 0;

    /// <summary>As it is ordered.</summary>
    public override string ToString() => string.Concat([Id, .. Values.Select(one => $"; {one.Key}={FaultRuleReader.Quoted(one.Value)}")]);
}

/// <summary>What might meet a fault.</summary>
/// <param name="Step">Where on the way.</param>
/// <param name="Call">What is asked; null where that says nothing.</param>
/// <param name="Reference">The caller's reference; empty for none.</param>
/// <param name="TaskId">The upstream's id; empty while there is none.</param>
/// <param name="Event">Of a callback: <c>processing</c> or <c>ended</c>; null otherwise.</param>
public readonly record struct Occasion(FaultStep Step, FakeCall? Call, string Reference, string TaskId, string? Event = null);

/// <summary>An order of a fault: to whom it happens, how often and how likely. Not safe for several threads: <see cref="FaultBook"/> is.</summary>
internal sealed class FaultRule(Mishap mishap)
{
    private readonly string _calls = mishap.Fault.Chooses ? mishap.Word("on") : "any";
    private readonly string _event = mishap.Fault.Parameter("event") is null ? "any" : mishap.Word("event");
    private readonly string _pattern = mishap.Word("reference");
    private readonly double _chance = mishap.Number("chance");
    private long _skip = (long)mishap.Number("skip");

    public Mishap Mishap { get; } = mishap;

    /// <summary>How often it may still happen.</summary>
    public long Left { get; private set; } = mishap.Given("times") ? (long)mishap.Number("times") : long.MaxValue;

    public long Happened { get; private set; }

    public bool Fits(in Occasion at) =>
        at.Step == Mishap.Fault.Step
        && (_calls == "any" || at.Call is not { } call || call.ToString().Equals(_calls, StringComparison.OrdinalIgnoreCase))
        && (_event == "any" || _event == at.Event)
        && (_pattern == "*" || Matches(at.Reference) || Matches(at.TaskId));

    /// <summary>Counts one that fits; true when the fault happens to it.</summary>
    public bool Takes(Func<double> draw)
    {
        if (Left == 0) return false;
        if (_skip > 0)
        {
            _skip--;
            return false;
        }

        if (_chance < 1 && draw() >= _chance) return false;
        Left--;
        Happened++;
        return true;
    }

    private bool Matches(string text) => text.Length > 0 && FileSystemName.MatchesSimpleExpression(_pattern, text, ignoreCase: false);
}
