namespace OmniReel.Doctor;

/// <summary>What one look found. <paramref name="Mend"/> says how to put it right; null when there is nothing to do.</summary>
internal sealed record Finding(bool Ok, string Text, string? Mend = null);

/// <summary>One thing that a server needs from the machine it runs on.</summary>
internal interface ICheck
{
    /// <summary>A word or two, in the terminal's language.</summary>
    string Name { get; }

    /// <summary>Looks without changing anything that stays.</summary>
    Task<Finding> LookAsync(CancellationToken cancellation);
}
