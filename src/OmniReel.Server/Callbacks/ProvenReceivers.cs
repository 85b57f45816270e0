namespace OmniReel.Server.Callbacks;

/// <summary>
/// Receivers whose last answer was good, so that one that is told something now and then is not a stranger each time: its lane goes
/// with its work. The longest unseen is forgotten first. Safe for several threads.
/// </summary>
internal sealed class ProvenReceivers(int most = 4096)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<string> _byAge = [];
    private readonly Dictionary<string, LinkedListNode<string>> _known = new(StringComparer.Ordinal);

    /// <summary>Its last answer was good, as far as is remembered.</summary>
    public bool Has(string receiver)
    {
        lock (_gate)
            return _known.ContainsKey(receiver);
    }

    /// <summary>How the newest attempt ended.</summary>
    public void Note(string receiver, bool isProven)
    {
        lock (_gate)
        {
            if (_known.Remove(receiver, out var known)) _byAge.Remove(known);
            if (!isProven) return;
            _known.Add(receiver, _byAge.AddLast(receiver));
            if (_known.Count <= most) return;
            _known.Remove(_byAge.First!.Value);
            _byAge.RemoveFirst();
        }
    }
}
