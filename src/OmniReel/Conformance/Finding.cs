namespace OmniReel.Conformance;

/// <summary>How a check came out.</summary>
internal enum Verdict
{
    /// <summary>As the API says.</summary>
    Holds,

    /// <summary>Otherwise.</summary>
    Differs,

    /// <summary>There was nothing to judge by, an empty account for example. Not counted.</summary>
    Unseen,
}

/// <summary>A line of the card.</summary>
/// <param name="Id">A stable name, for scripts.</param>
/// <param name="Asked">What was asked, in the person's language.</param>
/// <param name="Expected">What the API would say.</param>
/// <param name="Got">What this server said.</param>
internal sealed record Finding(string Id, string Asked, string Expected, Verdict Verdict, string Got);
