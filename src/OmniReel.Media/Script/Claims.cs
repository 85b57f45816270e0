namespace OmniReel.Media.Script;

/// <summary>What a prompt says of one slot: the last thing said outright wins over hints, and what is denied stays away.</summary>
internal sealed class Claims<T> where T : struct, Enum
{
    private readonly List<(T Value, bool Weak)> _affirmed = [];
    private readonly List<T> _denied = [];

    /// <summary>What is said outright.</summary>
    public T? Said => Last(weak: false);

    /// <summary>The first that is said outright and holds, where several are: "from the forest to the beach".</summary>
    public T? SaidFirst => _affirmed.Where(a => !a.Weak && !IsDenied(a.Value)).Select(a => (T?)a.Value).FirstOrDefault();

    /// <summary>What is only hinted at.</summary>
    public T? Hinted => Last(weak: true);

    public IReadOnlyList<T> Denied => _denied;

    public bool IsDenied(T value) => _denied.Contains(value);

    public void Affirm(T value, bool weak = false)
    {
        if (!weak)
            _denied.Remove(value);
        _affirmed.Add((value, weak));
    }

    /// <summary>Takes back what was affirmed; the denial of a mere hint says nothing of the value itself ("no boats" leaves the sea).</summary>
    public void Deny(T value, bool weak = false)
    {
        _affirmed.RemoveAll(a => Same(a.Value, value) && (a.Weak || !weak));
        if (!weak && !_denied.Contains(value))
            _denied.Add(value);
    }

    /// <summary>Denies whatever <paramref name="other"/> denies.</summary>
    public void DenyAll(Claims<T> other)
    {
        foreach (var value in other._denied)
            Deny(value);
    }

    /// <summary>The first of <paramref name="preferred"/> that is not denied; the very first if all are.</summary>
    public T FirstAllowed(params ReadOnlySpan<T> preferred)
    {
        foreach (var value in preferred)
        {
            if (!IsDenied(value))
                return value;
        }

        return preferred[0];
    }

    private T? Last(bool weak)
    {
        for (var i = _affirmed.Count - 1; i >= 0; i--)
        {
            if (_affirmed[i].Weak == weak && !IsDenied(_affirmed[i].Value))
                return _affirmed[i].Value;
        }

        return null;
    }

    private static bool Same(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
}
