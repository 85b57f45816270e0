namespace OmniReel.Console.Access;

/// <summary>Whether the server answered when it was last asked.</summary>
public sealed class ServerLink
{
    /// <summary>Raised when it falls silent or answers again.</summary>
    public event Action? Changed;

    /// <summary>It did not answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>It answered, whatever it said.</summary>
    public void Heard() => Set(false);

    /// <summary>It did not answer.</summary>
    public void Silent() => Set(true);

    private void Set(bool away)
    {
        if (IsAway == away) return;
        IsAway = away;
        Changed?.Invoke();
    }
}
