using OmniReel.Server.Engines;

namespace OmniReel.Server.Hosting;

/// <summary>A connection while its settings come in, one by one and in any order. Nothing of it is checked yet.</summary>
internal sealed record ConnectionDraft(string Name)
{
    public Given? BaseUrl { get; init; }

    public Given? PathPrefix { get; init; }

    public Given? Proxy { get; init; }

    public Given? ApiKey { get; init; }

    public Given? AccessKey { get; init; }

    public Given? SecretKey { get; init; }

    public bool? RefQuery { get; init; }

    public bool? RefDedupe { get; init; }

    public bool? List { get; init; }

    public int? MaxParallel { get; init; }

    public EngineLimits Limits { get; init; } = EngineLimits.None;

    // Not the values of a record: keys among them.
    public override string ToString() => Name;
}

/// <summary>A text, and what people call the place that it came from.</summary>
internal sealed record Given(string Text, string From)
{
    // It may be a key.
    public override string ToString() => From;
}
