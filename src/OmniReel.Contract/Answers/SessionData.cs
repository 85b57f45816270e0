using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of <c>/console/session</c>: whether this browser is signed in. The session itself is a cookie that no script can read.</summary>
public sealed record SessionData
{
    /// <summary>A session of this server came with the request, or was just begun.</summary>
    public required bool SignedIn { get; init; }

    /// <summary>What requests that change anything carry as <c>X-OmniReel-Csrf</c>; left out when signed out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Csrf { get; init; }

    /// <summary>When the session ends at the latest, Unix milliseconds; left out when signed out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? EndsAt { get; init; }

    /// <summary>How to recognise the key that was signed in with, for people; left out when signed out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KeyHint { get; init; }
}

/// <summary><c>data</c> of <c>GET /console/about</c>: what the people who run a server ask first.</summary>
public sealed record AboutData
{
    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    /// <summary>The runtime, the operating system and the processors, in one line.</summary>
    public required string Runtime { get; init; }

    /// <summary>True for the natively compiled program.</summary>
    public required bool Native { get; init; }

    /// <summary>When the server began, Unix milliseconds.</summary>
    public required long StartedAt { get; init; }

    /// <summary>The server's clock, Unix milliseconds.</summary>
    public required long Now { get; init; }

    /// <summary>Takes new work.</summary>
    public required bool Ready { get; init; }

    /// <summary>Bytes of memory that the process holds.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Bytes free on the disk of the data folder; null where nobody knows.</summary>
    public long? DiskFreeBytes { get; init; }

    /// <summary>How to recognise the server's key.</summary>
    public required string KeyHint { get; init; }

    /// <summary>The key comes from <c>OMNIREEL_KEY</c>; otherwise the first start made it.</summary>
    public required bool KeyIsGiven { get; init; }

    /// <summary>The access key whose tokens open the server too; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccessKey { get; init; }

    /// <summary>What links begin with; left out where it is the request's own host.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublicUrl { get; init; }
}
