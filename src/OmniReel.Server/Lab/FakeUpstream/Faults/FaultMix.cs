using System.Text;

namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>
/// Faults at a rate: at every step the same draw for the same subject and the same how-manieth time, whatever else goes on meanwhile. So
/// a run can be had again though its requests come in another order. Not safe for several threads.
/// </summary>
internal sealed class FaultMix
{
    private readonly double _rate;
    private readonly int _seed;
    private readonly Dictionary<FaultStep, FakeFault[]> _faults;
    private readonly Dictionary<(FaultStep, FakeCall?, string), int> _met = [];

    /// <exception cref="FakeUpstreamException">A fault that there is not, or a rate that is none.</exception>
    public FaultMix(double rate, int seed, IReadOnlyList<string> ids)
    {
        if (!(rate is >= 0 and <= 1)) throw new FakeUpstreamException($"the fault rate is a number from 0 to 1, not {rate}");
        _rate = rate;
        _seed = seed;
        var faults = ids.Count == 0 ? FaultCatalogue.All : [.. ids.Select(id => FaultRuleReader.Read(id).Fault)];
        _faults = faults.GroupBy(one => one.Step).ToDictionary(step => step.Key, step => step.ToArray());
    }

    /// <summary>Whether it ever draws.</summary>
    public bool IsOn => _rate > 0;

    public void Reset() => _met.Clear();

    /// <summary>What happens here; null for nothing.</summary>
    public Mishap? Draw(in Occasion at, Func<FakeFault, bool> can)
    {
        if (!IsOn || !_faults.TryGetValue(at.Step, out var all)) return null;
        var subject = at.Reference.Length > 0 ? at.Reference : at.TaskId;
        var key = (at.Step, at.Call, subject);
        var met = _met[key] = _met.GetValueOrDefault(key) + 1;
        var random = new Dice(_seed, at.Step, at.Call, subject, met);
        if (random.Next() >= _rate) return null;
        var possible = all.Where(can).ToList();
        if (possible.Count == 0) return null;
        var fault = random.Of(possible);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in fault.Parameters.Where(one => one.Name is not ("on" or "event")))
        {
            var choices = parameter.InMix.Count > 0 ? parameter.InMix : parameter.Words;
            if (choices.Count > 0) values[parameter.Name] = random.Of(choices);
        }

        return new Mishap(fault, values);
    }

    /// <summary>Draws that depend on what they are for alone.</summary>
    private sealed class Dice
    {
        private ulong _state;

        public Dice(int seed, FaultStep step, FakeCall? call, string subject, int met)
        {
            _state = 14_695_981_039_346_656_037;
            foreach (var letter in Encoding.UTF8.GetBytes($"{seed}/{step}/{call}/{subject}/{met}")) _state = (_state ^ letter) * 1_099_511_628_211;
        }

        /// <summary>0 to below 1.</summary>
        public double Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        public T Of<T>(IReadOnlyList<T> all) => all[(int)(Next() * all.Count)];
    }
}
