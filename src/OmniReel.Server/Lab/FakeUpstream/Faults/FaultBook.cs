namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>An order as it stands.</summary>
/// <param name="Rule">As it was ordered.</param>
/// <param name="Happened">How often it has happened.</param>
/// <param name="Left">How often it may still happen; null for always.</param>
public sealed record OrderedFault(string Rule, long Happened, long? Left);

/// <summary>The orders of faults, and the rate: who is met by what. The first order that fits and takes wins, then the rate draws.</summary>
internal sealed class FaultBook
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly FaultMix _mix;
    private readonly Random _chance;
    private volatile bool _any;

    /// <exception cref="FakeUpstreamException">A rule or the rate cannot be read.</exception>
    public FaultBook(FakeUpstreamOptions options)
    {
        _mix = new FaultMix(options.FaultRate, options.Seed, options.Mix);
        _chance = new Random(options.Seed);
        Add(options.Faults);
    }

    /// <summary>Called when it is ordered that the port is to be shut.</summary>
    public Action<Mishap> Shut { get; set; } = _ => { };

    /// <summary>An order to shut the port at the start; null for none.</summary>
    public Mishap? ShutAtStart { get; private set; }

    /// <exception cref="FakeUpstreamException">One cannot be read; none is taken then.</exception>
    public void Add(IReadOnlyList<string> rules, bool running = false)
    {
        var read = rules.Select(FaultRuleReader.Read).ToList();
        lock (_lock)
        {
            _rules.AddRange(read.Where(one => one.Id != "refuse").Select(one => new FaultRule(one)));
            _any = _rules.Count > 0 || _mix.IsOn;
        }

        foreach (var refusal in read.Where(one => one.Id == "refuse"))
        {
            if (running) Shut(refusal);
            else ShutAtStart = refusal;
        }
    }

    /// <summary>No orders from now on; the rate stays and begins anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _mix.Reset();
            _any = _mix.IsOn;
        }
    }

    public IReadOnlyList<OrderedFault> Orders()
    {
        lock (_lock) return [.. _rules.Select(rule => new OrderedFault(rule.Mishap.ToString(), rule.Happened, rule.Left > int.MaxValue ? null : rule.Left))];
    }

    /// <summary>What happens here; null for nothing. <paramref name="can"/>: which faults make sense here; null for all of the step.</summary>
    public Mishap? Meet(Occasion at, Func<FakeFault, bool>? can = null)
    {
        if (!_any) return null;
        lock (_lock)
        {
            foreach (var rule in _rules)
            {
                if (rule.Fits(at) && (can is null || can(rule.Mishap.Fault)) && rule.Takes(Chance)) return rule.Mishap;
            }

            return _mix.Draw(at, can ?? (static _ => true));
        }
    }

    private double Chance() => _chance.NextDouble();
}
