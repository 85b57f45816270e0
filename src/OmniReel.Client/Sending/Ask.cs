namespace OmniReel.Client.Sending;

/// <summary>One request, as it is sent each time.</summary>
internal sealed record Ask(HttpMethod Method, string Address)
{
    /// <summary>JSON; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Sending it twice does what sending it once does.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>It makes something that costs: an answer that got lost must be told of.</summary>
    public bool IsCreate { get; init; }

    /// <summary>It names one thing by its id, so that code 1201 without a field means that there is none.</summary>
    public bool NamesOne { get; init; }

    /// <summary>The header of that name.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How long the server may hold its answer, in <c>Prefer: wait=N</c>.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>An extension that other servers lack, in the plural: "This server has no quotes".</summary>
    public string? Feature { get; init; }

    public static Ask Get(string address) => new(HttpMethod.Get, address) { MayRepeat = true };

    public static Ask Post(string address, ReadOnlyMemory<byte> body) => new(HttpMethod.Post, address) { Body = body };
}
